import type { Span } from '../types';
import { SYMBOLS } from './characters';
import { commandAt } from './scan';

/** A character that the reader sees, with what it was written as. */
export interface Glyph extends Span {
  readonly text: string;
}

// "$p < 0.05$", "$10^{7}$", "IFN-$\gamma$": LaTeX needs math for these; longer ones are formulas.
const longest = 60;
const roman = new Set(
  'mathrm text textrm mathit textit mathbf textbf mbox mathsf rm it bf operatorname'.split(' '),
);
const spaces = new Set([',', ';', ':', ' ', 'quad', 'enspace', 'thinspace']);
const nothing = new Set([
  '!',
  'left',
  'right',
  'limits',
  'displaystyle',
  'textstyle',
  'ensuremath',
]);
const plain = /[\d.,+\-=<>/()[\]*:;'|!%−×±≤≥≈~]/;
const letters = /[A-Za-z]+/y;

/**
 * Inline math that is no formula but a figure, a letter or a charge, as it reads; undefined for formulas. An exponent
 * keeps its caret (`10^{7}` is "10^7"), a charge (`^+`) and a subscript do not.
 */
export function simpleMath(source: string, from: number, to: number): Glyph[] | undefined {
  if (to - from > longest) return undefined;
  const glyphs: Glyph[] = [];
  return collect(source, from, to, glyphs, false) ? glyphs : undefined;
}

function collect(
  source: string,
  from: number,
  to: number,
  glyphs: Glyph[],
  isRoman: boolean,
): boolean {
  for (let at = from; at < to;) {
    const char = source[at] ?? '';
    if (char === '\\') {
      const after = readCommand(source, at, to, glyphs);
      if (after < 0) return false;
      at = after;
    } else if (char === '^' || char === '_') {
      const after = readScript(source, at, to, glyphs);
      if (after < 0) return false;
      at = after;
    } else if (char === '{' || char === '}') at++;
    else if (/\s/.test(char) || char === '~') glyphs.push({ start: at, end: ++at, text: ' ' });
    else if (/[A-Za-z]/.test(char)) {
      letters.lastIndex = at;
      const word = letters.exec(source)?.[0] ?? char;
      // A product of variables or a function is a formula.
      if (!isRoman && (word.length > 3 || source[at + word.length] === '(')) return false;
      for (let i = 0; i < word.length && at < to; i++) {
        glyphs.push({ start: at, end: at + 1, text: source[at] ?? '' });
        at++;
      }
    } else if (plain.test(char) || isRoman || /[^\0-\x7F]/.test(char)) {
      glyphs.push({ start: at, end: ++at, text: char });
    } else return false;
  }
  return true;
}

/** Past a command; -1 where it makes a formula. */
function readCommand(source: string, at: number, to: number, glyphs: Glyph[]): number {
  const { name, end } = commandAt(source, at);
  if (end > to) return -1;
  if (spaces.has(name)) glyphs.push({ start: at, end, text: ' ' });
  else if (/^[%&$#_{}]$/.test(name)) glyphs.push({ start: at, end, text: name });
  else if (roman.has(name)) {
    const close = source[end] === '{' ? groupEnd(source, end, to) : -1;
    if (close < 0) return end;
    return collect(source, end + 1, close, glyphs, true) ? close + 1 : -1;
  } else if (!nothing.has(name)) {
    const text = SYMBOLS.get(name);
    if (text === undefined || name === 'sum' || name === 'partial') return -1;
    glyphs.push({ start: at, end, text });
  }
  return end;
}

/** Past `^` or `_` with its argument. */
function readScript(source: string, at: number, to: number, glyphs: Glyph[]): number {
  let from = at + 1;
  let end = from + 1;
  let after = end;
  if (source[from] === '{') {
    end = groupEnd(source, from, to);
    if (end < 0) return -1;
    from++;
    after = end + 1;
  } else if (source[from] === '\\') after = end = commandAt(source, from).end;
  if (after > to) return -1;
  const inner: Glyph[] = [];
  if (!collect(source, from, end, inner, false)) return -1;
  const text = inner.map((glyph) => glyph.text).join('');
  if (source[at] === '^' && text === '°') return pushAll(glyphs, inner, after);
  if (source[at] === '^' && /^[-+−–]?\d/.test(text))
    glyphs.push({ start: at, end: at + 1, text: '^' });
  return pushAll(glyphs, inner, after);
}

function pushAll(glyphs: Glyph[], inner: readonly Glyph[], after: number): number {
  glyphs.push(...inner);
  return after;
}

function groupEnd(source: string, open: number, to: number): number {
  let depth = 0;
  for (let i = open; i < to; i++) {
    if (source[i] === '\\') i++;
    else if (source[i] === '{') depth++;
    else if (source[i] === '}' && --depth === 0) return i;
  }
  return -1;
}
