import type { Span } from './types';

/** A place as LSP counts it: zero-based, `character` in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/**
 * Translates between offsets and positions of one text. LF, CRLF and a lone CR each end a line, as in LSP.
 * Whatever lies outside the text is moved to its nearest end, so that stale positions do no harm.
 */
export class LineIndex {
  /** Offset of each line's first character. */
  private readonly starts: readonly number[];

  constructor(private readonly source: string) {
    this.starts = source.includes('\r') ? startsOf(source) : startsByFeed(source);
  }

  get lineCount(): number {
    return this.starts.length;
  }

  positionAt(offset: number): Position {
    const place = Math.max(0, Math.min(offset, this.source.length));
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.startOf(middle) <= place) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: place - this.startOf(low) };
  }

  /** A character past the line's end means the line's end, before its line break. */
  offsetAt(position: Position): number {
    if (position.line < 0) return 0;
    if (position.line >= this.starts.length) return this.source.length;
    const start = this.startOf(position.line);
    return Math.max(start, Math.min(start + position.character, this.endOf(position.line)));
  }

  rangeOf(span: Span): Range {
    return { start: this.positionAt(span.start), end: this.positionAt(span.end) };
  }

  private startOf(line: number): number {
    return this.starts[line] ?? 0;
  }

  private endOf(line: number): number {
    let end = this.starts[line + 1] ?? this.source.length;
    if (line + 1 < this.starts.length) {
      end--;
      if (this.source[end] === '\n' && this.source[end - 1] === '\r') end--;
    }
    return end;
  }
}

function startsOf(source: string): number[] {
  const starts = [0];
  for (let i = 0; i < source.length; i++) {
    const code = source.charCodeAt(i);
    if (code === 13 && source.charCodeAt(i + 1) === 10) continue;
    if (code === 10 || code === 13) starts.push(i + 1);
  }
  return starts;
}

/** The same where there is no CR: a search for one character is many times as fast as a look at each. */
function startsByFeed(source: string): number[] {
  const starts = [0];
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1))
    starts.push(at + 1);
  return starts;
}

/** How a text breaks its lines. */
export function newlineOf(text: string): string {
  return /\r?\n/.exec(text)?.[0] ?? '\n';
}
