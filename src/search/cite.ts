import { EXACT, numberKey, type EvidenceIndex } from './index';
import { isLarge, searchTerms, type Hit } from './large';
import { tellingTerms, type WeightedTerm } from './query';
import { searchEvidence, toResult } from './search';
import type { SearchResult } from './types';

export interface CiteOptions {
  readonly limit?: number;
  /** What stands after the `@`: part of a key, an author, a year, a word of the title. */
  readonly typed?: string;
  /** Keys the manuscript already cites; they come a little earlier. */
  readonly cited?: readonly string[];
}

const DEFAULT_LIMIT = 10;
/** Of the claims that fit the sentence, how many lend their references their score. */
const CLAIMS = 12;
const RECENT = 8;
const WEIGHT = { claims: 1, references: 0.8, author: 0.9, typed: 3, cited: 0.05 };

/**
 * Ranks references for a sentence, whole or half written: by the claims it matches, by what the references say and are
 * called, by authors that it names, and by what was typed after the `@`.
 */
export function citeSentence(
  index: EvidenceIndex,
  sentence: string,
  options: CiteOptions = {},
): SearchResult[] {
  const scores = new Map(sentenceScores(index, sentence));
  const add = (id: string, score: number) => scores.set(id, (scores.get(id) ?? 0) + score);
  if (options.typed !== undefined && options.typed !== '') {
    const typed = searchEvidence(index, options.typed, { kind: 'reference', limit: 200 });
    const best = typed[0]?.score ?? 1;
    for (const hit of typed)
      add(`${hit.pack}/reference/${hit.id}`, (WEIGHT.typed * hit.score) / best);
  }
  for (const key of options.cited ?? []) {
    for (const id of scores.keys()) if (id.endsWith(`/reference/${key}`)) add(id, WEIGHT.cited);
  }
  return [...scores]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, options.limit ?? DEFAULT_LIMIT)
    .map(([id, score]) => toResult(index, id, score));
}

/** What the sentence alone says for each reference. */
function sentenceScores(index: EvidenceIndex, sentence: string): ReadonlyMap<string, number> {
  const known = index.recent.get(sentence);
  if (known) return known;
  const scores = new Map<string, number>();
  const add = (id: string, score: number) => scores.set(id, (scores.get(id) ?? 0) + score);
  const terms = tellingTerms(sentence, index);
  if (terms.length > 0) {
    for (const [id, score] of byClaims(index, terms)) add(id, WEIGHT.claims * score);
    for (const [id, score] of byReferences(index, terms)) add(id, WEIGHT.references * score);
  }
  for (const id of namedAuthors(index, sentence)) add(id, WEIGHT.author);
  if (index.recent.size >= RECENT) index.recent.clear();
  index.recent.set(sentence, scores);
  return scores;
}

/** Claims that speak of the same thing, best first, with scores relative to the best. */
export function matchClaims(
  index: EvidenceIndex,
  terms: readonly WeightedTerm[],
  limit: number,
): [string, number][] {
  const boosts = { title: 1, said: 0.8, concepts: 1.5, authors: 1, details: 1 };
  return relative(termSearch(index, terms, boosts, 'claim', limit));
}

function byClaims(index: EvidenceIndex, terms: readonly WeightedTerm[]): Map<string, number> {
  const scores = new Map<string, number>();
  for (const [id, score] of matchClaims(index, terms, CLAIMS)) {
    const claim = index.documents.get(id);
    if (!claim || claim.carriers.length === 0) continue;
    for (const number of claim.carriers) {
      const reference = referenceId(index, claim.pack, number);
      if (reference !== undefined)
        scores.set(reference, Math.max(scores.get(reference) ?? 0, score));
    }
  }
  return scores;
}

function byReferences(index: EvidenceIndex, terms: readonly WeightedTerm[]): [string, number][] {
  const boosts = { title: 1, said: 1, concepts: 1.2, authors: 0.5, details: 0.3 };
  return relative(termSearch(index, terms, boosts, 'reference', 30));
}

/** Documents of one kind that have any of the terms, best first. */
function termSearch(
  index: EvidenceIndex,
  terms: readonly WeightedTerm[],
  boost: Readonly<Record<string, number>>,
  kind: 'claim' | 'reference',
  limit: number,
): readonly Hit[] {
  if (isLarge(index)) return searchTerms(index, terms, boost, kind, limit);
  const queries = terms.map(({ term }) => ({ ...EXACT, queries: [term] }));
  return index.mini
    .search(
      { combineWith: 'OR', queries },
      { filter: (hit) => hit.kind === kind, boost, fields: Object.keys(boost) },
    )
    .slice(0, limit)
    .map((hit) => [hit.id as string, hit.score] as const);
}

function relative(found: readonly Hit[]): [string, number][] {
  const best = found[0]?.[1] ?? 1;
  return found.map(([id, score]) => [id, score / best]);
}

function referenceId(index: EvidenceIndex, pack: string, number: number): string | undefined {
  return index.numbered.get(numberKey(pack, number));
}

/** References by an author whom the sentence names ("Huang et al. found"). */
function namedAuthors(index: EvidenceIndex, sentence: string): string[] {
  const names =
    sentence.match(/\p{Lu}[\p{L}'’-]+(?=\s+(?:et\s+al|and\s+(?:colleagues|co-?workers)|&))/gu) ??
    [];
  return names.flatMap((name) => index.authors.get(name.toLowerCase()) ?? []);
}
