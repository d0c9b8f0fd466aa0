import type { Pack } from '../evidence/types';
import { readStatement } from '../language/read';
import type { Reading } from '../language/types';
import type { Vocabulary } from '../language/vocabulary';
import { sentencesOf, type ClaimSentence } from './claim-sentences';
import type { ClaimFrame } from './frame';
import { marksOf, type MarkTable } from './marks';

/** The known sentences of one claim, laid out flat. */
export interface ClaimSentences {
  /** Where each sentence begins in `symbols`; one more at the end. */
  readonly starts: readonly number[];
  readonly symbols: Uint32Array;
  readonly isWrong: readonly boolean[];
  /** Sum of the weights of a sentence's symbols. */
  readonly lengths: readonly number[];
}

/** A claim as the checker uses it: its fields expanded and its sentences read. */
export interface ClaimProfile extends ClaimFrame {
  /** Feature to weight, of unit length: what sentences about this claim speak of. */
  readonly vector: ReadonlyMap<string, number>;
  /** What tells sentences that must be flagged from those that must not. */
  readonly table: MarkTable;
  /** The sentences themselves. */
  readonly known: ClaimSentences;
}

/** The features of a reading: its concepts with everything broader, and its content words. */
export function featuresOf(reading: Reading, vocabulary: Vocabulary): Set<string> {
  const features = new Set<string>();
  for (const id of reading.concepts)
    for (const wide of vocabulary.closure(id)) features.add(`c:${wide}`);
  for (const word of reading.content) features.add(`w:${word}`);
  return features;
}

/** What is worked out from a claim's sentences. Made at build time for packs we ship. */
export type ClaimReading = Pick<ClaimProfile, 'vector' | 'table'>;

/**
 * Reads the sentences of all claims.
 * @param without a hand whose sentences are left out, so that they can be judged as a stranger's
 */
export function readClaims(
  packs: readonly Pack[],
  vocabulary: Vocabulary,
  without?: string,
): ClaimReading[] {
  const counted = packs.flatMap((pack) => {
    const sentences = sentencesOf(pack, without);
    return pack.claims.map(({ id }) => countSentences(sentences.get(id) ?? [], vocabulary));
  });
  const documents = new Map<string, number>();
  for (const { features } of counted) {
    for (const feature of features.keys())
      documents.set(feature, (documents.get(feature) ?? 0) + 1);
  }
  return counted.map(({ features, table }) => ({
    vector: weigh(features, documents, counted.length),
    table,
  }));
}

const NOTHING_READ: ClaimReading = {
  vector: new Map(),
  table: { flagged: 0, spared: 0, counts: new Map() },
};
const NOTHING_KNOWN: ClaimSentences = {
  starts: [0],
  symbols: new Uint32Array(0),
  isWrong: [],
  lengths: [],
};

/** Puts frames and what was read of the claims together; all three are in the order of the claims. */
export function profileClaims(
  frames: readonly ClaimFrame[],
  readings: readonly ClaimReading[],
  known: readonly ClaimSentences[],
): ClaimProfile[] {
  return frames.map((frame, index) => ({
    ...frame,
    ...(readings[index] ?? NOTHING_READ),
    known: known[index] ?? NOTHING_KNOWN,
  }));
}

function countSentences(
  sentences: readonly ClaimSentence[],
  vocabulary: Vocabulary,
): { readonly features: Map<string, number>; readonly table: MarkTable } {
  const features = new Map<string, number>();
  const counts = new Map<string, [number, number]>();
  for (const { text, flagged } of sentences) {
    const reading = readStatement(text, vocabulary);
    for (const feature of featuresOf(reading, vocabulary))
      features.set(feature, (features.get(feature) ?? 0) + 1 / sentences.length);
    for (const mark of marksOf(reading, vocabulary)) {
      const pair = counts.get(mark) ?? [0, 0];
      pair[flagged ? 0 : 1]++;
      counts.set(mark, pair);
    }
  }
  const flagged = sentences.filter((sentence) => sentence.flagged).length;
  return { features, table: { flagged, spared: sentences.length - flagged, counts } };
}

function weigh(
  counts: ReadonlyMap<string, number>,
  documents: ReadonlyMap<string, number>,
  total: number,
): Map<string, number> {
  const vector = new Map<string, number>();
  let square = 0;
  for (const [feature, share] of counts) {
    const weight = Math.sqrt(share) * Math.log(1 + total / (documents.get(feature) ?? 1));
    vector.set(feature, weight);
    square += weight * weight;
  }
  const length = Math.sqrt(square) || 1;
  for (const [feature, weight] of vector) vector.set(feature, weight / length);
  return vector;
}

/** The inverse document frequency of a feature over the claims. */
export type FeatureWeights = (feature: string) => number;

/** How often features occur over the claims of the loaded packs. */
export function featureWeights(profiles: readonly ClaimProfile[]): FeatureWeights {
  const documents = new Map<string, number>();
  for (const profile of profiles) {
    for (const feature of profile.vector.keys())
      documents.set(feature, (documents.get(feature) ?? 0) + 1);
  }
  const weights = new Map(
    [...documents].map(([feature, count]) => [feature, Math.log(1 + profiles.length / count)]),
  );
  return (feature) => weights.get(feature) ?? 0;
}
