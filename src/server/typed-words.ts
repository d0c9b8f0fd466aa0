import { createDistance } from '../bibliography/similar';

/** Shorter words have too many neighbours, numbers are right or wrong. */
const MIN_LENGTH = 4;
const LONG = 8;

/** The words of what was typed: in a citation key they are parted by hyphens and the like. */
export function typedParts(typed: string): string[] {
  return typed.split(/[\s_:-]+/).filter((word) => word !== '');
}

/**
 * Whether a word is the one that was typed with a typo or two and the last letters missing or not: "immunogneic" for
 * "immunogenicity".
 *
 * @param word lower case
 * @returns a test of words in lower case
 */
export function wordTest(word: string): (other: string) => boolean {
  if (word.length < MIN_LENGTH || /^\d+$/.test(word)) return (other) => other.startsWith(word);
  const distance = createDistance(word);
  const bound = word.length >= LONG ? 2 : 1;
  return (other) => {
    // Hardly anyone mistypes the first letter, and it spares most of the work.
    if (other.charCodeAt(0) !== word.charCodeAt(0)) return false;
    if (distance(other, bound) <= bound) return true;
    for (let length = word.length - 1; length <= word.length + 1; length++) {
      if (other.length > length && distance(other.slice(0, length), bound) <= bound) return true;
    }
    return false;
  };
}
