import { bucketOf } from './hash';

/** Features as distinct buckets of a table of weights, each with the number of its group. */
export interface Features {
  readonly buckets: readonly number[];
  readonly groups: readonly number[];
  /** Where they were weighed as they came: the sum of their weights, then that of each group. No buckets then. */
  readonly sums?: readonly number[];
}

/** Gathers features; made once for a size of table, since emptying it costs nothing and making it does. */
export class FeatureSet {
  /** For each bucket the round in which it was last added. */
  private readonly rounds: Uint32Array;
  private round = 0;
  private buckets: number[] = [];
  private groups: number[] = [];
  private sums: number[] = [];

  /**
   * @param size how many buckets there are, a power of two
   * @param weights where given, features are weighed at once and not kept; one that weighs nothing costs nothing
   * @param count how many groups there are
   */
  constructor(
    private readonly size: number,
    private readonly weights?: Int8Array,
    private readonly count = 0,
  ) {
    this.rounds = new Uint32Array(size);
  }

  begin(): this {
    this.round++;
    if (this.weights) {
      this.sums = new Array<number>(this.count + 1).fill(0);
    } else {
      this.buckets = [];
      this.groups = [];
    }
    return this;
  }

  add(hash: number, group = 0): void {
    const at = bucketOf(hash, this.size);
    if (this.weights) {
      const weight = this.weights[at] ?? 0;
      if (weight === 0 || this.rounds[at] === this.round) return;
      this.rounds[at] = this.round;
      this.sums[0] = (this.sums[0] as number) + weight;
      this.sums[group + 1] = (this.sums[group + 1] as number) + weight;
      return;
    }
    if (this.rounds[at] === this.round) return;
    this.rounds[at] = this.round;
    this.buckets.push(at);
    this.groups.push(group);
  }

  all(): Features {
    return { buckets: this.buckets, groups: this.groups, ...(this.weights && { sums: this.sums }) };
  }
}

/** Trained weights, one a bucket. */
export interface WeightTable {
  readonly bias: number;
  /** What one step of `weights` stands for. */
  readonly scale: number;
  readonly weights: Int8Array;
}

/**
 * The log odds that features speak for.
 * @returns the whole first, then what each of `groups` groups adds to it
 */
export function scoreFeatures(
  { bias, scale, weights }: WeightTable,
  { buckets, groups, sums: known }: Features,
  count: number,
): number[] {
  const sums = known ? [...known] : new Array<number>(count + 1).fill(0);
  for (let i = 0; i < buckets.length; i++) {
    const weight = weights[buckets[i] as number] ?? 0;
    sums[0] = (sums[0] as number) + weight;
    const group = (groups[i] as number) + 1;
    sums[group] = (sums[group] as number) + weight;
  }
  return sums.map((sum, i) => sum * scale + (i === 0 ? bias : 0));
}
