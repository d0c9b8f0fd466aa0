import { facetReader, type ClaimFacets } from '../evidence/facets';
import type { Claim, Pack } from '../evidence/types';
import { axisTree, belongs, flatAxis, NOTHING, type AxisNode, type Terms } from './axis';
import {
  NOT_STATED,
  type EvidenceMap,
  type FacetChoice,
  type MapCell,
  type MapChoice,
  type MapDimension,
  type MapEntry,
  type MapReference,
} from './types';

/** Rows and columns with less than these, in order of their evidence, are rare. */
const COMMON_ROWS = 14;
const COMMON_COLUMNS = 10;
/** Within each value of the first column dimension. */
const COMMON_INNER = 3;
/** Nobody reads more columns than these. */
const MAX_COLUMNS = 60;

/** One claim with what a map asks of it. */
interface Placed {
  readonly claim: Claim;
  readonly facets: ClaimFacets;
  readonly references: readonly number[];
}

/** A row or column before it is counted. */
interface Draft {
  readonly key: string;
  readonly label: string;
  readonly parent?: string;
  readonly group?: { readonly key: string; readonly label: string };
  readonly depth: number;
  readonly isParent: boolean;
  readonly isNotStated: boolean;
  readonly nodes: readonly (readonly [MapDimension, AxisNode])[];
}

/**
 * What the packs have evidence on, and where they have none. A claim lies in every cell that it belongs to; what it
 * does not state puts it into a row or column of its own.
 */
export function evidenceMap(packs: readonly Pack[], { rows, columns }: MapChoice): EvidenceMap {
  const references: MapReference[] = [];
  const placed = packs.flatMap((pack) => place(pack, references));
  const facets = placed.map((one) => one.facets);
  const terms: Terms = {
    concepts: new Map(packs.flatMap((pack) => pack.concepts.map((one) => [one.id, one]))),
    sections: new Map(packs.flatMap((pack) => pack.manifest.sections.map((one) => [one.id, one]))),
  };
  const rowEntries = rowsOf(rows, axisTree(rows, facets, terms), placed);
  const [first, second] = columns;
  const outer = flatAxis(axisTree(first, facets, terms), first, facets);
  const columnEntries = second
    ? innerColumns(
        [first, outer],
        [second, flatAxis(axisTree(second, facets, terms), second, facets)],
        placed,
      )
    : plainColumns(first, outer, placed);
  return {
    rows,
    columns,
    rowEntries: rowEntries.map(({ entry }) => entry),
    columnEntries: columnEntries.map(({ entry }) => entry),
    cells: rowEntries.flatMap((row) =>
      columnEntries.flatMap((column) => cellAt(row, column, placed) ?? []),
    ),
    claims: packs.flatMap((pack) =>
      pack.claims.map(({ id, statement, direction, certainty }) => ({
        id,
        pack: pack.manifest.id,
        statement,
        direction,
        certainty,
      })),
    ),
    references,
  };
}

/** Reads a pack's claims; its references go to the end of the list. */
function place(pack: Pack, references: MapReference[]): Placed[] {
  const numbers = new Map<number, number>();
  for (const { id, 'citation-number': number } of pack.references) {
    if (number !== undefined) numbers.set(number, references.length);
    references.push({ id, pack: pack.manifest.id });
  }
  const read = facetReader(pack);
  return pack.claims.map((claim) => ({
    claim,
    facets: read(claim),
    references: claim.references.flatMap((number) => numbers.get(number) ?? []),
  }));
}

/** An entry with the indexes of its claims. */
interface Counted {
  readonly entry: MapEntry;
  readonly members: readonly number[];
}

function rowsOf(
  dimension: MapDimension,
  tree: readonly AxisNode[],
  placed: readonly Placed[],
): Counted[] {
  const level = (nodes: readonly AxisNode[], parent: Counted | undefined): Counted[] => {
    const counted = nodes.map((node) => {
      const parentKey = parent?.entry.key;
      const draft: Draft = {
        key: parentKey === undefined ? node.id : `${parentKey}/${node.id}`,
        label: node.label,
        ...(parentKey !== undefined && { parent: parentKey }),
        depth: parent ? parent.entry.depth + 1 : 0,
        isParent: node.children.length > 0,
        isNotStated: node.id === NOT_STATED,
        nodes: [[dimension, node]],
      };
      return { node, counted: count(draft, placed) };
    });
    // Within an open row nothing is rare: who opens it wants all of it.
    const common = parent ? Infinity : COMMON_ROWS;
    return ranked(counted.map((one) => one.counted))
      .map((one, index) => withRarity(one, index >= common))
      .flatMap((one) => {
        const node = counted.find(({ counted: { entry } }) => entry.key === one.entry.key)?.node;
        return [one, ...level(node?.children ?? [], one)];
      });
  };
  return level([...tree, NOTHING], undefined).filter(({ members }) => members.length > 0);
}

function plainColumns(
  dimension: MapDimension,
  nodes: readonly AxisNode[],
  placed: readonly Placed[],
): Counted[] {
  const drafts = [...nodes, NOTHING].map((node) => count(draftOf(dimension, node), placed));
  return ranked(drafts)
    .filter(({ members }) => members.length > 0)
    .map((one, index) => withRarity(one, index >= COMMON_COLUMNS))
    .filter(({ entry }, index) => index < MAX_COLUMNS || entry.isNotStated);
}

/** Each outer value with all inner ones, so that a gap has a column to show in. */
function innerColumns(
  [first, outer]: readonly [MapDimension, readonly AxisNode[]],
  [second, inner]: readonly [MapDimension, readonly AxisNode[]],
  placed: readonly Placed[],
): Counted[] {
  const counted = (dimension: MapDimension, nodes: readonly AxisNode[], common: number) =>
    ranked([...nodes, NOTHING].map((node) => count(draftOf(dimension, node), placed)))
      .filter(({ members }) => members.length > 0)
      .map((one, index) => withRarity(one, index >= common));
  const nodeOf = (nodes: readonly AxisNode[], key: string) =>
    nodes.find(({ id }) => id === key) ?? NOTHING;
  return counted(first, outer, COMMON_INNER).flatMap(({ entry: group }) =>
    counted(second, inner, COMMON_INNER).map(({ entry }) => {
      const draft: Draft = {
        ...draftOf(second, nodeOf(inner, entry.key)),
        key: `${group.key}×${entry.key}`,
        group: { key: group.key, label: group.label },
        nodes: [
          [first, nodeOf(outer, group.key)],
          [second, nodeOf(inner, entry.key)],
        ],
      };
      return withRarity(count(draft, placed), group.isRare || entry.isRare);
    }),
  );
}

function draftOf(dimension: MapDimension, node: AxisNode): Draft {
  return {
    key: node.id,
    label: node.label,
    depth: 0,
    isParent: false,
    isNotStated: node.id === NOT_STATED,
    nodes: [[dimension, node]],
  };
}

function count({ nodes, ...draft }: Draft, placed: readonly Placed[]): Counted {
  const members = placed.flatMap(({ facets }, index) =>
    nodes.every(([dimension, node]) => belongs(facets[dimension], node)) ? [index] : [],
  );
  // A value stands for the narrower ones too, `not-stated` for none.
  const facets: FacetChoice = Object.fromEntries(
    nodes.map(([dimension, node]) => [dimension, [node.id]]),
  );
  const references = referencesOf(members, placed).length;
  return {
    entry: { ...draft, isRare: false, claims: members.length, references, facets },
    members,
  };
}

/** Most evidence first; what is not stated last. */
function ranked(counted: readonly Counted[]): Counted[] {
  return [...counted].sort(
    ({ entry: a }, { entry: b }) =>
      Number(a.isNotStated) - Number(b.isNotStated) ||
      b.references - a.references ||
      b.claims - a.claims ||
      a.label.localeCompare(b.label),
  );
}

function withRarity({ entry, members }: Counted, isRare: boolean): Counted {
  return { entry: { ...entry, isRare: isRare && !entry.isNotStated }, members };
}

function cellAt(row: Counted, column: Counted, placed: readonly Placed[]): MapCell | undefined {
  const inColumn = new Set(column.members);
  const claims = row.members.filter((index) => inColumn.has(index));
  if (claims.length === 0) return undefined;
  return {
    row: row.entry.key,
    column: column.entry.key,
    claims,
    references: referencesOf(claims, placed),
  };
}

function referencesOf(members: readonly number[], placed: readonly Placed[]): number[] {
  return [...new Set(members.flatMap((index) => placed[index]?.references ?? []))];
}
