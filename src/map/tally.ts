import type { Certainty, Direction } from '../evidence/types';
import type { EvidenceMap, MapCell } from './types';

/** Directions that a glance can tell apart: a rise is drawn as a presence is. */
export type DirectionGroup = 'up' | 'down' | 'same' | 'mixed';

/** How sure the review words it: established or supported; limited; mixed, inconclusive, contested or refuted. */
export type CertaintyGroup = 'firm' | 'limited' | 'unsettled';

export const DIRECTION_GROUPS: readonly DirectionGroup[] = ['up', 'down', 'same', 'mixed'];
export const CERTAINTY_GROUPS: readonly CertaintyGroup[] = ['firm', 'limited', 'unsettled'];

const GROUP_OF_DIRECTION: Readonly<Record<Direction, DirectionGroup>> = {
  increase: 'up',
  present: 'up',
  decrease: 'down',
  absent: 'down',
  'no-difference': 'same',
  mixed: 'mixed',
};

const GROUP_OF_CERTAINTY: Readonly<Record<Certainty, CertaintyGroup>> = {
  established: 'firm',
  supported: 'firm',
  limited: 'limited',
  mixed: 'unsettled',
  inconclusive: 'unsettled',
  contested: 'unsettled',
  refuted: 'unsettled',
};

/** A cell in numbers. */
export interface Tally {
  readonly claims: number;
  readonly references: number;
  /** Claims of each kind; all groups are present. */
  readonly directions: Readonly<Record<DirectionGroup, number>>;
  readonly certainties: Readonly<Record<CertaintyGroup, number>>;
  /** Claims and references of the cell that a manuscript cites. */
  readonly cited: { readonly claims: number; readonly references: number };
}

/** What a manuscript cites, as indexes into the map's claims and references. */
export interface CitedEvidence {
  readonly claims: ReadonlySet<number>;
  readonly references: ReadonlySet<number>;
}

/** Counts a cell. @param cited of the manuscript that is laid over the map */
export function tallyOf(map: EvidenceMap, cell: MapCell, cited?: CitedEvidence): Tally {
  const directions = { up: 0, down: 0, same: 0, mixed: 0 };
  const certainties = { firm: 0, limited: 0, unsettled: 0 };
  for (const index of cell.claims) {
    const claim = map.claims[index];
    if (!claim) continue;
    directions[GROUP_OF_DIRECTION[claim.direction]]++;
    certainties[GROUP_OF_CERTAINTY[claim.certainty]]++;
  }
  const count = (all: readonly number[], some: ReadonlySet<number> | undefined) =>
    some ? all.filter((index) => some.has(index)).length : 0;
  return {
    claims: cell.claims.length,
    references: cell.references.length,
    directions,
    certainties,
    cited: {
      claims: count(cell.claims, cited?.claims),
      references: count(cell.references, cited?.references),
    },
  };
}
