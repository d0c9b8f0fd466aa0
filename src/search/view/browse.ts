import type { Catalogue } from './catalogue';
import { CITED, NOT_CITED, VIEW_FACETS, type FacetChoice, type ViewFacet } from './facet-names';

/** What is to be shown of the documents that match. */
export interface BrowseOptions {
  readonly chosen: FacetChoice;
  /** 1 for each entry that the manuscript cites; absent where there is no manuscript. */
  readonly cited?: Uint8Array;
  readonly offset: number;
  readonly limit: number;
}

export interface FacetCount {
  readonly facet: ViewFacet;
  readonly id: string;
  readonly count: number;
}

export interface Browsed {
  /** How many documents match and have what was chosen. */
  readonly total: number;
  /** The page, best first. */
  readonly page: readonly number[];
  /** Each value that some document has, or that is chosen; a facet's own choice does not narrow its own counts. */
  readonly counts: readonly FacetCount[];
}

/**
 * Narrows matches down by facets, counts what is left for each value and gives one page.
 *
 * @param matches numbers of entries
 * @param scores by entry; without them the catalogue's own order counts
 */
export function browse(
  catalogue: Catalogue,
  matches: Uint32Array,
  scores: Float32Array | undefined,
  { chosen, cited, offset, limit }: BrowseOptions,
): Browsed {
  const filter = new Filter(catalogue, chosen, cited !== undefined);
  const counts = new Uint32Array(catalogue.values.length);
  const citedCounts = [0, 0];
  const kept = new Uint32Array(matches.length);
  let total = 0;
  for (const entry of matches) {
    const isCited = cited?.[entry] ?? 0;
    const failed = filter.failed(entry, isCited);
    if (failed === 0) kept[total++] = entry;
    // What fails one facet alone counts for that facet: it would be there if that one were chosen otherwise.
    else if ((failed & (failed - 1)) !== 0) continue;
    const end = catalogue.from[entry + 1] ?? 0;
    for (let i = catalogue.from[entry] ?? 0; i < end; i++) {
      const value = catalogue.held[i] ?? 0;
      if (failed === 0 || failed === filter.bitOf(value)) counts[value] = (counts[value] ?? 0) + 1;
    }
    if (failed === 0 || failed === CITED_BIT)
      citedCounts[isCited] = (citedCounts[isCited] ?? 0) + 1;
  }
  return {
    total,
    page: best(kept.subarray(0, total), scores, offset, limit),
    counts: listCounts(catalogue, counts, chosen, cited && citedCounts),
  };
}

const bitFor = (facet: ViewFacet): number => 1 << VIEW_FACETS.indexOf(facet);
const CITED_BIT = bitFor('cited');

/** What was chosen, as numbers. */
class Filter {
  private readonly bits: Uint32Array;
  private readonly isChosen: Uint8Array;
  private asked = 0;
  private readonly wantsCited: readonly boolean[] | undefined;

  constructor(
    private readonly catalogue: Catalogue,
    chosen: FacetChoice,
    hasManuscript: boolean,
  ) {
    this.bits = Uint32Array.from(catalogue.values, ({ facet }) => bitFor(facet));
    this.isChosen = new Uint8Array(catalogue.values.length);
    for (const facet of VIEW_FACETS) {
      const ids = chosen[facet] ?? [];
      if (ids.length === 0 || facet === 'cited') continue;
      this.asked |= bitFor(facet);
      for (const id of ids) {
        const value = catalogue.valueOf(facet, id);
        if (value !== undefined) this.isChosen[value] = 1;
      }
    }
    const cited = chosen.cited ?? [];
    if (cited.length > 0 && hasManuscript) {
      this.asked |= CITED_BIT;
      this.wantsCited = [cited.includes(NOT_CITED), cited.includes(CITED)];
    }
  }

  bitOf(value: number): number {
    return this.bits[value] ?? 0;
  }

  /** The facets, as bits, of which the entry has none of the chosen values. */
  failed(entry: number, isCited: number): number {
    if (this.asked === 0) return 0;
    let met = this.wantsCited?.[isCited] === true ? CITED_BIT : 0;
    const end = this.catalogue.from[entry + 1] ?? 0;
    for (let i = this.catalogue.from[entry] ?? 0; i < end; i++) {
      const value = this.catalogue.held[i] ?? 0;
      if (this.isChosen[value] === 1) met |= this.bits[value] ?? 0;
    }
    return this.asked & ~met;
  }
}

function listCounts(
  catalogue: Catalogue,
  counts: Uint32Array,
  chosen: FacetChoice,
  cited: readonly number[] | undefined,
): FacetCount[] {
  const listed = catalogue.values.flatMap(({ facet, id }, value): FacetCount[] => {
    const count = counts[value] ?? 0;
    return count > 0 || chosen[facet]?.includes(id) ? [{ facet, id, count }] : [];
  });
  if (!cited) return listed;
  return [
    ...listed,
    { facet: 'cited', id: CITED, count: cited[1] ?? 0 },
    { facet: 'cited', id: NOT_CITED, count: cited[0] ?? 0 },
  ];
}

/** A page of the best; of the same score the first in the catalogue's order. */
function best(
  entries: Uint32Array,
  scores: Float32Array | undefined,
  offset: number,
  limit: number,
): number[] {
  if (!scores) return [...entries.subarray(offset, offset + limit)];
  const wanted = Math.min(offset + limit, entries.length);
  if (wanted <= offset) return [];
  const threshold = nthScore(entries, scores, wanted);
  const top = entries.filter((entry) => (scores[entry] ?? 0) >= threshold);
  return [...top]
    .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
    .slice(offset, wanted);
}

/** The score of the nth best: numbers are sorted without comparing function, which is fast. */
function nthScore(entries: Uint32Array, scores: Float32Array, n: number): number {
  const all = new Float32Array(entries.length);
  for (const [i, entry] of entries.entries()) all[i] = scores[entry] ?? 0;
  all.sort();
  return all[all.length - n] ?? 0;
}
