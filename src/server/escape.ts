import type { Finding } from '../checks/types';
import type { ManuscriptReader } from '../manuscript/types';

/** Findings whose fixes are written as their format needs it: "9%" is `9\%` in LaTeX. */
export function escapeFixes(findings: readonly Finding[], reader: ManuscriptReader): Finding[] {
  const { escape } = reader;
  if (!escape) return [...findings];
  return findings.map((finding) => ({
    ...finding,
    suggestions: finding.suggestions.map((suggestion) => ({
      ...suggestion,
      edits: suggestion.edits.map(({ span, newText }) => ({ span, newText: escape(newText) })),
    })),
  }));
}
