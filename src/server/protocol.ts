/**
 * What the server and its client say to each other beyond LSP. Types and names only: this file is all that the
 * extension may import from the server.
 */

/** Names of the requests and notifications, with who sends them. */
export const METHODS = {
  /** Client to server: search the evidence. {@link SearchParams} -> {@link SearchAnswer} */
  search: 'caveat/search',
  /** Client to server: check a manuscript that is not open. {@link CheckFileParams} -> {@link CheckFileAnswer} */
  checkFile: 'caveat/checkFile',
  /** Client to server, a notification: the user trusts the workspace now. */
  trusted: 'caveat/trusted',
  /** Server to client, a notification: how a manuscript stands. {@link StatusParams} */
  status: 'caveat/status',
  /** Server to client: the text of a file that only the client can reach. {@link ReadFileParams} -> {@link FileText} */
  readFile: 'caveat/readFile',
  /** Server to client: the files below a folder. {@link ListFilesParams} -> {@link FileList} */
  listFiles: 'caveat/listFiles',
} as const;

/** Commands in code actions that the client carries out; their arguments. */
export const COMMANDS = {
  /** `[ruleId, uri of the manuscript]` */
  disableRule: 'caveat.disableRule',
} as const;

/** `initializationOptions`; every field may be missing, as with an editor that knows nothing of them. */
export interface InitializationOptions {
  /** The client answers `caveat/readFile` and `caveat/listFiles`. */
  readonly clientFiles?: boolean;
  /** `false`: neither configuration files nor packs nor bibliographies of the workspace are read. */
  readonly trusted?: boolean;
  /** Folder (URI) of the compiled packs that come with Caveat, where the server cannot find it itself. */
  readonly shippedPacks?: string;
  /** The commands of {@link COMMANDS} that the client carries out. */
  readonly commands?: readonly string[];
}

export interface SearchParams {
  readonly query: string;
  readonly kind?: 'claim' | 'reference' | 'all';
  readonly limit?: number;
  /** The manuscript that is being written: its evidence is searched, its keys and its syntax are used. */
  readonly uri?: string;
  /** Where the cursor stands in it. An empty query then finds references for the sentence there. */
  readonly position?: { readonly line: number; readonly character: number };
}

export interface SearchAnswer {
  readonly results: readonly SearchHit[];
}

/** A claim or a reference with all that a list shows and its actions need. Plain text, not Markdown. */
export interface SearchHit {
  readonly kind: 'claim' | 'reference';
  /** Claim id or the reference's key in its pack. */
  readonly id: string;
  /** The claim's statement or the reference's title. */
  readonly title: string;
  /** "contested; Background" or "Huang et al. 2010 [25], Circulation". */
  readonly detail: string;
  /** What is copied as a statement: the claim's sentence with its caveat, or the reference in full. */
  readonly statement: string;
  /** A citation in the manuscript's own syntax, its keys as the manuscript's bibliography has them. */
  readonly citation?: string;
  /** Where the paper's DOI resolves. */
  readonly url?: string;
}

export interface CheckFileParams {
  readonly uri: string;
}

/** As in LSP's `Diagnostic`, so that the client can turn it into one without knowing our findings. */
export interface WireDiagnostic {
  readonly range: WireRange;
  readonly severity: 1 | 2 | 3 | 4;
  readonly code: string;
  readonly codeDescription?: { readonly href: string };
  readonly source: string;
  readonly message: string;
}

export interface WireRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

export interface CheckFileAnswer {
  readonly state: ManuscriptState;
  /** Why the file was skipped. */
  readonly reason?: string;
  readonly diagnostics: readonly WireDiagnostic[];
}

/** `inactive`: about something else, or Caveat is off here; `skipped`: too large, or not a text. */
export type ManuscriptState = 'checked' | 'inactive' | 'skipped';

export interface StatusParams {
  readonly uri: string;
  readonly state: ManuscriptState;
  readonly findings: number;
  readonly reason?: string;
}

export interface ReadFileParams {
  readonly uri: string;
  /** Larger files are refused. */
  readonly maxBytes: number;
}

export interface ListFilesParams {
  readonly folder: string;
}

/** A file's text, or why there is none. */
export type FileText =
  { readonly text: string } | { readonly fault: FileFault; readonly detail: string };

/** `outside`: beyond the folders that may be read, or behind a link that could lead there. */
export type FileFault = 'missing' | 'outside' | 'too-large' | 'unreadable';

export interface FileList {
  /** URIs; empty where there is no such folder. */
  readonly files: readonly string[];
}
