import type { SearchResult as MiniResult } from 'minisearch';
import type { EvidenceDocument, EvidenceIndex } from './index';
import { conceptsOf, conceptTerm, EXACT } from './index';
import { processTerm, tokenize } from './terms';
import type { SearchOptions, SearchResult } from './types';

/** Weights of the fields for what a person types. */
const TYPED_BOOST = { title: 1.6, authors: 2, details: 1.2, said: 0.5, concepts: 0.5 };
const DEFAULT_LIMIT = 20;

/**
 * Searches claims and references for what a person typed: words of a title, authors, year, a citation key, an
 * abbreviation; typos and a half-typed last word are forgiven.
 * @returns best first; the empty query finds nothing
 */
export function searchEvidence(index: EvidenceIndex, query: string, options: SearchOptions = {}): SearchResult[] {
  const words = tokenize(query);
  const terms = words.map((word) => processTerm(word)).filter((term) => term !== null);
  if (terms.length === 0) return [];
  const last = words[words.length - 1] ?? '';
  const concepts = conceptsOf(query, index.vocabulary).map(conceptTerm);
  const found = index.mini.search(
    {
      combineWith: 'OR',
      queries: [
        {
          queries: [terms.join(' ')],
          ...EXACT,
          combineWith: 'OR',
          boost: TYPED_BOOST,
          // A typo costs: an exact hit of one word outweighs a fuzzy one.
          fuzzy: (term: string) => (term.length > 7 ? 2 : term.length > 3 ? 1 : false),
          prefix: (term: string, i: number, all: string[]) => i === all.length - 1 && term.length > 1,
          weights: { fuzzy: 0.35, prefix: 0.5 },
        },
        // The half-typed word as typed: its stem may be shorter than what the index holds.
        { queries: [last.toLowerCase()], ...EXACT, boost: TYPED_BOOST, prefix: last.length > 1 },
        ...(concepts.length > 0 ? [{ queries: [concepts.join(' ')], ...EXACT, combineWith: 'OR' as const, fields: ['concepts'], boost: { concepts: 0.8 } }] : []),
      ],
    },
    { filter: byKind(options.kind) },
  );
  return found.slice(0, options.limit ?? DEFAULT_LIMIT).map((hit) => toResult(index, hit.id as string, hit.score));
}

function byKind(kind: SearchOptions['kind']) {
  return (hit: MiniResult) => kind === undefined || kind === 'all' || hit.kind === kind;
}

/** A document as an answer, its score rounded for people. */
export function toResult(index: EvidenceIndex, id: string, score: number): SearchResult {
  const document = index.documents.get(id) as EvidenceDocument;
  return {
    kind: document.kind,
    id: document.key,
    ...(document.number !== undefined && { number: document.number }),
    score: Math.round(score * 1000) / 1000,
    title: document.title,
    pack: document.pack,
  };
}
