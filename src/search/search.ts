import type { EvidenceDocument, EvidenceIndex } from './index';
import { conceptsOf, conceptTerm, EXACT } from './index';
import { isLarge, searchTyped } from './large';
import { mendTyped } from './mend';
import { plainTerm, processTerm, tokenize } from './terms';
import type { SearchOptions, SearchResult } from './types';

/** Weights of the fields for what a person types. */
const STEMMED = { title: 1.6, authors: 2, details: 1.2, said: 0.5 };
const STEMMED_FIELDS = Object.keys(STEMMED);
const DEFAULT_LIMIT = 20;

/**
 * Searches claims and references for what a person typed: words of a title, authors, year, a citation key, an
 * abbreviation; typos and a half-typed last word are forgiven.
 * @returns best first; the empty query finds nothing
 */
export function searchEvidence(
  index: EvidenceIndex,
  query: string,
  options: SearchOptions = {},
): SearchResult[] {
  const { kind, limit = DEFAULT_LIMIT } = options;
  if (isLarge(index)) {
    return searchTyped(index, query, byKind(kind), limit).map(([id, score]) =>
      toResult(index, id, score),
    );
  }
  const typed = mendTyped(tokenize(query), index);
  const stems = typed.map((word) => processTerm(word)).filter((term) => term !== null);
  const words = typed.map((word) => plainTerm(word)).filter((term) => term !== null);
  if (words.length === 0) return [];
  const concepts = conceptsOf(query, index.vocabulary).map(conceptTerm);
  const found = index.mini.search(
    {
      combineWith: 'OR',
      queries: [
        {
          queries: [stems.join(' ')],
          ...EXACT,
          combineWith: 'OR',
          fields: STEMMED_FIELDS,
          boost: STEMMED,
        },
        {
          queries: [words.join(' ')],
          ...EXACT,
          combineWith: 'OR',
          fields: ['words'],
          // A typo costs: an exact hit of one word outweighs a fuzzy one. Only the last word may be half typed.
          // A year or a number is right or wrong.
          fuzzy: (term: string) =>
            /\d/.test(term) ? false : term.length > 7 ? 2 : term.length > 3 ? 1 : false,
          prefix: (term: string, i: number, all: string[]) =>
            i === all.length - 1 && term.length > 1,
          weights: { fuzzy: 0.45, prefix: 0.6 },
          boost: { words: 1.5 },
        },
        ...(concepts.length > 0
          ? [
              {
                queries: [concepts.join(' ')],
                ...EXACT,
                combineWith: 'OR' as const,
                fields: ['concepts'],
                boost: { concepts: 0.8 },
              },
            ]
          : []),
      ],
    },
    { filter: byKind(kind) },
  );
  return found.slice(0, limit).map((hit) => toResult(index, hit.id as string, hit.score));
}

function byKind(kind: SearchOptions['kind']) {
  return (hit: { readonly id: unknown; readonly kind?: unknown }) =>
    kind === undefined || kind === 'all' || hit.kind === kind;
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
