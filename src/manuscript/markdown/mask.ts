import { isEscaped, type CitationKey } from '../citations';
import type { Span } from '../types';
import type { Role } from './dialect';
import { displayMathEnd, hasBlankLine, isFenced } from './display-math';

/**
 * Stands in for a character that the Markdown parser must not take for markup. It has the length of what it hides, so
 * that every offset stays right; the text is taken from the source.
 */
export const mask = '\uE000';
/** Stands in for every character of a formula that the parser would not recognise as one. */
export const mathMask = '\uE001';
/** The same for what is code in all but its syntax: shortcodes and the like. */
export const codeMask = '\uE002';
/** Stand in for a role, the first for its first character. */
export const roleMask = '\uE003';
export const roleRest = '\uE004';

interface Hidden extends Span {
  readonly by: string;
}

/**
 * Hides from the parser what it would misread: the punctuation of citation keys (`@doe_2011`, `@a<b>`), dollars that
 * are money by Pandoc's rule, formulas between `$$` that share a line with them, a byte order mark, quotations nested
 * beyond reason, shortcodes, and a dialect's roles. The result is as long as the source.
 */
export function maskMarkup(
  source: string,
  keys: readonly CitationKey[],
  roles: readonly Role[] = [],
): string {
  const hidden = [...dollars(source), ...deepQuoteMarks(source), ...shortcodes(source)];
  for (const { start, end } of roles) {
    hidden.push({ start, end: start + 1, by: roleMask }, { start: start + 1, end, by: roleRest });
  }
  if (source.startsWith('\uFEFF')) hidden.push(hide(0));
  for (const { start, end } of keys) {
    for (let i = start; i < end; i++)
      if (/[^\p{L}\p{N}]/u.test(source[i] ?? '')) hidden.push(hide(i));
  }
  // Of two that begin at one place the longer one holds the other.
  hidden.sort((a, b) => a.start - b.start || b.end - a.end);
  let text = '';
  let done = 0;
  for (const { start, end, by } of hidden) {
    if (start < done) continue;
    text += source.slice(done, start) + by.repeat(end - start);
    done = end;
  }
  return text + source.slice(done);
}

function hide(at: number, length = 1): Hidden {
  return { start: at, end: at + length, by: mask };
}

/**
 * "between $5 and $10": by Pandoc's rule `$` opens math only before a character that is no space, and closes it only
 * after one and where no figure follows. The parser would pair any two.
 */
function dollars(source: string): Hidden[] {
  const hidden: Hidden[] = [];
  let open = -1;
  for (let at = source.indexOf('$'); at >= 0; at = source.indexOf('$', at + 1)) {
    if (isEscaped(source, at)) continue;
    if (source[at + 1] === '$') {
      at = displayMath(source, at, hidden) - 1;
      continue;
    }
    if (open >= 0 && isMath(source, open, at)) {
      open = -1;
      continue;
    }
    if (open >= 0) hidden.push(hide(open));
    open = at;
  }
  if (open >= 0) hidden.push(hide(open));
  return hidden;
}

function isMath(source: string, open: number, close: number): boolean {
  const inside = source.slice(open + 1, close);
  return (
    !/^\s|\s$/.test(inside) &&
    !/\d/.test(source[close + 1] ?? '') &&
    !hasBlankLine(inside, 0, inside.length)
  );
}

/** Hides a formula that begins with `$$` at `at` unless the parser reads it by itself; gives where to go on. */
function displayMath(source: string, at: number, hidden: Hidden[]): number {
  let after = at + 2;
  while (source[after] === '$') after++;
  if (after > at + 2) return after;
  const isFirst = beginsLine(source, at);
  const end = displayMathEnd(source, at, isFirst);
  if (end < 0) {
    if (isFirst) hidden.push(hide(at, 2));
    return after;
  }
  const inside = source.slice(after, end - 2);
  const spansLines = /[\r\n]/.test(inside) && (isFirst || !inside.includes('`'));
  if (spansLines && !(isFirst && isFenced(source, at, end - 2))) {
    hidden.push({ start: at, end, by: mathMask });
  }
  return end;
}

/** Whether nothing but indentation, quotation marks and list markers stands before `at` on its line. */
function beginsLine(source: string, at: number): boolean {
  return /(?:^|[\r\n])[ \t>*+\-\d.)]*$/.test(source.slice(Math.max(0, at - 80), at));
}

const deepestQuote = 32;

/** The parser's time and stack grow with the depth of `> > > >`; nobody quotes thirty levels deep. */
function deepQuoteMarks(source: string): Hidden[] {
  const marks: Hidden[] = [];
  if (!/>[ \t]?>[ \t]?>[ \t]?>/.test(source)) return marks;
  for (const { 0: prefix, index } of source.matchAll(/^[ \t>]+/gm)) {
    let depth = 0;
    for (let i = 0; i < prefix.length; i++) {
      if (prefix[i] === '>' && ++depth > deepestQuote) marks.push(hide(index + i));
    }
  }
  return marks;
}

/** Quarto's `{{< meta title >}}` and bookdown's `\@ref(fig:one)`: the reader sees what they are replaced by. */
function shortcodes(source: string): Hidden[] {
  const hidden: Hidden[] = [];
  let close = -1;
  for (let at = source.indexOf('{{<'); at >= 0;) {
    if (close < at) close = source.indexOf('>}}', at + 3);
    if (close < 0) break;
    const next = source.indexOf('{{<', at + 3);
    if ((next < 0 || next > close) && !hasBlankLine(source, at, close)) {
      hidden.push({ start: at, end: close + 3, by: codeMask });
    }
    at = next;
  }
  for (const { 0: reference, index } of source.matchAll(/\\@ref\([^()\s]{1,200}\)/g)) {
    hidden.push({ start: index, end: index + reference.length, by: codeMask });
  }
  return hidden;
}
