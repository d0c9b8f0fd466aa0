import { createDistance } from '../bibliography/similar';

/** Shorter words have too many neighbours, numbers are right or wrong. */
const MIN_LENGTH = 4;
const LONG = 8;

/**
 * Whether a text has all words that were typed, each with a typo or two and the last ones cut short: "immunogneic" for
 * "immunogenicity".
 *
 * @param typed lower case
 * @returns a test of texts in lower case
 */
export function resemblance(typed: string): (text: string) => boolean {
  const words = typed.split(/[\s_:-]+/).filter((word) => word !== '');
  const tests = words.map(wordTest);
  return (text) => {
    const found = text.match(WORDS) ?? [];
    return tests.every((test) => found.some(test));
  };
}

const WORDS = /[\p{L}\p{N}]+/gu;

function wordTest(word: string): (other: string) => boolean {
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
