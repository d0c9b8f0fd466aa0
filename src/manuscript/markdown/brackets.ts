import type { Units } from './units';

// Sub- and superscripts are short, and looking for their end must not cost more than that.
const longestScript = 40;
const longestAttributes = 400;

/** The matching `]` of each unescaped `[`, by unit index. Brackets without a partner are left out. */
export function matchBrackets(units: Units): ReadonlyMap<number, number> {
  const partners = new Map<number, number>();
  const open: number[] = [];
  for (let i = 0; i < units.length; i++) {
    if (units.is(i, '[')) open.push(i);
    else if (units.is(i, ']')) {
      const partner = open.pop();
      if (partner !== undefined) partners.set(partner, i);
    }
  }
  return partners;
}

/** Past Pandoc's attributes `{#fig:one .wide width=50%}` if they begin at `from`, else `from`. */
export function attributesEnd(units: Units, from: number): number {
  if (!units.is(from, '{')) return from;
  const limit = Math.min(units.length, from + longestAttributes);
  let content = '';
  for (let i = from + 1; i < limit && !units.is(i, '{'); i++) {
    if (units.is(i, '}')) return /^\s*(?:[#.-]|[\w-]+=)/.test(content) ? i + 1 : from;
    content += units.chars[i] ?? '';
  }
  return from;
}

/**
 * The closing `^` or `~` of the script that opens at `open`, or -1. Pandoc allows no white space inside, HTML's tags
 * do, and only a tag closes a tag.
 */
export function scriptEnd(units: Units, open: number): number {
  const mark = units.chars[open];
  const kind = units.kinds[open];
  const limit = Math.min(units.length, open + longestScript);
  for (let i = open + 1; i < limit; i++) {
    if (units.chars[i] === mark && units.kinds[i] === kind) return i > open + 1 ? i : -1;
    if (kind === 'text' && /\s/.test(units.chars[i] ?? '')) return -1;
  }
  return -1;
}

/**
 * Whether a superscript is the number of a reference, not an exponent: figures after a full stop ("died.^1^"), a list
 * of them ("cells^1,2^"), or figures on a word longer than any unit ("joint^12^").
 */
export function isReferenceNumber(units: Units, open: number, close: number): boolean {
  if (units.chars[open] !== '^') return false;
  const content = units.chars.slice(open + 1, close).join('');
  if (!/^\d{1,3}(?:[,–-] ?\d{1,3})*$/.test(content)) return false;
  const before = units.chars.slice(Math.max(0, open - 4), open).join('');
  return (
    /[.,;:!?)”"]$/.test(before) ||
    /\p{L}{4}$/u.test(before) ||
    (/\D/.test(content) && /\p{L}$/u.test(before))
  );
}
