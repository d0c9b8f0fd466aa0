import { asList, exampleText, isKnownGap, type Claim, type Pack } from './types';

/** Counts and coverage of a pack. */
export interface PackStats {
  readonly claims: number;
  readonly references: number;
  readonly concepts: number;
  readonly quantities: number;
  /** Example sentences by role. */
  readonly examples: Readonly<
    Record<'contradicted-by' | 'consistent-with' | 'needs-caveat', number>
  >;
  readonly knownGaps: number;
  /** Example sentences a claim: the fewest and the median. */
  readonly examplesPerClaim: { readonly fewest: number; readonly median: number };
  readonly sections: readonly SectionStats[];
  /** Numbers of references that carry no claim. */
  readonly uncarried: readonly number[];
}

export interface SectionStats {
  readonly id: string;
  readonly title: string;
  readonly claims: number;
  readonly references: number;
  readonly quantities: number;
  readonly examples: number;
}

export function packStats(pack: Pack): PackStats {
  const carried = new Set(pack.claims.flatMap((claim) => claim.references));
  return {
    claims: pack.claims.length,
    references: pack.references.length,
    concepts: pack.concepts.length,
    quantities: sum(pack.claims, (claim) => claim.quantities?.length ?? 0),
    examples: {
      'contradicted-by': sum(pack.claims, (claim) => claim['contradicted-by']?.length ?? 0),
      'consistent-with': sum(pack.claims, (claim) => claim['consistent-with']?.length ?? 0),
      'needs-caveat': sum(pack.claims, (claim) => claim['needs-caveat']?.length ?? 0),
    },
    knownGaps: sum(pack.claims, (claim) => examplesOf(claim).filter(isKnownGap).length),
    examplesPerClaim: spread(pack.claims.map((claim) => examplesOf(claim).length)),
    sections: pack.manifest.sections.map(({ id, title }) => {
      const claims = pack.claims.filter((claim) => claim.section === id);
      return {
        id,
        title,
        claims: claims.length,
        references: new Set(claims.flatMap((claim) => claim.references)).size,
        quantities: sum(claims, (claim) => claim.quantities?.length ?? 0),
        examples: sum(claims, (claim) => examplesOf(claim).map(exampleText).length),
      };
    }),
    uncarried: pack.references
      .map((reference) => reference['citation-number'])
      .filter((number) => number !== undefined)
      .filter((number) => !carried.has(number)),
  };
}

function examplesOf(claim: Claim) {
  return [
    ...asList(claim['contradicted-by']),
    ...asList(claim['consistent-with']),
    ...asList(claim['needs-caveat']),
  ];
}

function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}

function spread(counts: readonly number[]): { fewest: number; median: number } {
  const sorted = [...counts].sort((a, b) => a - b);
  return { fewest: sorted[0] ?? 0, median: sorted[sorted.length >> 1] ?? 0 };
}
