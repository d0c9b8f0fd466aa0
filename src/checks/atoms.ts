import { isOutcome } from '../evidence/types';
import type { Vocabulary } from '../language/vocabulary';

/** The parts of a compound, or the concept itself. */
export function atoms(id: string, vocabulary: Vocabulary): string[] {
  const concept = vocabulary.concept(id);
  if (!concept || isOutcome(concept) || !concept.parts) return [id];
  return concept.parts.flatMap((part) => atoms(part, vocabulary));
}

/** What was worked out for sets of concepts; a statement's own are asked for with each claim it is held against. */
const known = new WeakMap<Vocabulary, WeakMap<ReadonlySet<string>, ReadonlySet<string>>>();

/** The atoms of all of some concepts. A pure function with a memo: the sets must not be changed afterwards. */
export function atomSet(ids: ReadonlySet<string>, vocabulary: Vocabulary): ReadonlySet<string> {
  let ofVocabulary = known.get(vocabulary);
  if (!ofVocabulary) known.set(vocabulary, (ofVocabulary = new WeakMap()));
  const before = ofVocabulary.get(ids);
  if (before) return before;
  const made = new Set([...ids].flatMap((id) => atoms(id, vocabulary)));
  ofVocabulary.set(ids, made);
  return made;
}
