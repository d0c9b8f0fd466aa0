/** Titles made comparable: the same paper is spelled differently in every library. */
import { GREEK_NAMES } from '../manuscript/latex/characters';

const MARKUP = /<\/?(?:i|b|em|strong|sub|sup|sc|scp|span)\b[^>]*>|&(?:amp|lt|gt|quot|nbsp);/gi;
const GREEK = /[α-ω]/g;

/**
 * A key that two writings of one title share: lower case, without accents, punctuation, spaces and markup, Greek
 * letters by name, British and American spelling folded into one. Not for display.
 */
export function titleKey(title: string): string {
  const plain = title
    .replace(MARKUP, ' ')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(GREEK, (letter) => GREEK_NAMES.get(letter) ?? letter)
    .replace(/[ßø]/g, (letter) => (letter === 'ß' ? 'ss' : 'o'));
  return foldSpelling(plain).replace(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * Folds the spellings in one direction without a word list. It also folds words that are no spelling variants
 * ("hour" and "hor"), which does no harm where two whole titles are compared.
 */
function foldSpelling(text: string): string {
  return text
    .replace(/æ|ae/g, 'e')
    .replace(/œ|oe/g, 'e')
    .replace(/our/g, 'or')
    .replace(/([bt])re(?=s?\b)/g, '$1er')
    .replace(/z/g, 's')
    .replace(/ll/g, 'l')
    .replace(/sulph/g, 'sulf')
    .replace(/leucocyt/g, 'leukocyt')
    .replace(/programme/g, 'program')
    .replace(/ogue\b/g, 'og');
}
