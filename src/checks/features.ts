import { bucketOf } from './hash';

/** What features are told to: a hash, and the number of the group that it belongs to. */
export interface FeatureSink {
  /** Forgets what was added before. */
  begin(): void;
  /** Adds a feature; a second one of the same bucket is the first one. */
  add(hash: number, group?: number): void;
}

/** Features as distinct buckets of a table of weights, each with the number of its group. */
export interface Features {
  readonly buckets: readonly number[];
  readonly groups: readonly number[];
}

/** Keeps features, to learn weights for them. Made once for a size of table: emptying it costs nothing. */
export class FeatureSet implements FeatureSink {
  /** For each bucket the round in which it was last added. */
  private readonly rounds: Uint32Array;
  private round = 0;
  private buckets: number[] = [];
  private groups: number[] = [];

  /** @param size how many buckets there are, a power of two */
  constructor(private readonly size: number) {
    this.rounds = new Uint32Array(size);
  }

  begin(): void {
    this.round++;
    this.buckets = [];
    this.groups = [];
  }

  add(hash: number, group = 0): void {
    const at = bucketOf(hash, this.size);
    if (this.rounds[at] === this.round) return;
    this.rounds[at] = this.round;
    this.buckets.push(at);
    this.groups.push(group);
  }

  all(): Features {
    return { buckets: this.buckets, groups: this.groups };
  }
}

/** Trained weights, one a bucket. */
export interface WeightTable {
  readonly bias: number;
  /** What one step of `weights` stands for. */
  readonly scale: number;
  readonly weights: Int8Array;
}

/** Weighs features as they come and keeps none; one that weighs nothing costs nothing. */
export class FeatureScore implements FeatureSink {
  private readonly rounds: Uint32Array;
  private round = 0;
  private sums: number[] = [];

  /**
   * @param size how many buckets there are, a power of two
   * @param count how many groups there are
   */
  constructor(
    private readonly size: number,
    private readonly table: WeightTable,
    private readonly count: number,
  ) {
    this.rounds = new Uint32Array(size);
  }

  begin(): void {
    this.round++;
    this.sums = new Array<number>(this.count + 1).fill(0);
  }

  add(hash: number, group = 0): void {
    const at = bucketOf(hash, this.size);
    const weight = this.table.weights[at] ?? 0;
    if (weight === 0 || this.rounds[at] === this.round) return;
    this.rounds[at] = this.round;
    this.sums[0] = (this.sums[0] as number) + weight;
    this.sums[group + 1] = (this.sums[group + 1] as number) + weight;
  }

  /** The log odds that the features speak for: the whole first, then what each group adds to it. */
  logOdds(): number[] {
    const { bias, scale } = this.table;
    return this.sums.map((sum, i) => sum * scale + (i === 0 ? bias : 0));
  }
}
