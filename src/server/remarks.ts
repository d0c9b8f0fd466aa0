import type { EntryRemark } from '../bibliography/inspect';
import type { Problem } from '../evidence/problem';
import type { LineIndex } from '../manuscript/lines';

/** Remarks on entries as hints on the first lines of these. */
export function remarkProblems(
  uri: string,
  { text, lines }: { readonly text: string; readonly lines: () => LineIndex },
  remarks: readonly EntryRemark[],
): Problem[] {
  if (remarks.length === 0) return [];
  return remarks.map(({ entry, message }): Problem => {
    const lineEnd = text.slice(entry.start, entry.end).search(/\r?\n/);
    const end = lineEnd < 0 ? entry.end : entry.start + lineEnd;
    const range = lines().rangeOf({ start: entry.start, end });
    return { severity: 'hint', path: uri, message, range };
  });
}
