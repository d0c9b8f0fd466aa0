import type { Model } from '../../src/checks/trees';

export interface Sample {
  readonly vector: readonly number[];
  readonly label: 0 | 1;
  readonly weight: number;
}

export interface BoostOptions {
  readonly trees: number;
  readonly depth: number;
  readonly rate: number;
  /** Smallest sum of hessians in a leaf. */
  readonly minChild: number;
  readonly l2: number;
}

const BINS = 48;

/** Gradient boosting with logistic loss on histograms. Deterministic: no sampling, ties to the lower index. */
export function boost(
  samples: readonly Sample[],
  signals: readonly string[],
  options: BoostOptions,
): Model {
  const edges = signals.map((_, j) => binEdges(samples.map((s) => s.vector[j] ?? 0)));
  const binned = signals.map((_, j) =>
    Uint8Array.from(samples, (s) => binOf(s.vector[j] ?? 0, edges[j] ?? [])),
  );
  const positive = sum(samples.map((s) => s.weight * s.label));
  const total = sum(samples.map((s) => s.weight));
  const bias = Math.log(positive / (total - positive));
  const scores = new Float64Array(samples.length).fill(bias);
  const trees: number[][][] = [];
  for (let t = 0; t < options.trees; t++) {
    const gradient = new Float64Array(samples.length);
    const hessian = new Float64Array(samples.length);
    samples.forEach((sample, i) => {
      const p = 1 / (1 + Math.exp(-(scores[i] ?? 0)));
      gradient[i] = sample.weight * (sample.label - p);
      hessian[i] = sample.weight * p * (1 - p);
    });
    const nodes: number[][] = [];
    const all = Uint32Array.from(samples, (_, i) => i);
    grow(all, 0, nodes);
    trees.push(nodes);

    function grow(members: Uint32Array, depth: number, out: number[][]): number {
      const at = out.length;
      out.push([]);
      const g = sumAt(gradient, members);
      const h = sumAt(hessian, members);
      const split = depth < options.depth ? bestSplit(members, g, h) : undefined;
      if (!split) {
        const value = round((options.rate * g) / (h + options.l2));
        out[at] = [value];
        for (const i of members) scores[i] = (scores[i] ?? 0) + value;
        return at;
      }
      const bins = binned[split.signal] as Uint8Array;
      const left = members.filter((i) => (bins[i] ?? 0) < split.bin);
      const right = members.filter((i) => (bins[i] ?? 0) >= split.bin);
      const threshold = edges[split.signal]?.[split.bin - 1] ?? 0;
      const leftNode = grow(left, depth + 1, out);
      const rightNode = grow(right, depth + 1, out);
      out[at] = [split.signal, threshold, leftNode, rightNode];
      return at;
    }

    function bestSplit(members: Uint32Array, g: number, h: number) {
      const parent = (g * g) / (h + options.l2);
      let best: { signal: number; bin: number; gain: number } | undefined;
      for (let j = 0; j < signals.length; j++) {
        const bins = binned[j] as Uint8Array;
        const gs = new Float64Array(BINS + 1);
        const hs = new Float64Array(BINS + 1);
        for (const i of members) {
          const b = bins[i] ?? 0;
          gs[b] = (gs[b] ?? 0) + (gradient[i] ?? 0);
          hs[b] = (hs[b] ?? 0) + (hessian[i] ?? 0);
        }
        let gl = 0;
        let hl = 0;
        for (let b = 1; b <= BINS; b++) {
          gl += gs[b - 1] ?? 0;
          hl += hs[b - 1] ?? 0;
          if (hl < options.minChild || h - hl < options.minChild) continue;
          const gain =
            (gl * gl) / (hl + options.l2) + ((g - gl) * (g - gl)) / (h - hl + options.l2) - parent;
          if (gain > 1e-6 && (!best || gain > best.gain + 1e-12))
            best = { signal: j, bin: b, gain };
        }
      }
      return best;
    }
  }
  return { signals, bias: round(bias), trees };
}

function binEdges(values: readonly number[]): number[] {
  const sorted = [...new Set(values)].sort((a, b) => a - b);
  if (sorted.length <= 1) return [];
  const edges: number[] = [];
  const step = Math.max(1, (sorted.length - 1) / (BINS - 1));
  for (let k = 1; k < sorted.length && edges.length < BINS - 1; k += step) {
    const i = Math.floor(k);
    edges.push(round(((sorted[i - 1] ?? 0) + (sorted[i] ?? 0)) / 2));
  }
  return [...new Set(edges)];
}

function binOf(value: number, edges: readonly number[]): number {
  let bin = 0;
  while (bin < edges.length && value >= (edges[bin] ?? 0)) bin++;
  return bin;
}

function sumAt(values: Float64Array, members: Uint32Array): number {
  let total = 0;
  for (const i of members) total += values[i] ?? 0;
  return total;
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}

function round(value: number): number {
  return Number(value.toPrecision(4));
}
