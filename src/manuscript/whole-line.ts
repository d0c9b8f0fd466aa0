import type { Span } from './types';

/**
 * What to take away for a comment to leave no trace: its line where it has one to itself, and of the blank lines on both
 * sides one; else the comment with the spaces before it.
 */
export function tracesOf(source: string, { start, end }: Span): Span {
  const lineStart =
    Math.max(source.lastIndexOf('\n', start - 1), source.lastIndexOf('\r', start - 1)) + 1;
  const before = source.slice(lineStart, start);
  const after = /^[ \t]*(\r\n|\n|\r|$)/.exec(source.slice(end));
  if (!/^[ \t]*$/.test(before) || !after) {
    const space = /[ \t]*$/.exec(before)?.[0].length ?? 0;
    // Between two words one space has to stay.
    return { start: after ? start - space : start, end };
  }
  const lineEnd = end + after[0].length;
  const blank = /^[ \t]*(?:\r\n|\n|\r)/.exec(source.slice(lineEnd));
  const isBlankAbove =
    lineStart === 0 || /(?:^|[\r\n])[ \t]*(?:\r\n|\n|\r)$/.test(source.slice(0, lineStart));
  return { start: lineStart, end: blank && isBlankAbove ? lineEnd + blank[0].length : lineEnd };
}
