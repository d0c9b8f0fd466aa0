import { conceptLabel, type ClaimFacets } from '../evidence/facets';
import type { Concept, Section } from '../evidence/types';
import { NOT_STATED, type MapDimension } from './types';

/** A value of a dimension with those narrower ones that claims have. */
export interface AxisNode {
  readonly id: string;
  readonly label: string;
  /** Itself and all that is narrower: a claim with any of these belongs to it. */
  readonly ids: ReadonlySet<string>;
  readonly children: readonly AxisNode[];
}

/** What names and orders values. */
export interface Terms {
  readonly concepts: ReadonlyMap<string, Concept>;
  readonly sections: ReadonlyMap<string, Section>;
}

/** The values of a dimension that claims have, as a hierarchy; a value with two wider ones stands below both. */
export function axisTree(
  dimension: MapDimension,
  facets: readonly ClaimFacets[],
  terms: Terms,
): AxisNode[] {
  const children = new Map<string, Set<string>>();
  const roots = new Set<string>();
  const climb = (id: string, path: ReadonlySet<string>) => {
    const wider = (terms.concepts.get(id)?.broader ?? []).filter(
      (other) => terms.concepts.get(other)?.kind === dimension && !path.has(other),
    );
    if (wider.length === 0) roots.add(id);
    for (const other of wider) {
      const known = children.get(other) ?? new Set();
      children.set(other, known.add(id));
      climb(other, new Set([...path, id]));
    }
  };
  for (const id of new Set(facets.flatMap((values) => values[dimension]))) climb(id, new Set([id]));
  const nodeOf = (id: string, path: readonly string[]): AxisNode => {
    const narrower = [...(children.get(id) ?? [])]
      .filter((other) => !path.includes(other))
      .map((other) => nodeOf(other, [...path, id]));
    const ids = new Set([id, ...narrower.flatMap((node) => [...node.ids])]);
    return { id, label: labelOf(id, dimension, terms), ids, children: narrower };
  };
  return [...roots].map((id) => nodeOf(id, []));
}

/**
 * The hierarchy as columns want it, flat: a wider value gives way to its narrower ones where one of these has more
 * claims than are on the wider value itself (umbilical cord rather than perinatal tissue). Claims on the wider one
 * itself keep a column of their own.
 */
export function flatAxis(
  nodes: readonly AxisNode[],
  dimension: MapDimension,
  facets: readonly ClaimFacets[],
): AxisNode[] {
  const own = new Map<string, number>();
  for (const id of facets.flatMap((values) => values[dimension]))
    own.set(id, (own.get(id) ?? 0) + 1);
  const count = (node: AxisNode) =>
    facets.filter((values) => values[dimension].some((id) => node.ids.has(id))).length;
  return nodes.flatMap((node) => {
    const self = own.get(node.id) ?? 0;
    if (!node.children.some((child) => count(child) > self)) return [{ ...node, children: [] }];
    const general: AxisNode = { ...node, ids: new Set([node.id]), children: [] };
    return [...(self > 0 ? [general] : []), ...flatAxis(node.children, dimension, facets)];
  });
}

/** The claims that have nothing of a dimension. */
export const NOTHING: AxisNode = {
  id: NOT_STATED,
  label: 'not stated',
  ids: new Set(),
  children: [],
};

/** Whether a claim belongs to a value. */
export function belongs(values: readonly string[], node: AxisNode): boolean {
  return node.id === NOT_STATED ? values.length === 0 : values.some((id) => node.ids.has(id));
}

function labelOf(id: string, dimension: MapDimension, terms: Terms): string {
  const concept = terms.concepts.get(id);
  const name = dimension === 'section' ? terms.sections.get(id)?.title : undefined;
  return name ?? (concept ? conceptLabel(concept) : id.replaceAll('-', ' '));
}
