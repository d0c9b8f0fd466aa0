import type { Reference } from '../../evidence/types';
import { tokenize } from '../../language/tokens';
import type { Reading } from '../../language/types';
import { referencesOf, shortReference } from '../describe';
import { insertCitation, mayCite } from '../fixes';
import { sourceSpan } from '../place';
import type { Rule } from '../types';

/** Only a close paraphrase is asked for its source. */
const MIN_CONFIDENCE = 0.45;
const SUGGESTIONS = 3;

export const rule: Rule = {
  id: 'uncited-claim',
  defaultSeverity: 'information',
  summary: 'A statement says what the evidence says and cites nothing.',
  perStatement: true,
  *check({ statements, cite, evidence }) {
    for (const read of statements) {
      const { statement, comparisons, reading, section } = read;
      const [telling] = comparisons;
      if (telling?.relation !== 'agrees' || telling.confidence < MIN_CONFIDENCE) continue;
      if (statement.citations.length > 0 || section === 'results' || !isAsserted(reading)) continue;
      const best = likeliestFirst(
        statement.text,
        referencesOf(telling.profile.pack, telling.profile.claim),
      );
      const offered = best
        .slice(0, SUGGESTIONS)
        .filter((reference) => mayCite(read, [...read.cited, reference], evidence));
      if (offered.length === 0) continue;
      yield {
        ruleId: rule.id,
        message: `The review's evidence says so too; cite ${offered.map(shortReference).join(', ')}`,
        span: sourceSpan(statement),
        claims: [telling.profile.claim.id],
        references: best.map((reference) => reference.id),
        suggestions: offered.map((r) =>
          insertCitation(statement, cite([r.id]), `Cite ${shortReference(r)}`),
        ),
      };
    }
  },
};

/** The writer says it, rather than asking, planning or reporting it, in the sentence or in one of its clauses. */
function isAsserted({ voice, assertions }: Reading): boolean {
  return voice === 'writer' && assertions.every((assertion) => assertion.voice === 'writer');
}

/** The references of one claim, those first whose titles share the most words with the sentence. */
function likeliestFirst(sentence: string, references: readonly Reference[]): Reference[] {
  const said = wordsOf(sentence);
  const shared = (reference: Reference) =>
    [...titleWords(reference)].filter((word) => said.has(word)).length;
  return references
    .map((reference) => ({ reference, score: shared(reference) }))
    .sort((a, b) => b.score - a.score)
    .map(({ reference }) => reference);
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(tokenize(text).map(({ stem }) => stem));
}

/** A claim's references are asked for again with each sentence that says what it says. */
const titles = new WeakMap<Reference, ReadonlySet<string>>();

function titleWords(reference: Reference): ReadonlySet<string> {
  const words = titles.get(reference) ?? wordsOf(reference.title ?? '');
  titles.set(reference, words);
  return words;
}
