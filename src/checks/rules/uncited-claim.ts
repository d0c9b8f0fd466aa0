import { citeSentence } from '../../search/cite';
import { referencesOf, shortReference } from '../describe';
import { insertCitation } from '../fixes';
import { sourceSpan } from '../place';
import type { Rule } from '../types';

/** Only a close paraphrase is asked for its source. */
const MIN_CONFIDENCE = 0.6;
const SUGGESTIONS = 3;

export const rule: Rule = {
  id: 'uncited-claim',
  defaultSeverity: 'information',
  summary: 'A statement says what the evidence says and cites nothing.',
  *check({ statements, evidence, cite }) {
    for (const { statement, comparisons, reading } of statements) {
      const [telling] = comparisons;
      if (telling?.relation !== 'agrees' || telling.confidence < MIN_CONFIDENCE) continue;
      if (statement.citations.length > 0 || reading.voice !== 'writer') continue;
      const carriers = referencesOf(telling.profile.pack, telling.profile.claim);
      const [first] = carriers;
      if (!first) continue;
      const ranked = citeSentence(evidence.index, statement.text, { limit: 50 })
        .map((hit) => carriers.find((reference) => reference.id === hit.id))
        .filter((reference) => reference !== undefined);
      const best = ranked.length > 0 ? ranked : carriers;
      yield {
        ruleId: rule.id,
        message: `The review's evidence says so too; cite ${best.slice(0, SUGGESTIONS).map(shortReference).join(', ')}`,
        span: sourceSpan(statement),
        claims: [telling.profile.claim.id],
        references: carriers.map((reference) => reference.id),
        suggestions: best
          .slice(0, SUGGESTIONS)
          .map((r) => insertCitation(statement, cite([r.id]), `Cite ${shortReference(r)}`)),
      };
    }
  },
};
