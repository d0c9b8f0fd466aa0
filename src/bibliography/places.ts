import type { Problem, ProblemRange } from '../evidence/problem';

/** Something wrong at a place given in UTF-16 offsets, before it becomes a {@link Problem} with lines. */
export interface Fault {
  readonly severity: Problem['severity'];
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

/** Turns offsets of one text into lines and characters. */
export interface Places {
  /** Zero-based line of an offset. */
  line(offset: number): number;
  range(start: number, end: number): ProblemRange;
}

/** The line table is only made when the first place is asked for: most files have nothing to report. */
export function createPlaces(text: string): Places {
  let starts: number[] | undefined;

  function line(offset: number): number {
    starts ??= lineStarts(text);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  function position(offset: number) {
    const at = line(offset);
    return { line: at, character: offset - (starts?.[at] ?? 0) };
  }

  return { line, range: (start, end) => ({ start: position(start), end: position(end) }) };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
