import type { EvidenceIndex } from '../index';
import { tellingTerms } from '../query';

/** How much of what a claim is about a sentence must name to speak of it; less where it cites one of its references. */
const SHARE = 0.5;
const SHARE_CITING = 0.2;
/** The subject alone, which every sentence names, is not enough. */
const LEAST_SHARED = 3;

/** Tells for sentences whether they speak of a claim. */
export function mentionReader(
  statement: string,
  index: EvidenceIndex,
): (sentence: string, isCiting: boolean) => boolean {
  const wanted = new Map(tellingTerms(statement, index).map(({ term, weight }) => [term, weight]));
  const all = sum(wanted.values());
  return (sentence, isCiting) => {
    const shared = tellingTerms(sentence, index, Infinity).filter(({ term }) => wanted.has(term));
    const share = all === 0 ? 0 : sum(shared.map(({ weight }) => weight)) / all;
    if (isCiting) return share >= SHARE_CITING;
    return shared.length >= LEAST_SHARED && share >= SHARE;
  };
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
