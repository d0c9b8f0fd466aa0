import type { Reading } from './types';

const ABBREVIATION = /^[\p{Lu}\p{N}][\p{L}\p{N}-]{1,11}$/u;

/**
 * The abbreviations that sentences define themselves, in the manner of Schwartz and Hearst (2003): an expression whose
 * initials are the letters in the brackets after it, "Wharton's jelly stromal cells (WJSCs)". Only expressions that name
 * something in the vocabulary matter; an abbreviation that the vocabulary knows keeps its meaning.
 */
export function readAbbreviations(
  readings: readonly Reading[],
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const { tokens, mentions } of readings) {
    tokens.forEach((token, i) => {
      if (token.text !== '(' || tokens[i + 2]?.text !== ')') return;
      const short = tokens[i + 1];
      if (!short || !ABBREVIATION.test(short.text) || !short.isAbbreviation) return;
      const letters = short.text.replace(/s$/, '');
      if (mentions.some(({ first }) => first === i + 1) || found.has(letters)) return;
      const words = tokens
        .slice(Math.max(0, i - 2 * letters.length), i)
        .filter(({ kind }) => kind !== 'punctuation');
      const start = startOf(letters, words);
      if (start === undefined) return;
      const from = words[start]?.start ?? 0;
      const inside = mentions.filter(
        (mention) => (tokens[mention.first]?.start ?? 0) >= from && mention.last < i,
      );
      const concepts = [...new Set(inside.map(({ concept }) => concept))];
      if (concepts.length > 0) found.set(letters, concepts);
    });
  }
  return found;
}

/** Where the words begin whose initials spell the letters, read from the end; undefined where they do not. */
function startOf(letters: string, words: readonly { readonly text: string }[]): number | undefined {
  let at = words.length - 1;
  for (let k = letters.length - 1; k >= 0; k--) {
    const letter = letters.charAt(k).toLowerCase();
    while (at >= 0 && words[at]?.text.charAt(0).toLowerCase() !== letter) at--;
    if (at < 0) return undefined;
    if (k === 0) return at;
    at--;
  }
  return undefined;
}
