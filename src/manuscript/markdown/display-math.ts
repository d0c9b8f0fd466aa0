/**
 * End of the display math whose `$$` stands at `at`, -1 where it has none. `isFirst` says whether the dollars begin
 * their line.
 *
 * Pandoc lets the dollars share a line with the formula (`$$\begin{aligned}` … `\end{aligned}$$`) but allows no blank
 * line inside; fences that stand alone on their lines may hold blank lines, as in every other Markdown. The parser
 * knows only the fences, and would take the rest of the manuscript for math.
 */
export function displayMathEnd(source: string, at: number, isFirst: boolean): number {
  const close = source.indexOf('$$', at + 2);
  if (close < 0) return -1;
  const end = close + 2;
  return (isFirst && isFenced(source, at, close)) || !hasBlankLine(source, at, close) ? end : -1;
}

/** Whether both pairs of dollars stand alone on their lines, so that the parser reads them by itself. */
export function isFenced(source: string, open: number, close: number): boolean {
  const before = source.slice(Math.max(0, close - 200), close);
  const isAlone =
    /(?:^|[\r\n])[ \t>]*$/.test(before) &&
    /^[ \t]*(?:[\r\n]|$)/.test(source.slice(close + 2, close + 200));
  return isAlone && /^[ \t]*[\r\n]/.test(source.slice(open + 2, open + 200));
}

export function hasBlankLine(source: string, from: number, to: number): boolean {
  return /\n[ \t]*\r?\n|\r[ \t]*\r/.test(source.slice(from, to));
}
