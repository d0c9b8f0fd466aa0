import { closestKeys } from '../../bibliography/similar';
import type { Rule, Suggestion } from '../types';

const SUGGESTIONS = 3;

export const rule: Rule = {
  id: 'unknown-citation',
  defaultSeverity: 'error',
  summary: 'A citation key stands in no bibliography of the manuscript.',
  *check({ manuscript, library }) {
    // Without any bibliography every key would be unknown; the missing file is reported where it is named.
    if (!library || library.keys().length === 0) return;
    for (const citation of manuscript.citations) {
      if (library.get(citation.key)) continue;
      const close = closestKeys(citation.key, library.keys(), SUGGESTIONS);
      yield {
        ruleId: rule.id,
        message: `"${citation.key}" is in no bibliography of this manuscript${close[0] === undefined ? '' : `; did you mean "${close[0]}"?`}`,
        span: citation.span,
        claims: [],
        references: [],
        suggestions: close.map((key): Suggestion => ({
          title: `Replace with ${key}`,
          edits: [{ span: citation.span, newText: key }],
        })),
      };
    }
  },
};
