/** What the trainer needs of a pair. */
export interface WordingSample {
  /** Buckets. */
  readonly features: Int32Array;
  readonly label: 0 | 1;
  readonly weight: number;
}

export interface WordingOptions {
  readonly epochs: number;
  readonly rate: number;
  readonly l2: number;
  /** Features seen in fewer pairs than this are left out. */
  readonly minCount: number;
  /** How many buckets there are. */
  readonly size: number;
}

export interface WordingWeights {
  readonly bias: number;
  readonly weights: Float32Array;
}

/**
 * Logistic regression by AdaGrad (Duchi et al. 2011) with L2 shrinkage. Deterministic: the pairs are visited in an order that only
 * depends on their number.
 */
export function learnWording(
  samples: readonly WordingSample[],
  options: WordingOptions,
): WordingWeights {
  const counts = new Uint32Array(options.size);
  for (const { features } of samples)
    for (const f of features) counts[f] = (counts[f] as number) + 1;
  const weights = new Float32Array(options.size);
  const squares = new Float32Array(options.size).fill(1e-3);
  let bias = 0;
  let biasSquare = 1e-3;
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (const at of shuffled(samples.length, epoch)) {
      const { features, label, weight } = samples[at] as WordingSample;
      let score = bias;
      for (const f of features) score += weights[f] as number;
      const error = weight * (label - 1 / (1 + Math.exp(-score)));
      if (Math.abs(error) < 1e-3) continue;
      for (const f of features) {
        if ((counts[f] as number) < options.minCount) continue;
        const old = weights[f] as number;
        const gradient = error - options.l2 * old;
        squares[f] = (squares[f] as number) + gradient * gradient;
        weights[f] = old + (options.rate * gradient) / Math.sqrt(squares[f]);
      }
      biasSquare += error * error;
      bias += (options.rate * error) / Math.sqrt(biasSquare);
    }
  }
  return { bias, weights };
}

export function scoreOf({ bias, weights }: WordingWeights, features: Int32Array): number {
  let score = bias;
  for (const f of features) score += weights[f] as number;
  return score;
}

/** A fixed permutation (linear congruential steps). */
function shuffled(length: number, seed: number): Uint32Array {
  const order = Uint32Array.from({ length }, (_, i) => i);
  let state = (seed + 1) * 2654435761;
  for (let i = length - 1; i > 0; i--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const j = state % (i + 1);
    const kept = order[i] as number;
    order[i] = order[j] as number;
    order[j] = kept;
  }
  return order;
}
