import type { EvidenceIndex } from './index';
import { plainTerm } from './terms';

/** Shorter words have too many neighbours that are words themselves. */
const MIN_LENGTH = 4;
/** Papers are cited by the two last figures of a year from here on: "91" for 1991, "08" for 2008. */
const CENTURY_TURN = 50;

/**
 * What was typed, with the two slips mended that cost too much as edits: letters swapped with their neighbour ("hunag")
 * and years cut to two figures ("caplan 91"), which are kept beside the year since they may be a number. A word is only
 * replaced where the index lacks it and has the other.
 */
export function mendTyped(
  words: readonly string[],
  index: Pick<EvidenceIndex, 'hasWord'>,
): string[] {
  return words.flatMap((word, at) => {
    const term = plainTerm(word);
    if (/^\d\d$/.test(word) && at > 0) return [...fullYear(word, index), word];
    if (term === null || index.hasWord(term)) return word;
    if (term.length < MIN_LENGTH || /\d/.test(term)) return word;
    return swaps(term).find((swapped) => index.hasWord(swapped)) ?? word;
  });
}

function fullYear(figures: string, index: Pick<EvidenceIndex, 'hasWord'>): string[] {
  const year = `${Number(figures) < CENTURY_TURN ? 20 : 19}${figures}`;
  return index.hasWord(year) ? [year] : [];
}

function swaps(word: string): string[] {
  return Array.from(
    { length: word.length - 1 },
    (_, at) => word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
  );
}
