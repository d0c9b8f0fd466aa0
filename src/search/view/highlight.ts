import { setScene } from '../../language/scene';
import type { Vocabulary } from '../../language/vocabulary';
import { plainTerm, processTerm } from '../terms';
import { editDistance } from './typos';

/** From and to, in UTF-16 units. */
export type Range = readonly [number, number];

/** Finds in a text the words that were looked for: as stems, half typed, with a typo, by another name of the concept. */
export type Highlighter = (text: string) => Range[];

/** A text with its words and the concepts that it names, as ranges. */
export interface ReadText {
  readonly words: readonly Word[];
  readonly concepts: readonly { readonly concept: string; readonly range: Range }[];
}

/** Texts of cards come again with each keystroke; these many are remembered. */
const REMEMBERED = 4000;

/** Reads texts, and remembers what it read. */
export function createTextReader(vocabulary: Vocabulary): (text: string) => ReadText {
  const memory = new Map<string, ReadText>();
  return (text) => {
    const known = memory.get(text);
    if (known) return known;
    const { tokens, mentions } = setScene(text, vocabulary);
    const concepts = mentions.flatMap(({ concept, first, last }) => {
      const from = tokens[first];
      const to = tokens[last];
      return from && to ? [{ concept, range: [from.start, to.end] as const }] : [];
    });
    const read = { words: wordsOf(text), concepts };
    if (memory.size >= REMEMBERED) memory.clear();
    memory.set(text, read);
    return read;
  };
}

/**
 * @param query what was typed, or a sentence
 * @param isTyped the last word may be half typed and any may have a typo
 */
export function createHighlighter(
  query: string,
  read: (text: string) => ReadText,
  isTyped: boolean,
): Highlighter {
  const { words, concepts: named } = read(query);
  const stems = new Set(words.map(({ stem }) => stem));
  const plain = [...new Set(words.map((word) => word.plain))];
  const last = isTyped ? words.at(-1)?.plain : undefined;
  const concepts = new Set(named.map(({ concept }) => concept));
  const near = new Map<string, boolean>();
  const isNear = (word: string): boolean => {
    const known = near.get(word);
    if (known !== undefined) return known;
    const answer = plain.some((typed) => isTypo(typed, word));
    near.set(word, answer);
    return answer;
  };
  return (text) => {
    const { words: own, concepts: spoken } = read(text);
    const ranges = own
      .filter(
        (word) =>
          stems.has(word.stem) ||
          (last !== undefined && word.plain.startsWith(last)) ||
          (isTyped && isNear(word.plain)),
      )
      .map(({ range }) => range);
    for (const { concept, range } of spoken) if (concepts.has(concept)) ranges.push(range);
    return joined(ranges, text);
  };
}

/** A word that says something, as it is compared. */
interface Word {
  readonly plain: string;
  readonly stem: string;
  readonly range: Range;
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].flatMap(({ 0: word, index }) => {
    const plain = plainTerm(word);
    if (plain === null) return [];
    const stem = processTerm(word) ?? plain;
    return [{ plain, stem, range: [index, index + word.length] as const }];
  });
}

function isTypo(typed: string, word: string): boolean {
  const allowed = /\d/.test(typed) ? 0 : typed.length > 7 ? 2 : typed.length > 3 ? 1 : 0;
  if (allowed === 0 || Math.abs(typed.length - word.length) > allowed) return false;
  return editDistance(typed, word, allowed) <= allowed;
}

/** In order, those that touch or have only a space or hyphen between them as one. */
function joined(ranges: readonly Range[], text: string): Range[] {
  const result: [number, number][] = [];
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0] || b[1] - a[1])) {
    const before = result.at(-1);
    if (before && (from <= before[1] || /^[\s-]$/.test(text.slice(before[1], from))))
      before[1] = Math.max(before[1], to);
    else result.push([from, to]);
  }
  return result;
}
