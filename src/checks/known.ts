import type { Pack } from '../evidence/types';
import type { Vocabulary } from '../language/vocabulary';
import { sentencesOf } from './claim-sentences';
import type { ClaimFrame } from './frame';
import { createPartReader } from './parts';
import type { ClaimReading, ClaimSentences } from './profile';
import { readSentences, tellingOf } from './telling';
import { partsOf, wordingOf } from './wording';

/**
 * The sentences that are known of claims, each as the set of its symbols: words, and the parts that concepts play in
 * the claim. As JSON; symbols are numbered, so that a sentence is a few small numbers.
 */
export interface KnownData {
  /** Hash of each symbol. */
  readonly symbols: readonly number[];
  /** For each claim its sentences: 1 for a wrong one and 0 for a right one, then the numbers of its symbols. */
  readonly claims: readonly (readonly (readonly number[])[])[];
}

export interface SymbolTable {
  /** Number of a symbol by its hash. */
  readonly numberOf: ReadonlyMap<number, number>;
  readonly hashes: readonly number[];
  /** Inverse document frequency over all known sentences. */
  readonly weights: Float64Array;
  /** That of a symbol that is in none of them. */
  readonly unknownWeight: number;
}

/** All that is known, ready to be compared with. */
export interface Known {
  readonly table: SymbolTable;
  /** In the order of the claims. */
  readonly claims: readonly ClaimSentences[];
}

/**
 * Takes the sentences of all claims apart.
 * @param without a hand whose sentences are left out
 */
export function readKnown(
  packs: readonly Pack[],
  frames: readonly ClaimFrame[],
  readings: readonly ClaimReading[],
  vocabulary: Vocabulary,
  without?: string,
): KnownData {
  const partReader = createPartReader(vocabulary);
  const numbers = new Map<number, number>();
  const numberOf = (symbol: number) => {
    const known = numbers.get(symbol) ?? numbers.size;
    numbers.set(symbol, known);
    return known;
  };
  const sentences = new Map(packs.map((pack) => [pack, sentencesOf(pack, without)]));
  const claims = frames.map((frame, index) => {
    const vector = readings[index]?.vector ?? new Map<string, number>();
    return (sentences.get(frame.pack)?.get(frame.claim.id) ?? []).map(({ text, flagged }) => {
      const telling = tellingOf(readSentences(text, vocabulary), vector, vocabulary);
      const symbols = partsOf(wordingOf(telling), frame, partReader).map(({ symbol }) => symbol);
      return [flagged ? 1 : 0, ...[...new Set(symbols)].map(numberOf)];
    });
  });
  return { symbols: [...numbers.keys()], claims };
}

export function createKnown({ symbols, claims }: KnownData): Known {
  const counts = new Uint32Array(symbols.length);
  let total = 0;
  for (const sentences of claims)
    for (const [, ...members] of sentences) {
      total++;
      for (const symbol of members) counts[symbol] = (counts[symbol] ?? 0) + 1;
    }
  const weights = Float64Array.from(counts, (count) => Math.log(1 + total / (1 + count)));
  return {
    table: {
      numberOf: new Map(symbols.map((hash, number) => [hash, number])),
      hashes: symbols,
      weights,
      unknownWeight: Math.log(1 + total),
    },
    claims: claims.map((sentences) => layOut(sentences, weights)),
  };
}

function layOut(sentences: readonly (readonly number[])[], weights: Float64Array): ClaimSentences {
  const starts = [0];
  const flat: number[] = [];
  const lengths: number[] = [];
  for (const [, ...members] of sentences) {
    flat.push(...members);
    starts.push(flat.length);
    lengths.push(members.reduce((sum, symbol) => sum + (weights[symbol] ?? 0), 0));
  }
  return {
    starts,
    symbols: Uint32Array.from(flat),
    isWrong: sentences.map(([wrong]) => wrong === 1),
    lengths,
  };
}
