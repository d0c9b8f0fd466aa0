import { LARGE, type EvidenceDocument, type EvidenceIndex } from './index';
import type { WeightedTerm } from './query';
import { scoreTyped } from './view/typed';

/** A single letter begins too many words. */
const LEAST_PREFIX = 2;

export type Hit = readonly [id: string, score: number];

export function isLarge(index: EvidenceIndex): boolean {
  return index.documents.size >= LARGE;
}

/** As `searchEvidence` on a large index. @returns best first */
export function searchTyped(
  index: EvidenceIndex,
  query: string,
  isWanted: (document: EvidenceDocument) => boolean,
  limit: number,
): Hit[] {
  const { scores } = scoreTyped(index, index.postings(), query, LEAST_PREFIX);
  return best(index, scores, isWanted, limit);
}

/**
 * Documents of one kind that have any of some terms, best first.
 * @param boosts weight of each field that is looked into
 */
export function searchTerms(
  index: EvidenceIndex,
  terms: readonly WeightedTerm[],
  boosts: Readonly<Record<string, number>>,
  kind: EvidenceDocument['kind'],
  limit: number,
): Hit[] {
  const postings = index.postings();
  const scores = new Float32Array(postings.size);
  /** How many different terms a document has; MiniSearch multiplies by it. */
  const counts = new Uint8Array(postings.size);
  const seen = new Uint8Array(postings.size);
  terms.forEach(({ term }, at) => {
    for (const [field, boost] of Object.entries(boosts))
      postings.visit(term, field, (document, score) => {
        scores[document] = (scores[document] as number) + boost * score;
        if (seen[document] === at + 1) return;
        seen[document] = at + 1;
        counts[document] = (counts[document] as number) + 1;
      });
  });
  for (let i = 0; i < scores.length; i++) scores[i] = (scores[i] as number) * (counts[i] as number);
  return best(index, scores, (document) => document.kind === kind, limit);
}

/** The best of the documents that score; of the same score the first of the index. */
function best(
  { list }: EvidenceIndex,
  scores: Float32Array,
  isWanted: (document: EvidenceDocument) => boolean,
  limit: number,
): Hit[] {
  const found: [string, number][] = [];
  let least = 0;
  for (let i = 0; i < scores.length; i++) {
    const score = scores[i] as number;
    if (score <= least) continue;
    const document = list[i];
    if (!document || !isWanted(document)) continue;
    let at = found.length;
    while (at > 0 && (found[at - 1]?.[1] ?? 0) < score) at--;
    found.splice(at, 0, [document.id, score]);
    if (found.length > limit) found.pop();
    if (found.length === limit) least = found[limit - 1]?.[1] ?? 0;
  }
  return found;
}
