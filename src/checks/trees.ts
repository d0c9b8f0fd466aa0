/**
 * A small ensemble of decision trees (gradient boosting, Friedman 2001, doi:10.1214/aos/1013203451) as the training
 * script writes it: for each tree its nodes in breadth-first order.
 */
export interface Model {
  /** Names of the inputs, so that a model trained on other signals is refused. */
  readonly signals: readonly string[];
  /** Log odds before any tree. */
  readonly bias: number;
  /** A node is [signal, threshold, left, right] or, for a leaf, [value]. */
  readonly trees: readonly (readonly (readonly number[])[])[];
}

/** The probability of the positive class. */
export function predict(model: Model, vector: readonly number[]): number {
  let score = model.bias;
  for (const tree of model.trees) {
    let node = tree[0];
    while (node && node.length > 1) {
      const [signal = 0, threshold = 0, left = 0, right = 0] = node;
      node = tree[(vector[signal] ?? 0) < threshold ? left : right];
    }
    score += node?.[0] ?? 0;
  }
  return 1 / (1 + Math.exp(-score));
}
