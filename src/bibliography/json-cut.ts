/**
 * Cuts a JSON file that holds a list of objects into those objects, without parsing them, so that each has its place
 * and a malformed one does not take the others with it.
 */

/** Names under which an object holds its list of records. */
export const JSON_LISTS: readonly string[] = ['items', 'references'];

export interface JsonPiece {
  readonly start: number;
  readonly end: number;
}

/**
 * The objects of a list, or of the list under a key of the outermost object (`items`, `references`); an object that
 * holds no such list is its own only piece.
 * @param resync whether a line with the indentation of the first object starts a new one even inside another: for
 *   files where a brace is missing
 * @returns undefined where the text is no list and no object
 */
export function cutJson(
  text: string,
  keys: readonly string[],
  resync: boolean,
): JsonPiece[] | undefined {
  const first = text.search(/[^\s\uFEFF]/);
  if (text[first] === '[') return cutList(text, first + 1, resync);
  if (text[first] !== '{') return undefined;
  const list = new RegExp(`"(?:${keys.join('|')})"\\s*:\\s*\\[`).exec(text);
  return list === null
    ? cutList(text, first, resync)
    : cutList(text, list.index + list[0].length, resync);
}

function cutList(text: string, from: number, resync: boolean): JsonPiece[] {
  const pieces: JsonPiece[] = [];
  let start = -1;
  let depth = 0;
  let indent: string | undefined;
  for (let at = from; at < text.length; at++) {
    switch (text[at]) {
      case '"':
        at = stringEnd(text, at);
        break;
      case '{':
      case '[':
        if (depth === 0) {
          start = at;
          indent ??= indentBefore(text, at);
        }
        depth++;
        break;
      case '}':
      case ']':
        if (depth === 0) return pieces;
        depth--;
        if (depth === 0) pieces.push({ start, end: at + 1 });
        break;
      case '\n':
        if (resync && depth > 0 && indent !== undefined && text.startsWith(`${indent}{`, at + 1)) {
          pieces.push({ start, end: at });
          depth = 0;
        }
        break;
      case undefined:
      default:
    }
  }
  if (depth > 0) pieces.push({ start, end: text.trimEnd().length });
  return pieces;
}

/** Offset of a string's closing quote; a string ends with its line even where the quote is missing. */
function stringEnd(text: string, open: number): number {
  for (let at = open + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 34) return at;
    if (code === 92) at++;
    else if (code === 10) return at - 1;
  }
  return text.length;
}

/** White space before `at` on its line; undefined where something else stands there. */
function indentBefore(text: string, at: number): string | undefined {
  const before = text.slice(text.lastIndexOf('\n', at) + 1, at);
  return before.trim() === '' && text.lastIndexOf('\n', at) !== -1 ? before : undefined;
}
