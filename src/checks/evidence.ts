import { ruleOfSubject } from './subject';
import type { Concept, Pack } from '../evidence/types';
import { createVocabulary, type Vocabulary } from '../language/vocabulary';
import { buildIndex, readIndex, serialiseIndex, type EvidenceIndex } from '../search/index';
import { createNearest, type Nearest } from './nearest';
import { createPartReader, FeatureSet, type PartReader, type WordingModel } from './wording';
import {
  featureWeights,
  profileClaims,
  readClaims,
  type ClaimProfile,
  type ClaimReading,
} from './profile';

/** A pack with everything that takes time to work out, as JSON; packs we ship are compiled at build time. */
export interface CompiledPack {
  /** Changes whenever the reader does, so that a stale file is compiled anew. */
  readonly format: number;
  readonly pack: Pack;
  /** MiniSearch's own serialisation. */
  readonly index: string;
  readonly profiles: readonly SerialisedProfile[];
}

export const COMPILED_FORMAT = 2;

/** A profile's computed parts, in the order of `pack.claims`. */
interface SerialisedProfile {
  readonly vector: readonly (readonly [string, number])[];
  readonly flagged: number;
  readonly spared: number;
  readonly marks: readonly (readonly [string, number, number])[];
}

/** The loaded packs, ready to check and to search. */
export interface Evidence {
  readonly packs: readonly Pack[];
  readonly index: EvidenceIndex;
  readonly vocabulary: Vocabulary;
  readonly profiles: readonly ClaimProfile[];
  readonly nearest: Nearest;
  readonly partReader: PartReader;
  readonly wordingModel: WordingModel;
  /** Scratch space of the wording's features. */
  readonly featureSet: FeatureSet;
  readonly isOnSubject: (text: string) => boolean;
}

/**
 * Reads a pack's sentences and builds its search index.
 * @param without a hand whose sentences are left out
 */
export function compilePack(pack: Pack, without?: string): CompiledPack {
  const vocabulary = createVocabulary(pack.concepts);
  const { manifest, references, concepts, claims } = pack;
  return {
    format: COMPILED_FORMAT,
    pack: { manifest, references, concepts, claims },
    index: serialiseIndex(buildIndex([pack], vocabulary)),
    profiles: readClaims([pack], vocabulary, without).map(serialise),
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
  const index = isReady ? readIndex(only.index, packs, vocabulary) : buildIndex(packs, vocabulary);
  const profiles = isReady ? restoreProfiles(only, vocabulary) : profileClaims(packs, vocabulary);
  return {
    packs,
    index,
    vocabulary,
    profiles,
    nearest: createNearest(profiles, featureWeights(profiles)),
    partReader: createPartReader(vocabulary),
    wordingModel,
    featureSet: new FeatureSet(),
    isOnSubject: ruleOfSubject(packs),
  };
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

function serialise({ vector, table }: ClaimReading): SerialisedProfile {
  return {
    vector: [...vector]
      .filter(([, weight]) => weight >= MIN_WEIGHT)
      .map(([feature, weight]) => [feature, Number(weight.toPrecision(2))]),
    flagged: table.flagged,
    spared: table.spared,
    marks: [...table.counts].map(([mark, [flagged, spared]]) => [mark, flagged, spared]),
  };
}

function restoreProfiles(compiled: CompiledPack, vocabulary: Vocabulary): ClaimProfile[] {
  const readings = compiled.profiles.map(({ vector, flagged, spared, marks }): ClaimReading => ({
    vector: new Map(vector),
    table: { flagged, spared, counts: new Map(marks.map(([mark, f, s]) => [mark, [f, s]])) },
  }));
  return profileClaims([compiled.pack], vocabulary, readings);
}
