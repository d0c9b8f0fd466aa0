/**
 * Text of packs and manuscripts as one line for a list: without characters that control or turn the direction of what
 * follows (https://www.unicode.org/reports/tr9/), and clipped.
 *
 * @param max UTF-16 code units
 */
export function oneLine(text: string, max = 300): string {
  const line = text
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .trim();
  return line.length <= max ? line : `${line.slice(0, max).trimEnd()}…`;
}
