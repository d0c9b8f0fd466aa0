import {
  asList,
  exampleText,
  type Claim,
  type Direction,
  type EntityKind,
  type Example,
  type Pack,
  type Quantity,
} from '../evidence/types';
import { readStatement } from '../language/read';
import { DOWN, SAME, UP, type Reading, type Sign } from '../language/types';
import type { Vocabulary } from '../language/vocabulary';
import { atomSet } from './atoms';
import { neighbourQuantities, quantitiesOf } from './quantities';
import { marksOf, type MarkTable } from './marks';

/** What an example sentence is there to show. */
export type ExampleRole = 'contradicts' | 'consistent' | 'lacks-caveat';

/** A claim as the checker uses it: its fields expanded and its sentences read. */
export interface ClaimProfile {
  readonly pack: Pack;
  readonly claim: Claim;
  readonly sign: Sign;
  readonly outcomes: readonly string[];
  /** Atomic concepts (compounds taken apart). */
  readonly intervention: ReadonlySet<string>;
  readonly comparator: ReadonlySet<string>;
  /** Everything the claim is bound to, by facet, without the comparator. */
  readonly facets: ReadonlyMap<EntityKind, readonly string[]>;
  /** Feature to weight, of unit length: what sentences about this claim speak of. */
  readonly vector: ReadonlyMap<string, number>;
  /** The claim's own figures, sample size and follow-up among them. */
  readonly quantities: readonly Quantity[];
  /** Figures of other claims on the same references: right as well, if not what this claim is about. */
  readonly neighbours: readonly Quantity[];
  /** What tells sentences that must be flagged from those that must not. */
  readonly table: MarkTable;
}

const SIGNS: Readonly<Record<Direction, Sign>> = {
  increase: UP,
  present: UP,
  decrease: DOWN,
  absent: DOWN,
  'no-difference': SAME,
  mixed: UP | DOWN | SAME,
};

/** The features of a reading: its concepts with everything broader, and its content words. */
export function featuresOf(reading: Reading, vocabulary: Vocabulary): Set<string> {
  const features = new Set<string>();
  for (const id of reading.concepts)
    for (const wide of vocabulary.closure(id)) features.add(`c:${wide}`);
  for (const word of reading.content) features.add(`w:${word}`);
  return features;
}

/** Inverse document frequency of features over claims: ln(1 + N/n). */
export type Frequencies = ReadonlyMap<string, number>;

/** The sentences of a claim that say what it is about: its statement and its examples. */
function sentencesOf(claim: Claim): string[] {
  const lists: (readonly Example[] | undefined)[] = [
    claim['consistent-with'],
    claim['contradicted-by'],
    claim['needs-caveat'],
  ];
  return [claim.statement, ...lists.flatMap((list) => (list ?? []).map(exampleText))];
}

/** What is worked out from a claim's sentences. Made at build time for packs we ship. */
export type ClaimReading = Pick<ClaimProfile, 'vector' | 'table'>;

/** Reads the sentences of all claims. */
export function readClaims(packs: readonly Pack[], vocabulary: Vocabulary): ClaimReading[] {
  const claims = packs.flatMap((pack) => pack.claims);
  const counted = claims.map((claim) => countFeatures(claim, vocabulary));
  const documents = new Map<string, number>();
  for (const counts of counted) {
    for (const feature of counts.keys()) documents.set(feature, (documents.get(feature) ?? 0) + 1);
  }
  return counted.map((counts, i) => ({
    vector: weigh(counts, documents, counted.length),
    table: countMarks(claims[i] as Claim, vocabulary),
  }));
}

/** Compiles claims to profiles; `readings` are those of `readClaims`, in the same order. */
export function profileClaims(
  packs: readonly Pack[],
  vocabulary: Vocabulary,
  readings: readonly ClaimReading[] = readClaims(packs, vocabulary),
): ClaimProfile[] {
  const neighbours = neighbourQuantities(packs);
  return packs
    .flatMap((pack) => pack.claims.map((claim) => ({ pack, claim })))
    .map(({ pack, claim }, index) => ({
      pack,
      claim,
      sign: SIGNS[claim.direction],
      outcomes: asList(claim.outcome),
      intervention: atomSet(asList(claim.intervention), vocabulary),
      comparator: atomSet(asList(claim.comparator), vocabulary),
      facets: facetsOf(claim, vocabulary),
      quantities: quantitiesOf(claim),
      neighbours: neighbours(pack, claim),
      vector: readings[index]?.vector ?? new Map<string, number>(),
      table: readings[index]?.table ?? {
        flagged: 0,
        spared: 0,
        counts: new Map<string, [number, number]>(),
      },
    }));
}

function countMarks(claim: Claim, vocabulary: Vocabulary): MarkTable {
  const flagged = [...(claim['contradicted-by'] ?? []), ...(claim['needs-caveat'] ?? [])].map(
    exampleText,
  );
  const spared = [claim.statement, ...(claim['consistent-with'] ?? []).map(exampleText)];
  const counts = new Map<string, [number, number]>();
  const count = (sentences: readonly string[], at: 0 | 1) => {
    for (const sentence of sentences) {
      for (const mark of marksOf(readStatement(sentence, vocabulary), vocabulary)) {
        const pair = counts.get(mark) ?? [0, 0];
        pair[at]++;
        counts.set(mark, pair);
      }
    }
  };
  count(flagged, 0);
  count(spared, 1);
  return { flagged: flagged.length, spared: spared.length, counts };
}

function countFeatures(claim: Claim, vocabulary: Vocabulary): Map<string, number> {
  const sentences = sentencesOf(claim);
  const counts = new Map<string, number>();
  for (const sentence of sentences) {
    for (const feature of featuresOf(readStatement(sentence, vocabulary), vocabulary)) {
      counts.set(feature, (counts.get(feature) ?? 0) + 1 / sentences.length);
    }
  }
  return counts;
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

function facetsOf(claim: Claim, vocabulary: Vocabulary): Map<EntityKind, string[]> {
  const facets = new Map<EntityKind, string[]>();
  const ids = [
    ...asList(claim.intervention),
    ...asList(claim.design),
    ...asList(claim.route),
    ...(claim.population?.species ?? []),
    ...(claim.population?.disease ?? []),
    ...(claim.population?.group ?? []),
  ];
  for (const id of atomSet(ids, vocabulary)) {
    const kind = vocabulary.kind(id);
    if (kind === undefined || kind === 'outcome') continue;
    const list = facets.get(kind);
    if (list) list.push(id);
    else facets.set(kind, [id]);
  }
  return facets;
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
  return (feature) => {
    const count = documents.get(feature);
    return count === undefined ? 0 : Math.log(1 + profiles.length / count);
  };
}
