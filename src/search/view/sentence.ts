import { citeSentence, matchClaims } from '../cite';
import type { EvidenceIndex } from '../index';
import { tellingTerms } from '../query';
import type { Scores } from './typed';

/** A claim that fits less than this share of the best one fits by a word or two. */
const LEAST = 0.45;
const CLAIMS = 30;
const REFERENCES = 20;

/**
 * The evidence for a sentence: the claims that speak of the same and the references that could be cited for it, found
 * as citations are. Each list is scored against its own best; claims come first where they are equal.
 *
 * @param numberOf the document's number by its id in the index
 */
export function scoreSentence(
  index: EvidenceIndex,
  size: number,
  numberOf: (id: string) => number | undefined,
  sentence: string,
): Scores {
  const scores = new Float32Array(size);
  const matches: number[] = [];
  const add = (id: string, score: number) => {
    const number = numberOf(id);
    if (number === undefined || score < LEAST) return;
    scores[number] = score;
    matches.push(number);
  };
  const terms = tellingTerms(sentence, index);
  if (terms.length > 0) for (const [id, score] of matchClaims(index, terms, CLAIMS)) add(id, score);
  const references = citeSentence(index, sentence, { limit: REFERENCES });
  const best = references[0]?.score ?? 1;
  for (const { pack, kind, id, score } of references) add(`${pack}/${kind}/${id}`, score / best);
  return { scores, matches: Uint32Array.from(matches) };
}
