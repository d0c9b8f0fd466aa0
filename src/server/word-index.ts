import { typedParts, wordTest } from './typed-words';

/** What one word that was typed is worth, by where it stands in a text's words. */
export interface WordWeights {
  readonly wordStart: number;
  readonly inside: number;
}

/** Stands in no word. */
const PARTED = '\n';

interface Joined {
  readonly all: string;
  readonly ends: readonly number[];
}

/** The distinct words of many texts: a search looks at each word once, however many texts it stands in. */
export class WordIndex {
  private readonly words: string[] = [];
  /** For each word the texts that have it, by number. */
  private readonly places: number[][] = [];
  private joinedWords: Joined | undefined;
  private plain: ReadonlyMap<string, readonly number[]> | undefined;

  /** @param texts lower case, words parted by white space */
  constructor(private readonly texts: readonly string[]) {
    const known = new Map<string, number>();
    texts.forEach((text, at) => {
      for (const word of new Set(text.split(/\s+/))) {
        const id = known.get(word);
        if (id !== undefined) {
          this.places[id]?.push(at);
          continue;
        }
        known.set(word, this.words.length);
        this.words.push(word);
        this.places.push([at]);
      }
    });
  }

  /** For each text what the word counts in it, 0 where it has no such word. @param wanted lower case */
  match(wanted: string, { wordStart, inside }: WordWeights): Float32Array {
    const scores = new Float32Array(this.texts.length);
    const { all, ends } = this.joined();
    let id = 0;
    for (let at = all.indexOf(wanted); at >= 0; at = all.indexOf(wanted, ends[id] ?? all.length)) {
      id = this.wordAt(at, id);
      const score = all[at - 1] === PARTED ? wordStart : inside;
      for (const place of this.places[id] ?? [])
        if ((scores[place] ?? 0) < score) scores[place] = score;
    }
    return scores;
  }

  /** All words in one text, which is searched far quicker than each by itself, and where each of them ends. */
  private joined(): Joined {
    if (this.joinedWords) return this.joinedWords;
    let length = 1;
    const ends = this.words.map((word) => (length += word.length + 1) - 1);
    return (this.joinedWords = { all: PARTED + this.words.join(PARTED) + PARTED, ends });
  }

  /** The number of the word that a place in the joined words falls into, not before `low`. */
  private wordAt(at: number, low: number): number {
    const { ends } = this.joined();
    let high = ends.length - 1;
    for (let from = low; from < high;) {
      const middle = (from + high) >> 1;
      if ((ends[middle] ?? 0) > at) high = middle;
      else from = middle + 1;
    }
    return high;
  }

  /** The texts that have all words that were typed, each with a typo or two, the last letters missing or not. */
  resembling(typed: string): Set<number> {
    let found: Set<number> | undefined;
    for (const part of typedParts(typed)) {
      const test = wordTest(part);
      const texts = new Set<number>();
      for (const [word, ids] of this.plainWords()) {
        if (!test(word)) continue;
        for (const id of ids)
          for (const place of this.places[id] ?? [])
            if (!found || found.has(place)) texts.add(place);
      }
      found = texts;
    }
    return found ?? new Set();
  }

  /** Words without their punctuation, with the words that they are part of. Most searches do without. */
  private plainWords(): ReadonlyMap<string, readonly number[]> {
    if (this.plain) return this.plain;
    const plain = new Map<string, number[]>();
    this.words.forEach((word, id) => {
      for (const part of word.match(/[\p{L}\p{N}]+/gu) ?? []) {
        const ids = plain.get(part);
        if (ids) ids.push(id);
        else plain.set(part, [id]);
      }
    });
    this.plain = plain;
    return plain;
  }
}
