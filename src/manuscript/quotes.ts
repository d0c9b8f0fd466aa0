import type { Span } from './types';

const pairs: ReadonlyMap<string, string> = new Map([
  ['“', '”'],
  ['«', '»'],
]);
const opensAfter = /[\s([{–—“‘-]/;

/**
 * What stands in quotation marks, without the marks: “…”, «…» and "…". An opening mark without a closing one, or the
 * other way round, quotes nothing. A straight mark opens where it follows a space and precedes a word, so that inches
 * (`5"`) do not turn the rest of a paragraph into a quotation. Linear in the text's length.
 */
export function quotedSpans(text: string): Span[] {
  const spans: Span[] = [];
  let close = '';
  let start = -1;
  for (let i = 0; i < text.length; i++) {
    const char = text[i] ?? '';
    const closing = char === '"' && opensStraight(text, i) ? '"' : pairs.get(char);
    if (closing !== undefined) {
      close = closing;
      start = i + 1;
    } else if (start >= 0 && char === close) {
      if (i > start) spans.push({ start, end: i });
      start = -1;
    }
  }
  return spans;
}

function opensStraight(text: string, at: number): boolean {
  const before = text[at - 1];
  const after = text[at + 1];
  return (before === undefined || opensAfter.test(before)) && after !== undefined && after !== ' ';
}
