/** A hit of `caveat search`, the QuickPick and the completion. `number` is the review's number of a reference. */
export interface SearchResult {
  readonly kind: 'claim' | 'reference';
  /** Claim id or citation key. */
  readonly id: string;
  readonly number?: number;
  /** Higher is better; comparable within one answer only. */
  readonly score: number;
  /** The claim's statement or the reference's title. */
  readonly title: string;
  /** Id of the pack it comes from. */
  readonly pack: string;
}

export interface SearchOptions {
  readonly kind?: 'claim' | 'reference' | 'all';
  readonly limit?: number;
}
