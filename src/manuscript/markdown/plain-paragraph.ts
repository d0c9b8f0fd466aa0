import type { Root } from 'mdast';
import type { Point } from 'unist';

/** A line of a paragraph that begins like this begins no list, no heading, no table and nothing else. */
const beginning = /^[\p{L}(]/u;
/**
 * What may be more than text: control characters, the characters of emphasis, code, math, tags, entities and tables,
 * notes, links and images, hard breaks, and lines that may begin something else. Without definitions, which begin with
 * a bracket, brackets alone are text.
 */
const suspect =
  // eslint-disable-next-line no-control-regex -- white space that is no space, and NUL, are what is looked for
  /[\0-\x09\x0B-\x1F\x7F`*_~$\\<&|]|\[\^|\]\(|!\[| \n|\n[^\p{L}(]/u;

/**
 * The syntax tree of a piece of Markdown that is one paragraph of nothing but text, as most of a manuscript is: a look
 * at its characters instead of the parser's many. Undefined where it may be anything else.
 */
export function plainParagraph(source: string): Root | undefined {
  let end = source.length;
  while (end > 0 && source[end - 1] === '\n') end--;
  const value = source.slice(0, end);
  if (!beginning.test(value) || value.endsWith(' ') || suspect.test(value)) return undefined;
  const start = { line: 1, column: 1, offset: 0 };
  const position = { start, end: placeOf(value, end) };
  return {
    type: 'root',
    children: [{ type: 'paragraph', children: [{ type: 'text', value, position }], position }],
    position: { start, end: placeOf(source, source.length) },
  };
}

/** As the parser counts: lines and columns from 1. */
function placeOf(source: string, offset: number): Point {
  let line = 1;
  let begin = 0;
  for (let at = source.indexOf('\n'); at >= 0 && at < offset; at = source.indexOf('\n', begin)) {
    line++;
    begin = at + 1;
  }
  return { line, column: offset - begin + 1, offset };
}
