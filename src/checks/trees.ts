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

/** The probability of the positive class, of one vector of signals. */
export type Predict = (vector: readonly number[]) => number;

/** Lays a model's trees out flat, since they are walked some hundred times a statement. */
export function createPredictor({ bias, trees }: Model): Predict {
  const size = trees.reduce((sum, nodes) => sum + nodes.length, 0);
  /** -1 at a leaf. */
  const signals = new Int16Array(size);
  /** At a leaf its value. */
  const thresholds = new Float64Array(size);
  const lefts = new Int32Array(size);
  const rights = new Int32Array(size);
  const roots: number[] = [];
  let next = 0;
  for (const nodes of trees) {
    const root = next;
    roots.push(root);
    for (const node of nodes) {
      const isLeaf = node.length === 1;
      signals[next] = isLeaf ? -1 : (node[0] ?? 0);
      thresholds[next] = (isLeaf ? node[0] : node[1]) ?? 0;
      lefts[next] = root + (node[2] ?? 0);
      rights[next] = root + (node[3] ?? 0);
      next++;
    }
  }
  return (vector) => {
    let score = bias;
    for (const root of roots) {
      let at = root;
      for (let signal = signals[at] as number; signal >= 0; signal = signals[at] as number)
        at = (
          (vector[signal] ?? 0) < (thresholds[at] as number) ? lefts[at] : rights[at]
        ) as number;
      score += thresholds[at] as number;
    }
    return 1 / (1 + Math.exp(-score));
  };
}
