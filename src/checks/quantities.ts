import type { Claim, Pack, Quantity } from '../evidence/types';

const TIME = /(\d+(?:\.\d+)?)\s*-?\s*(day|week|month|year)s?/g;

/** All figures of a claim: its quantities with their time points, its sample size and its follow-up. */
export function quantitiesOf(claim: Claim): Quantity[] {
  const size = claim['sample-size'];
  return [
    ...(claim.quantities ?? []),
    ...(size === undefined ? [] : [{ value: size, unit: 'patients', of: 'sample size' }]),
    ...times(claim['follow-up'], 'follow-up'),
    ...(claim.quantities ?? []).flatMap((quantity) => times(quantity.time, 'time point')),
  ];
}

function times(text: string | undefined, of: string): Quantity[] {
  return [...(text ?? '').matchAll(TIME)].map((match) => ({
    value: Number(match[1]),
    unit: `${match[2]}s`,
    of,
  }));
}

/** For a claim, the figures of the other claims that its references carry. */
export function neighbourQuantities(
  packs: readonly Pack[],
): (pack: Pack, claim: Claim) => Quantity[] {
  const byReference = new Map<string, Claim[]>();
  for (const pack of packs) {
    for (const claim of pack.claims) {
      for (const number of claim.references) {
        const key = `${pack.manifest.id}/${number}`;
        byReference.set(key, [...(byReference.get(key) ?? []), claim]);
      }
    }
  }
  return (pack, claim) => {
    const others = new Set(
      claim.references.flatMap((number) => byReference.get(`${pack.manifest.id}/${number}`) ?? []),
    );
    others.delete(claim);
    return [...others].flatMap(quantitiesOf);
  };
}

/** Relative difference up to which two numbers count as the same; rounding is no error. */
export const TOLERANCE = 0.02;

/** Whether a number stands in some quantities, whatever its unit: as value, end of a range, part or whole. */
export function isAmong(number: number, quantities: readonly Quantity[]): boolean {
  return quantities.some(({ value, numerator, denominator }) =>
    [...(typeof value === 'number' ? [value] : value), numerator, denominator].some(
      (one) => one !== undefined && Math.abs(one - number) <= TOLERANCE * Math.abs(one),
    ),
  );
}
