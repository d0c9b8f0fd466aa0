import type { SerialisedProfile } from '../evidence';
import { hashText } from '../hash';
import { byFrequency } from './order';

/** Names of marks and features, numbered, the frequent ones first. */
export interface Names {
  readonly list: readonly string[];
  readonly numberOf: ReadonlyMap<string, number>;
  /** By number: 1 for a content word. */
  readonly isWord: Uint8Array;
  /** Number of a content word's name by the word's hash, which is what known sentences hold. */
  readonly wordOf: ReadonlyMap<number, number>;
  readonly hashOf: (name: number) => number;
}

const WORD = 'w:';

export function createNames(list: readonly string[]): Names {
  const numberOf = new Map<string, number>();
  const wordOf = new Map<number, number>();
  const isWord = new Uint8Array(list.length);
  const hashes = new Uint32Array(list.length);
  list.forEach((name, number) => {
    numberOf.set(name, number);
    if (!name.startsWith(WORD)) return;
    const hash = hashText(name.slice(WORD.length));
    isWord[number] = 1;
    hashes[number] = hash;
    wordOf.set(hash, number);
  });
  return { list, numberOf, isWord, wordOf, hashOf: (name) => hashes[name] ?? 0 };
}

/** All names of some profiles: by how often they occur, to a power of two, then by the alphabet, which packs well. */
export function namesOf(profiles: readonly SerialisedProfile[]): Names {
  const all = profiles.flatMap(({ vector, marks }) => [
    ...vector.map(([feature]) => feature),
    ...marks.map(([mark]) => mark),
  ]);
  const counts = new Map<string, number>();
  for (const name of all) counts.set(name, (counts.get(name) ?? 0) + 1);
  const level = (name: string) => Math.floor(Math.log2(counts.get(name) ?? 1));
  return createNames(
    byFrequency(all).sort((a, b) => level(b) - level(a) || (a < b ? -1 : a > b ? 1 : 0)),
  );
}
