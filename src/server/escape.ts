import type { Finding, Suggestion } from '../checks/types';
import type { ManuscriptReader } from '../manuscript/types';

/**
 * Findings whose fixes are written as their format needs it, "9%" as `9\\%` in LaTeX, without those that would cut a
 * command or a macro in two.
 *
 * @param source the manuscript that the fixes are for
 */
export function escapeFixes(
  findings: readonly Finding[],
  { escape, cuts }: ManuscriptReader,
  source: string,
): readonly Finding[] {
  if (!escape && !cuts) return findings;
  const isWhole = ({ edits }: Suggestion) => !cuts || !edits.some(({ span }) => cuts(source, span));
  return findings.map((finding) => ({
    ...finding,
    suggestions: finding.suggestions.filter(isWhole).map((suggestion) => ({
      ...suggestion,
      edits: suggestion.edits.map(({ span, newText }) => ({
        span,
        newText: escape ? escape(newText) : newText,
      })),
    })),
  }));
}
