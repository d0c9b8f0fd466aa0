import { setScene } from '../../language/scene';
import { conceptTerm, type EvidenceIndex } from '../index';
import { mendTyped } from '../mend';
import { plainTerm, processTerm, tokenize } from '../terms';
import type { Postings } from './postings';
import { completions, corrections } from './typos';

/** What was typed, against all documents. */
export interface Scores {
  /** 0 where a document does not match. */
  readonly scores: Float32Array;
  /** Those that match, in no order. */
  readonly matches: Uint32Array;
}

/** Weights of the fields, as in `searchEvidence`. */
const STEMMED = { title: 1.6, authors: 2, details: 1.2, said: 0.5 };
const WORDS_BOOST = 1.5;
const CONCEPTS_BOOST = 0.8;
/** Words are kept as bits. */
const MAX_WORDS = 24;
/** Of up to two words all must match, of more this share. */
const SHARE = 0.6;

/**
 * Scores documents as `searchEvidence` does. A document matches where it has all words in some form (a stem, half
 * typed, with a typo, by another name of the same concept), of many words most; where none has as many, those with most.
 *
 * @param leastPrefix how many letters of its last word must be typed for the words that begin so to count
 */
export function scoreTyped(
  index: Pick<EvidenceIndex, 'vocabulary'>,
  postings: Postings,
  query: string,
  leastPrefix = 1,
): Scores {
  const words = mendTyped(tokenize(query), {
    hasWord: (word) => postings.has(word, 'words'),
  }).flatMap((word) => {
    const plain = plainTerm(word);
    return plain === null ? [] : [{ plain, stem: processTerm(word) ?? plain }];
  });
  const typed = words.slice(0, MAX_WORDS);
  const scores = new Float32Array(postings.size);
  /** Which words, in whatever form. */
  const covered = new Uint32Array(postings.size);
  /** How many different terms, as MiniSearch counts them. */
  const terms = new Uint8Array(postings.size);
  const seen = new Uint32Array(postings.size);
  let round = 0;
  const add = (term: string, field: string, weight: number, bits: number) =>
    postings.visit(term, field, (document, score) => {
      scores[document] = (scores[document] ?? 0) + weight * score;
      covered[document] = (covered[document] ?? 0) | bits;
      if (seen[document] === round) return;
      seen[document] = round;
      terms[document] = (terms[document] ?? 0) + 1;
    });

  for (const [i, { plain, stem }] of typed.entries()) {
    round++;
    const bit = 1 << i;
    for (const [field, boost] of Object.entries(STEMMED)) add(stem, field, boost, bit);
    if (plain !== stem) round++;
    let isKnown = add(plain, 'words', WORDS_BOOST, bit);
    if (i === words.length - 1 && plain.length >= leastPrefix) {
      for (const { word, weight } of completions(postings, plain)) {
        add(word, 'words', weight * WORDS_BOOST, bit);
        isKnown = true;
      }
    }
    if (isKnown) continue;
    for (const { word, weight } of corrections(postings, plain))
      add(word, 'words', weight * WORDS_BOOST, bit);
  }
  for (const { concept, bits } of conceptsIn(query, typed, index)) {
    round++;
    add(conceptTerm(concept), 'concepts', CONCEPTS_BOOST, bits);
  }
  for (let i = 0; i < scores.length; i++) scores[i] = (scores[i] ?? 0) * (terms[i] ?? 0);
  return { scores, matches: wanted(covered, typed.length) };
}

/** The concepts that a query names, each with the words of its name. */
function conceptsIn(
  query: string,
  typed: readonly { readonly plain: string }[],
  { vocabulary }: Pick<EvidenceIndex, 'vocabulary'>,
): { concept: string; bits: number }[] {
  const { tokens, mentions } = setScene(query, vocabulary);
  return mentions.map(({ concept, first, last }) => {
    const named = tokens.slice(first, last + 1).flatMap(({ text }) => tokenize(text));
    const plain = new Set(named.map((word) => plainTerm(word)));
    let bits = 0;
    for (const [i, word] of typed.entries()) if (plain.has(word.plain)) bits |= 1 << i;
    return { concept, bits };
  });
}

/** The documents that have enough of the words. */
function wanted(covered: Uint32Array, words: number): Uint32Array {
  const counts = covered.map(bitCount);
  let most = 0;
  for (const count of counts) if (count > most) most = count;
  const asked = words <= 2 ? words : Math.ceil(words * SHARE);
  const least = Math.max(1, Math.min(most, asked));
  const found = new Uint32Array(counts.length);
  let size = 0;
  for (let i = 0; i < counts.length; i++) if ((counts[i] ?? 0) >= least) found[size++] = i;
  return found.subarray(0, size);
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}
