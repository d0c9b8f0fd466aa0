import type { Pack } from '../evidence/types';
import type { Reading } from '../language/types';
import type { Vocabulary } from '../language/vocabulary';
import { sentencesOf } from './claim-sentences';
import type { ClaimFrame } from './frame';
import { marksOf, type MarkTable } from './marks';
import { readSentences, tellingOf } from './telling';
import { featuresOf } from './topic';

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

/** What is worked out from a claim's sentences. Made at build time for packs we ship. */
export type ClaimReading = Pick<ClaimProfile, 'vector' | 'table'>;

/** Known sentences of one claim, read: each text as its sentences. */
interface ReadText {
  readonly readings: readonly Reading[];
  readonly flagged: boolean;
}

/**
 * Reads the sentences of all claims.
 * @param without a hand whose sentences are left out, so that they can be judged as a stranger's
 */
export function readClaims(
  packs: readonly Pack[],
  vocabulary: Vocabulary,
  without?: string,
): ClaimReading[] {
  const texts = packs.flatMap((pack) => {
    const sentences = sentencesOf(pack, without);
    return pack.claims.map(({ id }) =>
      (sentences.get(id) ?? []).map(({ text, flagged }): ReadText => ({
        readings: readSentences(text, vocabulary),
        flagged,
      })),
    );
  });
  // What leads up to a claim would make it speak of everything: first seen which sentence tells, then counted anew.
  const rough = weighClaims(
    texts.map((ofClaim) => ofClaim.flatMap(({ readings }) => readings)),
    vocabulary,
  );
  const telling = texts.map((ofClaim, i) =>
    ofClaim.map(({ readings, flagged }) => ({
      reading: tellingOf(readings, rough[i] ?? new Map<string, number>(), vocabulary),
      flagged,
    })),
  );
  const vectors = weighClaims(
    telling.map((ofClaim) => ofClaim.map(({ reading }) => reading)),
    vocabulary,
  );
  return telling.map((ofClaim, i) => ({
    vector: vectors[i] ?? new Map<string, number>(),
    table: countMarks(ofClaim, vocabulary),
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

/** What the sentences of each claim speak of, as a vector a claim. */
function weighClaims(
  readings: readonly (readonly Reading[])[],
  vocabulary: Vocabulary,
): Map<string, number>[] {
  const counted = readings.map((ofClaim) => countFeatures(ofClaim, vocabulary));
  const documents = new Map<string, number>();
  for (const features of counted)
    for (const feature of features.keys())
      documents.set(feature, (documents.get(feature) ?? 0) + 1);
  return counted.map((features) => weigh(features, documents, counted.length));
}

/** In what share of the sentences each feature occurs. */
function countFeatures(readings: readonly Reading[], vocabulary: Vocabulary): Map<string, number> {
  const features = new Map<string, number>();
  for (const reading of readings)
    for (const feature of featuresOf(reading, vocabulary))
      features.set(feature, (features.get(feature) ?? 0) + 1 / readings.length);
  return features;
}

function countMarks(
  sentences: readonly { readonly reading: Reading; readonly flagged: boolean }[],
  vocabulary: Vocabulary,
): MarkTable {
  const counts = new Map<string, [number, number]>();
  for (const { reading, flagged } of sentences)
    for (const mark of marksOf(reading, vocabulary)) {
      const pair = counts.get(mark) ?? [0, 0];
      pair[flagged ? 0 : 1]++;
      counts.set(mark, pair);
    }
  const flagged = sentences.filter((sentence) => sentence.flagged).length;
  return { flagged, spared: sentences.length - flagged, counts };
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
