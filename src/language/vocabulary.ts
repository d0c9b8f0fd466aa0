import type { Concept, EntityKind } from '../evidence/types';
import { isOutcome } from '../evidence/types';
import { LEXICON, type CueFamily } from './lexicon';
import { PatternSet } from './patterns';
import { DOWN, SAME, UNSIGNED, UP, type Sign } from './types';

/** What a pattern found in a text means. */
export type Meaning =
  | { readonly type: 'concept'; readonly concept: string; readonly sign: Sign }
  | { readonly type: 'cue'; readonly family: CueFamily };

/** All that can be recognised in a text: a pack's concepts and the English cues. */
export interface Vocabulary {
  readonly patterns: PatternSet<Meaning>;
  readonly concept: (id: string) => Concept | undefined;
  /** The concept itself, everything broader, and the parts of a compound, transitively. */
  readonly closure: (id: string) => ReadonlySet<string>;
  /** Whether two concepts can be meant by one another: the same, or one broader than the other. */
  readonly compatible: (a: string, b: string) => boolean;
  readonly kind: (id: string) => EntityKind | 'outcome' | undefined;
}

/** Builds the vocabulary of one or more packs. */
export function createVocabulary(concepts: readonly Concept[]): Vocabulary {
  const patterns = new PatternSet<Meaning>();
  const byId = new Map(concepts.map((concept) => [concept.id, concept]));
  const cached = new Map<string, ReadonlySet<string>>();

  for (const concept of concepts) addConcept(patterns, concept);
  for (const [family, cues] of Object.entries(LEXICON) as [CueFamily, readonly string[]][]) {
    for (const cue of cues) patterns.add(cue, { type: 'cue', family });
  }

  const closure = (id: string): ReadonlySet<string> => {
    const known = cached.get(id);
    if (known) return known;
    const all = new Set<string>();
    const open = [id];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (all.has(next)) continue;
      all.add(next);
      const concept = byId.get(next);
      open.push(...(concept?.broader ?? []));
      if (concept && !isOutcome(concept)) open.push(...(concept.parts ?? []));
    }
    cached.set(id, all);
    return all;
  };

  return {
    patterns,
    concept: (id) => byId.get(id),
    closure,
    compatible: (a, b) => closure(a).has(b) || closure(b).has(a),
    kind: (id) => byId.get(id)?.kind,
  };
}

function addConcept(patterns: PatternSet<Meaning>, concept: Concept): void {
  const add = (names: readonly string[] | undefined, sign: Sign) => {
    for (const name of names ?? [])
      patterns.add(name, { type: 'concept', concept: concept.id, sign });
  };
  add(concept.names, UNSIGNED);
  if (isOutcome(concept)) {
    add(concept.poles?.present, UP);
    add(concept.poles?.absent, DOWN);
    add(concept.poles?.equal, SAME);
  }
}
