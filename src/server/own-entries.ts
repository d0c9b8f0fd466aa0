import { authorsShort, yearOf } from '../bibliography/render';
import type { Bibliography } from '../bibliography/types';
import type { Reference } from '../evidence/types';
import { processTerm, tokenize } from '../search/terms';
import { resemblance } from './typed-words';

/** The entries of the writer's own bibliographies, searchable by what is typed and by the sentence. */
export interface OwnEntries {
  /**
   * Entries, best first, with scores from 0 to 1.
   *
   * @param typed parts of a key, an author's name, a year or words of the title, all of which must fit; where hardly
   * anything does, with a typo forgiven. The empty one fits all
   * @param sentence words that titles may share
   */
  rank(typed: string, sentence: string, limit: number): readonly RankedEntry[];
}

export interface RankedEntry {
  readonly key: string;
  readonly reference: Reference;
  readonly score: number;
}

interface Entry {
  readonly key: string;
  readonly reference: Reference;
  /** Lower case: key, authors, year and title. */
  readonly haystack: string;
}

const WEIGHT = { keyStart: 1, wordStart: 0.8, inside: 0.5, typo: 0.3, sentence: 0.6 };
/** With fewer hits than these, what was typed may have a typo. */
const FEW = 3;

/** Indexes bibliographies; of two entries with one key the first counts. */
export function indexOwnEntries(bibliographies: readonly Bibliography[]): OwnEntries {
  const entries: Entry[] = [];
  const seen = new Set<string>();
  for (const [key, { reference }] of bibliographies.flatMap(({ entries }) => [...entries])) {
    if (seen.has(key)) continue;
    seen.add(key);
    entries.push({ key, reference, haystack: haystackOf(key, reference) });
  }
  let titles: ReadonlyMap<string, readonly number[]> | undefined;
  return {
    rank(typed, sentence, limit) {
      const wanted = typed.toLowerCase();
      titles ??= titleIndex(entries);
      const fits = sentenceScores(entries.length, titles, sentence);
      const ranked: RankedEntry[] = [];
      const add = (index: number, match: number) => {
        const entry = entries[index];
        if (!entry) return;
        const { key, reference } = entry;
        ranked.push({ key, reference, score: match + WEIGHT.sentence * (fits.get(index) ?? 0) });
      };
      const rest: number[] = [];
      entries.forEach(({ haystack }, index) => {
        const match = wanted === '' ? 0 : typedScore(haystack, wanted);
        if (match === undefined) rest.push(index);
        else add(index, match);
      });
      if (ranked.length < FEW && wanted !== '') {
        const resembles = resemblance(wanted);
        for (const index of rest)
          if (resembles(entries[index]?.haystack ?? '')) add(index, WEIGHT.typo);
      }
      return ranked.sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1)).slice(0, limit);
    },
  };
}

/**
 * How well what was typed fits a reference, to the letter; undefined where it does not, or nothing was typed.
 * The beginning of the key counts most, then the beginning of a word.
 */
export function matchTyped(key: string, reference: Reference, typed: string): number | undefined {
  return typed === '' ? undefined : typedScore(haystackOf(key, reference), typed.toLowerCase());
}

function haystackOf(key: string, reference: Reference): string {
  const authors = (reference.author ?? []).map(({ family, literal }) => family ?? literal ?? '');
  return [
    key,
    ...authors,
    authorsShort(reference) ?? '',
    yearOf(reference) ?? '',
    reference.title ?? '',
  ]
    .join(' ')
    .toLowerCase();
}

/** Of several words the worst counts. */
function typedScore(haystack: string, wanted: string): number | undefined {
  if (!wanted.includes(' ')) return wordScore(haystack, wanted);
  const scores = wanted.split(/\s+/).map((word) => (word === '' ? 1 : wordScore(haystack, word)));
  return scores.reduce((worst, score) =>
    worst === undefined || score === undefined ? undefined : Math.min(worst, score),
  );
}

function wordScore(haystack: string, wanted: string): number | undefined {
  const at = haystack.indexOf(wanted);
  if (at < 0) return undefined;
  if (at === 0) return WEIGHT.keyStart;
  return haystack.includes(` ${wanted}`) ? WEIGHT.wordStart : WEIGHT.inside;
}

function titleIndex(entries: readonly Entry[]): Map<string, number[]> {
  const index = new Map<string, number[]>();
  entries.forEach(({ reference }, at) => {
    for (const term of termsOf(reference.title ?? '')) {
      const list = index.get(term);
      if (list) list.push(at);
      else index.set(term, [at]);
    }
  });
  return index;
}

/** How well titles fit a sentence, relative to the best: the words they share, rare ones counting more. */
function sentenceScores(
  count: number,
  titles: ReadonlyMap<string, readonly number[]>,
  sentence: string,
): Map<number, number> {
  const scores = new Map<number, number>();
  for (const term of termsOf(sentence)) {
    const found = titles.get(term) ?? [];
    const weight = Math.log(1 + count / Math.max(1, found.length));
    for (const at of found) scores.set(at, (scores.get(at) ?? 0) + weight);
  }
  let best = 1;
  for (const score of scores.values()) best = Math.max(best, score);
  for (const [at, score] of scores) scores.set(at, score / best);
  return scores;
}

function termsOf(text: string): Set<string> {
  return new Set(
    tokenize(text)
      .map(processTerm)
      .filter((term) => term !== null),
  );
}
