import type { EvidenceIndex } from './index';
import { conceptsOf, conceptTerm } from './index';
import { processTerm, tokenize } from './terms';

/** A term of a query with its weight (inverse document frequency). */
export interface WeightedTerm {
  readonly term: string;
  readonly weight: number;
}

/** More terms than this make a search slow and add noise; the most telling ones are kept. */
const MAX_TERMS = 16;

/** The most telling terms of a sentence, stems and concepts, highest inverse document frequency first. */
export function tellingTerms(
  sentence: string,
  index: EvidenceIndex,
  limit = MAX_TERMS,
): WeightedTerm[] {
  const terms = new Set<string>();
  for (const word of tokenize(sentence)) {
    const term = processTerm(word);
    if (term !== null && term.length > 1) terms.add(term);
  }
  for (const id of conceptsOf(sentence, index.vocabulary)) terms.add(conceptTerm(id));
  return [...terms]
    .map((term) => ({ term, weight: inverseFrequency(term, index) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, limit);
}

/** ln(1 + N/n), 0 where the term is not in the index. The larger of the fields' frequencies counts. */
export function inverseFrequency(term: string, index: EvidenceIndex): number {
  const count = index.frequency(term);
  return count === 0 ? 0 : Math.log(1 + index.documents.size / count);
}
