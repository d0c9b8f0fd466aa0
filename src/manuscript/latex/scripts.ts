import type { Glyph } from './math';

/**
 * Whether a superscript is the number of a reference, not an exponent: figures after a full stop ("died$^1$"), a list of
 * them ("cells$^{1,2}$"), or figures on a word longer than any unit ("joint$^{12}$").
 */
export function isReferenceNumber(before: string, glyphs: readonly Pick<Glyph, 'text'>[]): boolean {
  if (glyphs[0]?.text !== '^') return false;
  const content = glyphs
    .slice(1)
    .map(({ text }) => text)
    .join('');
  if (!/^\d{1,3}(?:[,–-] ?\d{1,3})*$/.test(content)) return false;
  return (
    /[.,;:!?)”"]$/.test(before) ||
    /\p{L}{4}$/u.test(before) ||
    (/\D/.test(content) && /\p{L}$/u.test(before))
  );
}
