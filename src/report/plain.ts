/** A sentence or a title is not longer; what is, is somebody's mistake or trick. */
const MAX_TEXT = 600;

/**
 * Text of anyone as one line of plain text: without characters that control a terminal or turn the direction of what
 * follows (https://www.unicode.org/reports/tr9/), and clipped.
 *
 * @param max UTF-16 code units
 */
export function plainText(text: string, max = MAX_TEXT): string {
  const line = text
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .trim();
  if (line.length <= max) return line;
  // Not through the middle of a character.
  const end = /[\ud800-\udbff]/.test(line.charAt(max - 1)) ? max - 1 : max;
  return `${line.slice(0, end).trimEnd()}…`;
}

/** Text of anyone inside HTML, as an element's content or an attribute's value in quotes. */
export function escapeHtml(text: string): string {
  return plainText(text).replace(/[&<>"'`]/g, (char) => `&#${char.charCodeAt(0)};`);
}

/** An address that may stand in a link; undefined for all but plain https. */
export function safeUrl(url: string | undefined): string | undefined {
  return url !== undefined && /^https:\/\/[^\s()<>"'`\\\p{Cc}]+$/u.test(url) ? url : undefined;
}
