/** One figure of a benchmark run. */
export interface Bench {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What it should stay under. */
  readonly limit?: number;
}

/** How time may grow with size: as much as the size does, or hardly at all. */
export type GrowthKind = 'linear' | 'flat';

/** One thing measured at several sizes. */
export interface Growth {
  readonly name: string;
  readonly kind: GrowthKind;
  /** In order of size. */
  readonly steps: readonly { readonly size: number; readonly ms: number }[];
}

/** What one suite measured. */
export interface Measured {
  readonly benches: readonly Bench[];
  readonly growth?: readonly Growth[];
}

/** A part of `npm run bench`. */
export interface Suite {
  readonly name: string;
  /** Whether it needs what `peers/package.json` lists. */
  readonly needsPeers?: boolean;
  run(options: { readonly peers: boolean }): Promise<Measured> | Measured;
}
