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

/** A sentence that says what a claim is about, and whether it is right. */
interface ClaimSentence {
  readonly text: string;
  readonly flagged: boolean;
}

/** Who wrote the examples in a claim itself, as against `LabelledStatement.hand`. */
export const CURATOR = 'curator';

/** The sentences of each claim: its statement, its examples, and what others wrote on it. */
function sentencesOf(pack: Pack, without: string | undefined): Map<string, ClaimSentence[]> {
  const byClaim = new Map<string, ClaimSentence[]>(
    pack.claims.map((claim) => [claim.id, without === CURATOR ? [] : ownSentences(claim)]),
  );
  for (const { claim, hand, label, text } of pack.training ?? []) {
    if (hand !== without)
      byClaim.get(claim)?.push({ text: withoutCitations(text), flagged: label !== 'ok' });
  }
  return byClaim;
}

function ownSentences(claim: Claim): ClaimSentence[] {
  const as = (flagged: boolean, list: readonly Example[] = []) =>
    list.map((example) => ({ text: exampleText(example), flagged }));
  return [
    { text: claim.statement, flagged: false },
    ...as(false, claim['consistent-with']),
    ...as(true, claim['contradicted-by']),
    ...as(true, claim['needs-caveat']),
  ];
}

/** A labelled statement without its `{{n}}`. */
export function withoutCitations(text: string): string {
  return text.replace(/\s*\{\{\d+\}\}/g, '');
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
  const weights = new Map(
    [...documents].map(([feature, count]) => [feature, Math.log(1 + profiles.length / count)]),
  );
  return (feature) => weights.get(feature) ?? 0;
}
