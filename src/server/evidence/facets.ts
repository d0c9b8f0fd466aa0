import type { FacetCount } from '../../search/view/browse';
import type { Catalogue } from '../../search/view/catalogue';
import {
  CITED,
  NOT_CITED,
  NOT_STATED,
  VIEW_FACETS,
  type FacetChoice,
} from '../../search/view/facet-names';
import type { FacetGroup } from '../protocol/evidence';
import { clip } from './cards';

const MAX_LABEL = 80;
/** How sure and how the values of `certainty` are listed, surest first. */
const CERTAINTIES = [
  'established',
  'supported',
  'limited',
  'mixed',
  'inconclusive',
  'contested',
  'refuted',
];
const KINDS = ['claim', 'reference'];

/** The facets in their order, each value with how many cards it would leave. */
export function facetGroups(catalogue: Catalogue, counts: readonly FacetCount[]): FacetGroup[] {
  return VIEW_FACETS.flatMap((facet): FacetGroup[] => {
    const own = counts.filter((one) => one.facet === facet);
    if (own.length === 0) return [];
    const values = own.map(({ id, count }) => {
      const number = catalogue.valueOf(facet, id);
      const label = number === undefined ? id : (catalogue.values[number]?.label ?? id);
      return { id, label: clip(label, MAX_LABEL), count };
    });
    return [{ facet, values: values.sort((a, b) => compare(facet, a, b)) }];
  });
}

type Value = { readonly id: string; readonly label: string; readonly count: number };

function compare(facet: string, a: Value, b: Value): number {
  const fixed =
    facet === 'certainty'
      ? CERTAINTIES
      : facet === 'kind'
        ? KINDS
        : facet === 'cited'
          ? [CITED, NOT_CITED]
          : [];
  return (
    fixed.indexOf(a.id) - fixed.indexOf(b.id) ||
    Number(a.id === NOT_STATED) - Number(b.id === NOT_STATED) ||
    b.count - a.count ||
    a.label.localeCompare(b.label)
  );
}

/**
 * What was chosen, of what exists; a value that a wider chosen one includes goes without saying. What comes from the
 * client is not trusted to have the right shape.
 */
export function sound(chosen: unknown, catalogue: Catalogue, hasManuscript: boolean): FacetChoice {
  const given = (typeof chosen === 'object' && chosen !== null ? chosen : {}) as Record<
    string,
    unknown
  >;
  const result: Record<string, readonly string[]> = {};
  for (const facet of VIEW_FACETS) {
    const list = Array.isArray(given[facet]) ? (given[facet] as unknown[]) : [];
    const ids = new Set(list.filter((id) => typeof id === 'string'));
    const kept = [...ids].filter((id) => {
      if (facet === 'cited') return hasManuscript && (id === CITED || id === NOT_CITED);
      const value = catalogue.valueOf(facet, id);
      if (value === undefined) return false;
      return !catalogue.values[value]?.wider.some((wider) => ids.has(wider));
    });
    if (kept.length > 0) result[facet] = kept;
  }
  return result;
}
