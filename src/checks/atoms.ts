import { isOutcome } from '../evidence/types';
import type { Vocabulary } from '../language/vocabulary';

/** The parts of a compound, or the concept itself. */
export function atoms(id: string, vocabulary: Vocabulary): string[] {
  const concept = vocabulary.concept(id);
  if (!concept || isOutcome(concept) || !concept.parts) return [id];
  return concept.parts.flatMap((part) => atoms(part, vocabulary));
}

export function atomSet(ids: Iterable<string>, vocabulary: Vocabulary): Set<string> {
  return new Set([...ids].flatMap((id) => atoms(id, vocabulary)));
}
