import {
  asList,
  type Claim,
  type Direction,
  type EntityKind,
  type Pack,
  type Quantity,
} from '../evidence/types';
import { DOWN, SAME, UP, type Sign } from '../language/types';
import type { Vocabulary } from '../language/vocabulary';
import { atomSet } from './atoms';
import { neighbourQuantities, quantitiesOf } from './quantities';

/** A claim's own fields as the checker uses them, expanded. */
export interface ClaimFrame {
  readonly pack: Pack;
  readonly claim: Claim;
  readonly sign: Sign;
  readonly outcomes: readonly string[];
  /** Atomic concepts (compounds taken apart). */
  readonly intervention: ReadonlySet<string>;
  readonly comparator: ReadonlySet<string>;
  /** Everything the claim is bound to, by facet, without the comparator. */
  readonly facets: ReadonlyMap<EntityKind, readonly string[]>;
  /** The claim's own figures, sample size and follow-up among them. */
  readonly quantities: readonly Quantity[];
  /** Figures of other claims on the same references: right as well, if not what this claim is about. */
  readonly neighbours: readonly Quantity[];
}

const SIGNS: Readonly<Record<Direction, Sign>> = {
  increase: UP,
  present: UP,
  decrease: DOWN,
  absent: DOWN,
  'no-difference': SAME,
  mixed: UP | DOWN | SAME,
};

/** Expands the fields of all claims of the packs, in their order. */
export function frameClaims(packs: readonly Pack[], vocabulary: Vocabulary): ClaimFrame[] {
  const neighbours = neighbourQuantities(packs);
  return packs
    .flatMap((pack) => pack.claims.map((claim) => ({ pack, claim })))
    .map(({ pack, claim }) => ({
      pack,
      claim,
      sign: SIGNS[claim.direction],
      outcomes: asList(claim.outcome),
      intervention: atomSet(new Set(asList(claim.intervention)), vocabulary),
      comparator: atomSet(new Set(asList(claim.comparator)), vocabulary),
      facets: facetsOf(claim, vocabulary),
      quantities: quantitiesOf(claim),
      neighbours: neighbours(pack, claim),
    }));
}

function facetsOf(claim: Claim, vocabulary: Vocabulary): Map<EntityKind, string[]> {
  const facets = new Map<EntityKind, string[]>();
  const ids = [
    ...asList(claim.intervention),
    ...asList(claim.design),
    ...asList(claim.route),
    ...(claim.population?.species ?? []),
    ...(claim.population?.disease ?? []),
    ...(claim.population?.group ?? []),
  ];
  for (const id of atomSet(new Set(ids), vocabulary)) {
    const kind = vocabulary.kind(id);
    if (kind === undefined || kind === 'outcome') continue;
    const list = facets.get(kind);
    if (list) list.push(id);
    else facets.set(kind, [id]);
  }
  return facets;
}
