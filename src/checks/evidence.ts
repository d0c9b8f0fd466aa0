import { ruleOfSubject } from './subject';
import type { Concept, Pack } from '../evidence/types';
import { createVocabulary, type Vocabulary } from '../language/vocabulary';
import { buildIndex, readIndex, serialiseIndex, type EvidenceIndex } from '../search/index';
import type { PlainIndex } from '../search/packed-index';
import { createCitable, type Citable } from './cited';
import { CONTRAST_BUCKETS, createContrasts, type Contrasts } from './contrast';
import { FeatureScore } from './features';
import { frameClaims } from './frame';
import { createKnown, readKnown, type KnownData } from './known';
import { createNearest, type Nearest } from './nearest';
import { createPartReader, type PartReader } from './parts';
import {
  featureWeights,
  profileClaims,
  readClaims,
  type ClaimProfile,
  type ClaimReading,
} from './profile';
import { WORDING_BUCKETS, WORDING_GROUPS } from './wording';
import type { WordingModel } from './wording-model';

/** A pack with everything that takes time to work out, as JSON; packs we ship are compiled at build time. */
export interface CompiledPack {
  /** Changes whenever the reader does, so that a stale file is compiled anew. */
  readonly format: number;
  readonly pack: Pack;
  /** MiniSearch's own serialisation. */
  readonly index: string | (() => PlainIndex);
  /** What was read of each claim, in the order of `pack.claims`. */
  readonly profiles: readonly (SerialisedProfile | ClaimReading)[];
  readonly known: KnownData;
}

export const COMPILED_FORMAT = 3;

/** A claim's reading as JSON. */
export interface SerialisedProfile {
  readonly vector: readonly (readonly [string, number])[];
  readonly flagged: number;
  readonly spared: number;
  readonly marks: readonly (readonly [string, number, number])[];
}

/** The loaded packs, ready to check and to search. */
export interface Evidence {
  readonly packs: readonly Pack[];
  readonly index: EvidenceIndex;
  readonly citable: Citable;
  readonly vocabulary: Vocabulary;
  readonly profiles: readonly ClaimProfile[];
  readonly nearest: Nearest;
  readonly partReader: PartReader;
  readonly contrasts: Contrasts;
  /** What weighs the features of the two models of wording. */
  readonly wordingScore: FeatureScore;
  readonly contrastScore: FeatureScore;
  readonly isOnSubject: (text: string) => boolean;
}

/**
 * Reads a pack's sentences and builds its search index.
 * @param without a hand whose sentences are left out
 */
export function compilePack(pack: Pack, without?: string): CompiledPack {
  const vocabulary = createVocabulary(pack.concepts);
  const { manifest, references, concepts, claims } = pack;
  const { readings, known } = readPacks([pack], vocabulary, without);
  return {
    format: COMPILED_FORMAT,
    pack: { manifest, references, concepts, claims },
    index: serialiseIndex(buildIndex([pack], vocabulary)),
    profiles: readings.map(serialise),
    known,
  };
}

/** Puts packs together. A single compiled pack is used as it is; several share one vocabulary and are read anew. */
export function createEvidence(
  compiled: readonly CompiledPack[],
  wordingModel: WordingModel,
): Evidence {
  const packs = compiled.map(({ pack }) => pack);
  const vocabulary = createVocabulary(mergeConcepts(packs));
  const [only] = compiled;
  const isReady = compiled.length === 1 && only?.format === COMPILED_FORMAT;
  // Checking needs no index, and it is the largest part of what is kept: made once something is searched for.
  const makeIndex = () =>
    isReady ? readIndex(plainIndex(only), packs, vocabulary) : buildIndex(packs, vocabulary);
  let index: EvidenceIndex | undefined;
  const { readings, known: data } = isReady
    ? { readings: only.profiles.map(restore), known: only.known }
    : readPacks(packs, vocabulary);
  const known = createKnown(data);
  const profiles = profileClaims(frameClaims(packs, vocabulary), readings, known.claims);
  return {
    packs,
    get index() {
      return (index ??= makeIndex());
    },
    citable: createCitable(packs),
    vocabulary,
    profiles,
    nearest: createNearest(profiles, featureWeights(profiles)),
    partReader: createPartReader(vocabulary),
    contrasts: createContrasts(known.table),
    wordingScore: new FeatureScore(WORDING_BUCKETS, wordingModel.wording, WORDING_GROUPS.length),
    contrastScore: new FeatureScore(CONTRAST_BUCKETS, wordingModel.contrast, 1),
    isOnSubject: ruleOfSubject(packs),
  };
}

function plainIndex({ index }: CompiledPack): string | PlainIndex {
  return typeof index === 'string' ? index : index();
}

function readPacks(packs: readonly Pack[], vocabulary: Vocabulary, without?: string) {
  const readings = readClaims(packs, vocabulary, without);
  const frames = frameClaims(packs, vocabulary);
  return { readings, known: readKnown(packs, frames, readings, vocabulary, without) };
}

/** Two packs may define one concept; the first one's definition counts, with the other's names added. */
function mergeConcepts(packs: readonly Pack[]): Concept[] {
  const merged = new Map<string, Concept>();
  for (const concept of packs.flatMap((pack) => pack.concepts)) {
    const known = merged.get(concept.id);
    merged.set(
      concept.id,
      known ? { ...known, names: [...new Set([...known.names, ...concept.names])] } : concept,
    );
  }
  return [...merged.values()];
}

/** Features that hardly weigh are left out, and two digits are enough for the rest. */
const MIN_WEIGHT = 0.02;

/** A reading as JSON, with what hardly weighs left out. */
export function serialise(reading: ClaimReading | SerialisedProfile): SerialisedProfile {
  if (!('table' in reading)) return reading;
  const { vector, table } = reading;
  return {
    vector: [...vector]
      .filter(([, weight]) => weight >= MIN_WEIGHT)
      .map(([feature, weight]) => [feature, Number(weight.toPrecision(2))]),
    flagged: table.flagged,
    spared: table.spared,
    marks: [...table.counts].map(([mark, [flagged, spared]]) => [mark, flagged, spared]),
  };
}

function restore(profile: ClaimReading | SerialisedProfile): ClaimReading {
  if ('table' in profile) return profile;
  const { vector, flagged, spared, marks } = profile;
  return {
    vector: new Map(vector),
    table: { flagged, spared, counts: new Map(marks.map(([mark, f, s]) => [mark, [f, s]])) },
  };
}
