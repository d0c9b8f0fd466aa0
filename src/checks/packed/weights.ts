/** The weights of a claim's features: two digits, from 0.02 to 1. */

const LEAST = 0.02;

/** A weight as a small whole number; undefined where it is none of two digits. */
export function weightCode(weight: number): number | undefined {
  const code = weight < 0.1 ? Math.round(weight * 1000) - 20 : Math.round(weight * 100) + 70;
  return code >= 0 && weightOf(code) === weight ? code : undefined;
}

export function weightOf(code: number): number {
  return code < 80 ? (code + 20) / 1000 : (code - 70) / 100;
}

/** The weight that is kept of a raw one: undefined below the least. */
export function keptWeight(weight: number): number | undefined {
  if (weight < LEAST) return undefined;
  const small = Math.round(weight * 1000) / 1000;
  return small < 0.1 ? small : Math.round(weight * 100) / 100;
}

/**
 * The length of a vector whose kept weights these are, before it was brought to unit length.
 * @param pairs raw weight and what was kept of it
 * @returns undefined where there is none
 */
export function lengthOf(
  pairs: readonly (readonly [raw: number, kept: number | undefined])[],
): number | undefined {
  let [least, most] = [0, Infinity];
  for (const [raw, kept] of pairs) {
    if (kept === undefined) {
      least = Math.max(least, raw / LEAST);
      continue;
    }
    const half = kept < 0.1 ? 0.0005 : 0.005;
    least = Math.max(least, raw / (kept + half));
    most = Math.min(most, raw / Math.max(LEAST, kept - half));
  }
  const length = Math.fround(most === Infinity ? least * 2 : (least + most) / 2);
  const fits = pairs.every(([raw, kept]) => keptWeight(raw / length) === kept);
  return length > 0 && fits ? length : undefined;
}
