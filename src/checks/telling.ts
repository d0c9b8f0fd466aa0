import { readStatement } from '../language/read';
import type { Reading } from '../language/types';
import type { Vocabulary } from '../language/vocabulary';
import { splitSentences } from '../manuscript/sentences';
import { featuresOf } from './topic';

/** Reads a text sentence by sentence. */
export function readSentences(text: string, vocabulary: Vocabulary): Reading[] {
  const spans = splitSentences(text);
  const texts = spans.length > 1 ? spans.map(({ start, end }) => text.slice(start, end)) : [text];
  return texts.map((sentence) => readStatement(sentence, vocabulary));
}

/**
 * Of several sentences the one that speaks of a claim; the others lead up to it or go on from it, and say nothing of it.
 * @param readings at least one
 * @param vector the claim's features with their weights
 */
export function tellingOf(
  readings: readonly Reading[],
  vector: ReadonlyMap<string, number>,
  vocabulary: Vocabulary,
): Reading {
  let best = readings[0] as Reading;
  if (readings.length === 1) return best;
  let most = -1;
  for (const reading of readings) {
    let fit = 0;
    for (const feature of featuresOf(reading, vocabulary)) fit += vector.get(feature) ?? 0;
    if (fit > most) [best, most] = [reading, fit];
  }
  return best;
}
