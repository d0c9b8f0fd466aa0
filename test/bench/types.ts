/** One figure of a benchmark run. */
export interface Bench {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What it should stay under. */
  readonly limit?: number;
}
