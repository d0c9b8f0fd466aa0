import type { CertaintyGroup, DirectionGroup } from './tally';
import type { MapDimension } from './types';

/** What is written on a map besides the evidence's own words; a client gives them in its language. */
export interface MapWords {
  readonly dimensions: Readonly<Record<MapDimension, string>>;
  readonly directions: Readonly<Record<DirectionGroup, string>>;
  readonly certainties: Readonly<Record<CertaintyGroup, string>>;
  readonly notStated: string;
  readonly direction: string;
  readonly certainty: string;
  readonly size: string;
  readonly marks: string;
  /** Above the rows' totals. */
  readonly total: string;
  readonly gap: string;
  readonly hollow: string;
  readonly capped: string;
  readonly cited: string;
}

export const ENGLISH: MapWords = {
  dimensions: {
    disease: 'Condition',
    section: 'Topic',
    outcome: 'Outcome',
    donor: 'Donor source',
    tissue: 'Tissue source',
    species: 'Species',
    design: 'Study design',
  },
  directions: {
    up: 'present or increase',
    down: 'absent or decrease',
    same: 'no difference',
    mixed: 'mixed',
  },
  certainties: {
    firm: 'established or supported',
    limited: 'limited',
    unsettled: 'mixed, inconclusive, contested or refuted',
  },
  notStated: 'not stated',
  direction: 'Sectors: direction of claims',
  certainty: 'Ring: the review’s certainty',
  size: 'Area: number of references',
  marks: 'Other marks',
  total: 'References',
  gap: 'gap: no claim',
  hollow: 'claim without a reference',
  capped: 'more references than the scale reaches',
  cited: 'cited in the manuscript',
};

/** A label as a heading: its first letter is a capital, unless a capital follows ("mRNA"). */
export function heading(text: string): string {
  return /^\p{Ll}\p{Lu}/u.test(text) ? text : text.slice(0, 1).toUpperCase() + text.slice(1);
}
