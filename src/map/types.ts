import type { ClaimFacet } from '../evidence/facets';
import type { Certainty, Direction } from '../evidence/types';

/** What rows and columns can be. */
export type MapDimension = ClaimFacet;

/** Stands for the claims that name nothing of a dimension. */
export const NOT_STATED = 'not-stated';

/** Which dimensions a map has. A second column dimension divides the first: donor, and within it tissue. */
export interface MapChoice {
  readonly rows: MapDimension;
  readonly columns: readonly [MapDimension] | readonly [MapDimension, MapDimension];
}

/** The picture that a map begins with. */
export const DEFAULT_CHOICE: MapChoice = { rows: 'disease', columns: ['donor', 'tissue'] };

/** Values a claim must have, one of them of each facet; `not-stated` for none. */
export type FacetChoice = Readonly<Partial<Record<MapDimension, readonly string[]>>>;

/** A row, or a column. */
export interface MapEntry {
  /** Unique on its axis: `heart-disease/cardiomyopathy`, `allogeneic×bone-marrow`. */
  readonly key: string;
  readonly label: string;
  /** Rows: the key of the wider row that this one is part of. */
  readonly parent?: string;
  /** Columns of two dimensions: key and label of the first. */
  readonly group?: { readonly key: string; readonly label: string };
  /** How many rows it lies under. */
  readonly depth: number;
  /** It has narrower rows. */
  readonly isParent: boolean;
  /** It holds the claims that name nothing. */
  readonly isNotStated: boolean;
  /** So little evidence that a first look can do without it. */
  readonly isRare: boolean;
  /** Distinct claims and references. */
  readonly claims: number;
  readonly references: number;
  /** What its claims have: a value or one that is narrower. */
  readonly facets: FacetChoice;
}

/** Evidence at the crossing of a row and a column. What is not in the list is a gap. */
export interface MapCell {
  /** Keys. */
  readonly row: string;
  readonly column: string;
  /** Indexes into the map's claims and references, each once. */
  readonly claims: readonly number[];
  readonly references: readonly number[];
}

export interface MapClaim {
  readonly id: string;
  readonly pack: string;
  readonly statement: string;
  readonly direction: Direction;
  readonly certainty: Certainty;
}

export interface MapReference {
  readonly id: string;
  readonly pack: string;
}

/** An evidence and gap map. Rows and columns with most references come first, those not stated last. */
export interface EvidenceMap extends MapChoice {
  readonly rowEntries: readonly MapEntry[];
  readonly columnEntries: readonly MapEntry[];
  readonly cells: readonly MapCell[];
  readonly claims: readonly MapClaim[];
  readonly references: readonly MapReference[];
}
