import type { ClaimProfile, FeatureWeights } from './profile';

/** How alike a set of features and each claim are: the cosine of weighted features, 0 to 1, in the order of claims. */
export type Nearest = (features: Iterable<string>) => Float64Array;

/** An inverted index over the claims' vectors: one pass over a statement's features, whatever the number of claims. */
export function createNearest(profiles: readonly ClaimProfile[], weights: FeatureWeights): Nearest {
  const postings = new Map<string, { claims: number[]; weights: number[] }>();
  profiles.forEach(({ vector }, claim) => {
    for (const [feature, weight] of vector) {
      const list = postings.get(feature) ?? { claims: [], weights: [] };
      list.claims.push(claim);
      list.weights.push(weight);
      postings.set(feature, list);
    }
  });
  return (features) => {
    const sums = new Float64Array(profiles.length);
    let square = 0;
    for (const feature of features) {
      const list = postings.get(feature);
      if (!list) continue;
      const weight = weights(feature);
      square += weight * weight;
      const { claims, weights: shares } = list;
      for (let i = 0; i < claims.length; i++) {
        const claim = claims[i] as number;
        sums[claim] = (sums[claim] as number) + weight * (shares[i] as number);
      }
    }
    const length = Math.sqrt(square) || 1;
    for (let i = 0; i < sums.length; i++) sums[i] = (sums[i] as number) / length;
    return sums;
  };
}
