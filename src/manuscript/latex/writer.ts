import { ProseBuilder } from '../prose';
import type { Span } from '../types';
import { readAccent } from './accents';
import { simpleMath, type Glyph } from './math';
import { readQuantity } from './quantities';
import { groupAfter, skipSpace } from './scan';
import { isReferenceNumber } from './scripts';

/** Writes prose as it is printed where the source spells it otherwise: ligatures, accents, symbols, formulas, quantities. */
export class ProseWriter {
  readonly prose = new ProseBuilder();

  constructor(
    private readonly source: string,
    private readonly braces: ReadonlyMap<number, number>,
  ) {}

  ligature(at: number, to: number, char: string): number {
    const { source, prose } = this;
    let end = at + 1;
    while (end < to && end < at + 3 && source[end] === char) end++;
    const length = end - at;
    if (char === '-') {
      prose.char(['-', '–', '—'][length - 1] ?? '-', { start: at, end }, end - 1);
      return end;
    }
    const isDouble = length > 1;
    const text = char === '`' ? (isDouble ? '“' : '‘') : isDouble ? '”' : "'";
    const span = { start: at, end: at + (isDouble ? 2 : 1) };
    prose.char(text, span, span.end - 1);
    return span.end;
  }

  /** A formula; what is none reads as it looks. */
  formula(span: Span, from: number, to: number): number {
    const glyphs = simpleMath(this.source, from, to);
    if (!glyphs) this.prose.placeHolder('math', span);
    else if (isReferenceNumber(this.prose.before, glyphs)) this.prose.gap(span, true);
    else this.glyphs(glyphs, span);
    return span.end;
  }

  glyphs(glyphs: readonly Glyph[], whole: Span): void {
    glyphs.forEach(({ text, start, end }, i) => {
      const span = {
        start: i === 0 ? whole.start : start,
        end: i === glyphs.length - 1 ? whole.end : end,
      };
      if (text === ' ') this.prose.space(span);
      else for (const char of text) this.prose.char(char, span, i === 0 ? start : end - 1);
    });
  }

  /** Text that is not written so: its last character stands for the end of what it was written as. */
  text(text: string, span: Span): void {
    [...text].forEach((char, i, all) => {
      if (/\s/.test(char)) this.prose.space(span);
      else this.prose.char(char, span, i === all.length - 1 ? span.end - 1 : span.start);
    });
  }

  quantity(name: string, at: number, from: number, to: number): number | undefined {
    const found = readQuantity(this.source, name, at, from, (next) =>
      groupAfter(this.source, next, to, this.braces),
    );
    for (const { text, span, places } of found?.parts ?? []) {
      if (!places) this.text(text, span);
      else
        [...text].forEach((char, i) => {
          const place = places[i] ?? { ...span, at: span.start };
          this.prose.char(char, place, place.at);
        });
    }
    return found?.end;
  }

  accent(at: number, mark: string, from: number, to: number): number {
    const { text, end } = readAccent(this.source, from, to, mark, this.braces);
    const span = { start: at, end: Math.min(end, to) };
    for (const char of text) this.prose.char(char, span, span.end - 1);
    return end;
  }

  symbol(at: number, symbol: string, from: number, to: number): number {
    const { source } = this;
    const end = source.startsWith('{}', from) ? from + 2 : skipSpace(source, from, to);
    this.text(symbol, { start: at, end: from });
    return Math.min(end, to);
  }
}
