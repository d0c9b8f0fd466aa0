import type { Reading } from '../language/types';
import type { Vocabulary } from '../language/vocabulary';

/** The features of a reading: its concepts with everything broader, and its content words. */
export function featuresOf(reading: Reading, vocabulary: Vocabulary): Set<string> {
  const features = new Set<string>();
  for (const id of reading.concepts)
    for (const wide of vocabulary.closure(id)) features.add(`c:${wide}`);
  for (const word of reading.content) features.add(`w:${word}`);
  return features;
}
