import type { Problem } from '../evidence/problem';
import type { Reference } from '../evidence/types';

/** One entry of a bibliography file with its place in it. */
export interface BibliographyEntry {
  readonly reference: Reference;
  /** Offsets of the entry in the file's text, UTF-16. */
  readonly start: number;
  readonly end: number;
}

/** What a bibliography file holds: the entries that could be read and what is wrong with the rest. */
export interface Bibliography {
  readonly path: string;
  readonly entries: ReadonlyMap<string, BibliographyEntry>;
  readonly problems: readonly Problem[];
}
