import type { Evidence } from '../checks/evidence';
import type { Claim, Pack, Reference } from '../evidence/types';

/** A claim with the pack it stands in. */
export interface PlacedClaim {
  readonly pack: Pack;
  readonly claim: Claim;
}

/** The claims that a reference of a pack carries. */
export function claimsOf(reference: Reference, evidence: Evidence): PlacedClaim[] {
  const number = reference['citation-number'];
  return evidence.packs
    .filter((pack) => pack.references.includes(reference))
    .flatMap((pack) =>
      pack.claims
        .filter((claim) => number !== undefined && claim.references.includes(number))
        .map((claim) => ({ pack, claim })),
    );
}

/** The claim of this id, in the first pack that has it. */
export function findClaim(id: string, { packs }: Pick<Evidence, 'packs'>): PlacedClaim | undefined {
  for (const pack of packs) {
    const claim = claimsById(pack).get(id);
    if (claim) return { pack, claim };
  }
  return undefined;
}

/** Claims are asked for by each finding at each keystroke. */
const byId = new WeakMap<Pack, ReadonlyMap<string, Claim>>();

function claimsById(pack: Pack): ReadonlyMap<string, Claim> {
  const known = byId.get(pack);
  if (known) return known;
  // Of two claims with one id the first counts.
  const made = new Map(pack.claims.toReversed().map((claim) => [claim.id, claim]));
  byId.set(pack, made);
  return made;
}
