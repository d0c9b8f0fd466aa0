import type { Finding } from '../../checks/types';

/** One linted manuscript. */
export interface LintedFile {
  /** As the user named it. */
  readonly path: string;
  readonly source: string;
  readonly findings: readonly Finding[];
}

/** Prints the result of a run; one file a format. */
export type Formatter = (files: readonly LintedFile[]) => string;
