import type { Evidence } from '../checks/evidence';
import type { Finding } from '../checks/types';
import type { Problem } from '../evidence/problem';
import type { LineIndex } from '../manuscript/lines';
import type { Manuscript, ManuscriptReader, ReadCache, Span } from '../manuscript/types';
import type { LoadedBibliography } from './stores/bibliographies';
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

/** A bibliography that a manuscript or its configuration names inside the workspace. */
export interface LinkedFile {
  readonly uri: string;
  /** As it is named. */
  readonly path: string;
  /** Where the manuscript itself names it. */
  readonly span?: Span;
  readonly loaded: LoadedBibliography;
}

/** A manuscript that was read, whatever its state. */
export interface ReadManuscript {
  readonly context: Context;
  /** Where it lies, or would lie once it is saved (URI). */
  readonly place: string;
  readonly reader: ManuscriptReader;
  /** The document that it is a chapter of (URI). */
  readonly root?: string;
  readonly manuscript: Manuscript;
  /** What the reader remembers of the document. */
  readonly memory: ReadCache;
  readonly lines: LineIndex;
  /** Its bibliographies and the packs' references. */
  readonly shelf: Shelf;
  /** Bibliographies that the manuscript names and that cannot be read. */
  readonly problems: readonly Problem[];
  /** The bibliographies that it and its configuration name. */
  readonly linked: readonly LinkedFile[];
  /** Whether every bibliography that is named could be read. */
  readonly isComplete: boolean;
}

/** A manuscript that was checked. */
export interface Checked {
  readonly read: ReadManuscript;
  readonly evidence: Evidence;
  readonly findings: readonly Finding[];
}
