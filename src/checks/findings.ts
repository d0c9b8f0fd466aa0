import type { Span } from '../manuscript/types';
import type { Finding, Suggestion } from './types';

/** What a rule gives; its severity is a setting. */
export type RuleFinding = Omit<Finding, 'severity'>;

/** Findings of statements that have moved in their manuscript by `by` code units. */
export function moveFindings<T extends RuleFinding>(
  findings: readonly T[],
  by: number,
): readonly T[] {
  if (by === 0 || findings.length === 0) return findings;
  const move = ({ start, end }: Span): Span => ({ start: start + by, end: end + by });
  const moveSuggestion = (suggestion: Suggestion): Suggestion => ({
    ...suggestion,
    edits: suggestion.edits.map((edit) => ({ ...edit, span: move(edit.span) })),
  });
  return findings.map((finding) => ({
    ...finding,
    span: move(finding.span),
    suggestions: finding.suggestions.map(moveSuggestion),
  }));
}
