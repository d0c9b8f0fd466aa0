import type { Reference } from '../../evidence/types';
import { evidenceSays, referencesOf, shortReference } from '../describe';
import type { Evidence } from '../evidence';
import { mayCite } from '../fixes';
import { sourceSpan } from '../place';
import { featuresOf } from '../topic';
import type { Comparison, ReadStatement, Rule, Suggestion } from '../types';

/** Only a close paraphrase shows what a sentence is cited for. */
const MIN_CONFIDENCE = 0.45;
/** A cited reference that carries something this like the sentence is given the benefit of the doubt. */
const RELATED_FROM = 0.3;

export const rule: Rule = {
  id: 'unsupported-citation',
  defaultSeverity: 'warning',
  summary: 'A cited reference is in the evidence, but carries something else.',
  perStatement: true,
  *check({ statements, evidence, cite }) {
    for (const read of statements) {
      const [telling] = read.comparisons;
      if (telling?.relation !== 'agrees' || telling.confidence < MIN_CONFIDENCE) continue;
      if (!isCitedForSomethingElse(read, telling, evidence)) continue;
      const { pack, claim } = telling.profile;
      const carriers = referencesOf(pack, claim);
      yield {
        ruleId: rule.id,
        message: `The review does not cite ${read.cited.map(shortReference).join(', ')} for this. ${evidenceSays(telling.profile)}`,
        span: sourceSpan(read.statement),
        claims: [claim.id],
        references: carriers.map((reference) => reference.id),
        suggestions: replaceCitation(read, carriers, evidence, cite),
      };
    }
  },
};

function isCitedForSomethingElse(
  { reading, cited, statement }: ReadStatement,
  { profile }: Comparison,
  evidence: Evidence,
): boolean {
  const carriers = profile.claim.references;
  // A key that the pack does not know may well carry the sentence.
  const known = new Set(cited.map((reference) => reference.id));
  if (carriers.length === 0 || known.size === 0 || known.size < statement.citations.length) {
    return false;
  }
  const numbers = new Set(cited.map((reference) => reference['citation-number']));
  if (carriers.some((number) => numbers.has(number))) return false;
  const similar = evidence.nearest(featuresOf(reading, evidence.vocabulary));
  return !evidence.profiles.some(
    ({ claim }, i) =>
      (similar[i] ?? 0) >= RELATED_FROM && claim.references.some((number) => numbers.has(number)),
  );
}

function replaceCitation(
  read: ReadStatement,
  carriers: readonly Reference[],
  evidence: Evidence,
  cite: (keys: readonly string[]) => string,
): Suggestion[] {
  const { statement } = read;
  const clusters = new Set(statement.citations.map(({ cluster }) => cluster.start));
  const [citation] = statement.citations;
  if (clusters.size !== 1 || citation?.mode !== 'parenthetical') return [];
  return carriers
    .slice(0, 3)
    .filter((reference) => mayCite(read, [reference], evidence))
    .map((reference) => ({
      title: `Cite ${shortReference(reference)} instead`,
      edits: [{ span: citation.cluster, newText: cite([reference.id]) }],
    }));
}
