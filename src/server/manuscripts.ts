import type { Evidence } from '../checks/evidence';
import type { Finding } from '../checks/types';
import type { Problem } from '../evidence/problem';
import type { LineIndex } from '../manuscript/lines';
import type { Manuscript, ManuscriptReader, ReadCache } from '../manuscript/types';
import type { FoundConfig } from './stores/configs';
import type { Shelf } from './stores/libraries';
import type { LoadedPacks } from './stores/packs';
import type { ManuscriptState } from './protocol';
import type { Effective, Settings } from './settings';

/** A text as the client has it. */
export interface SourceText {
  readonly uri: string;
  readonly languageId?: string | undefined;
  readonly version: number;
  getText(): string;
}

/** What holds for a manuscript before it is read. */
export interface Context {
  readonly settings: Settings;
  readonly effective: Effective;
  readonly config: FoundConfig | undefined;
  /** Folders that may be read for this manuscript; empty where the workspace is not trusted. */
  readonly roots: readonly string[];
  readonly reader: ManuscriptReader | undefined;
  readonly packs: LoadedPacks;
  readonly state: ManuscriptState;
  /** Why it is skipped. */
  readonly reason?: string;
}

/** A manuscript that was read, whatever its state. */
export interface ReadManuscript {
  readonly context: Context;
  readonly reader: ManuscriptReader;
  readonly manuscript: Manuscript;
  /** What the reader remembers of the document. */
  readonly memory: ReadCache;
  readonly lines: LineIndex;
  /** Its bibliographies and the packs' references. */
  readonly shelf: Shelf;
  /** Bibliographies that the manuscript names and that cannot be read. */
  readonly problems: readonly Problem[];
  /** Whether every bibliography that is named could be read. */
  readonly isComplete: boolean;
}

/** A manuscript that was checked. */
export interface Checked {
  readonly read: ReadManuscript;
  readonly evidence: Evidence;
  readonly findings: readonly Finding[];
}
