import type { Inspection } from '../../checks/inspect';
import type { Finding } from '../../checks/types';

/** One linted manuscript. */
export interface LintedFile {
  /** As the user named it. */
  readonly path: string;
  readonly source: string;
  readonly findings: readonly Finding[];
  /** How each statement was read; only where asked for. */
  readonly inspections?: readonly Inspection[];
}

/** Prints the result of a run; one file a format. */
export type Formatter = (files: readonly LintedFile[]) => string;
