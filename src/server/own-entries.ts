import { authorsShort, yearOf } from '../bibliography/render';
import type { Bibliography } from '../bibliography/types';
import type { Reference } from '../evidence/types';
import { processTerm, tokenize } from '../search/terms';
import { bestOf } from './best';
import { WordIndex } from './word-index';

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
}

const WEIGHT = { keyStart: 1, wordStart: 0.8, inside: 0.5, typo: 0.3, sentence: 0.6 };
/** With fewer hits than these, what was typed may have a typo. */
const FEW = 3;

/** Indexes bibliographies; of two entries with one key the first counts. */
export function indexOwnEntries(bibliographies: readonly Bibliography[]): OwnEntries {
  const entries = listEntries(bibliographies);
  const keys = entries.map(({ key }) => key.toLowerCase());
  let words: WordIndex | undefined;
  let titles: ReadonlyMap<string, readonly number[]> | undefined;

  /** For each entry how well what was typed fits; 0 where it does not. */
  function typedScores(typed: string): Float32Array {
    words ??= new WordIndex(entries.map(({ key, reference }) => haystackOf(key, reference)));
    let scores: Float32Array | undefined;
    for (const word of typed.split(/\s+/).filter((one) => one !== '')) {
      const found = words.match(word, WEIGHT);
      keys.forEach((key, at) => {
        if (key.startsWith(word)) found[at] = WEIGHT.keyStart;
      });
      // Of several words the worst counts.
      scores = scores?.map((score, at) => Math.min(score, found[at] ?? 0)) ?? found;
    }
    return scores ?? new Float32Array(entries.length);
  }

  function withTypos(scores: Float32Array, typed: string): void {
    if (scores.filter((score) => score > 0).length >= FEW) return;
    for (const at of words?.resembling(typed) ?? []) if (scores[at] === 0) scores[at] = WEIGHT.typo;
  }

  return {
    rank(typed, sentence, limit) {
      const wanted = typed.trim().toLowerCase();
      const matches = wanted === '' ? undefined : typedScores(wanted);
      if (matches) withTypos(matches, wanted);
      titles ??= titleIndex(entries);
      const fits = sentenceScores(entries.length, titles, sentence);
      const best = bestOf(entries.length, limit, (at) => {
        const match = matches?.[at];
        return match === 0 ? undefined : (match ?? 0) + WEIGHT.sentence * (fits[at] ?? 0);
      });
      return best.flatMap(({ at, score }) => {
        const entry = entries[at];
        return entry ? [{ ...entry, score }] : [];
      });
    },
  };
}

/** In the order of their keys, which decides between equals. */
function listEntries(bibliographies: readonly Bibliography[]): Entry[] {
  const entries = new Map<string, Entry>();
  for (const [key, { reference }] of bibliographies.flatMap((one) => [...one.entries]))
    if (!entries.has(key)) entries.set(key, { key, reference });
  return [...entries.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

/**
 * How well what was typed fits one reference, to the letter; undefined where it does not, or nothing was typed.
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
  // The titles of a library have few words of their own, and stemming them takes the time.
  const terms = new Map<string, string | null>();
  entries.forEach(({ reference }, at) => {
    for (const word of new Set(tokenize(reference.title ?? ''))) {
      let term = terms.get(word);
      if (term === undefined) terms.set(word, (term = processTerm(word)));
      if (term === null) continue;
      const list = index.get(term);
      if (!list) index.set(term, [at]);
      else if (list.at(-1) !== at) list.push(at);
    }
  });
  return index;
}

/** How well titles fit a sentence, relative to the best: the words they share, rare ones counting more. */
function sentenceScores(
  count: number,
  titles: ReadonlyMap<string, readonly number[]>,
  sentence: string,
): Float32Array {
  const scores = new Float32Array(count);
  let best = 1;
  for (const term of termsOf(sentence)) {
    const found = titles.get(term) ?? [];
    const weight = Math.log(1 + count / Math.max(1, found.length));
    for (const at of found) {
      const score = (scores[at] ?? 0) + weight;
      scores[at] = score;
      if (score > best) best = score;
    }
  }
  return scores.map((score) => score / best);
}

function termsOf(text: string): Set<string> {
  return new Set(
    tokenize(text)
      .map(processTerm)
      .filter((term) => term !== null),
  );
}
