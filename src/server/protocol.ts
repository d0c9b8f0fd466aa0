/**
 * What the server and its client say to each other beyond LSP. Types and names only: this file is all that the
 * extension may import from the server.
 */
import type { EvidenceMap, MapChoice } from '../map/types';

export type * from './protocol/evidence';

/** Names of the requests and notifications, with who sends them. */
export const METHODS = {
  /** Client to server: search the evidence. {@link SearchParams} -> {@link SearchAnswer} */
  search: 'caveat/search',
  /** Client to server: references to choose from for a manuscript. {@link CitationsParams} -> {@link CitationsAnswer} */
  citations: 'caveat/citations',
  /** Client to server: how a citation is written at a place. {@link CitationEditParams} -> {@link WireEdit} or null */
  citationEdit: 'caveat/citationEdit',
  /** Client to server: which entries are missing, and where they go. {@link EntriesParams} -> {@link EntriesAnswer} */
  entries: 'caveat/entries',
  /** Client to server: how entries are put into a bibliography. {@link EntryEditParams} -> {@link EntryEditAnswer} */
  entryEdit: 'caveat/entryEdit',
  /** Client to server: a reference in a style. {@link FormatParams} -> {@link FormatAnswer} */
  format: 'caveat/format',
  /** Client to server: the text of a page that only Caveat has. {@link PageParams} -> {@link PageAnswer} */
  page: 'caveat/page',
  /** Client to server: the evidence map, and what a manuscript cites of it. {@link MapParams} -> {@link MapAnswer} */
  map: 'caveat/map',
  /** Client to server: a manuscript's report. {@link ReportParams} -> {@link ReportAnswer} */
  report: 'caveat/report',
  /** Client to server: the packs that are used and those that are switched off. {@link PacksParams} -> {@link PacksAnswer} */
  packs: 'caveat/packs',
  /** Client to server: read packs, bibliographies and configurations again. No parameters -> null */
  reload: 'caveat/reload',
  /** Client to server: what the evidence view shows. {@link EvidenceParams} -> {@link EvidenceAnswer} */
  evidence: 'caveat/evidence',
  /** Client to server: where a manuscript speaks of it. {@link MentionsParams} -> {@link MentionsAnswer} */
  mentions: 'caveat/mentions',
  /** Client to server: check a manuscript that is not open. {@link CheckFileParams} -> {@link CheckFileAnswer} */
  checkFile: 'caveat/checkFile',
  /** Client to server, a notification: the user trusts the workspace now. */
  trusted: 'caveat/trusted',
  /** Server to client, a notification: packs, settings or configurations may have changed. No parameters */
  evidenceChanged: 'caveat/evidenceChanged',
  /** Server to client, a notification: how a manuscript stands. {@link StatusParams} */
  status: 'caveat/status',
  /** Server to client: the text of a file that only the client can reach. {@link ReadFileParams} -> {@link FileText} */
  readFile: 'caveat/readFile',
  /** Server to client: the files below a folder. {@link ListFilesParams} -> {@link FileList} */
  listFiles: 'caveat/listFiles',
} as const;

/** Commands in code actions and cards that the client carries out; their arguments. */
export const COMMANDS = {
  /** `[ruleId, uri of the manuscript]` */
  disableRule: 'caveat.disableRule',
  /** `[uri of the manuscript, citation keys]` */
  appendEntries: 'caveat.appendEntries',
  /** `[uri of the manuscript, citation key]` */
  copyReference: 'caveat.copyReference',
  /** `[words to look for]` */
  showEvidence: 'caveat.showEvidence',
} as const;

/**
 * Kinds of code actions below `quickfix`, each followed by the id of the finding's rule
 * (`quickfix.caveat.fix.uncited-claim`), so that a client can offer those of one finding apart.
 */
export const ACTION_KINDS = {
  /** Puts the statement right. */
  fix: 'quickfix.caveat.fix',
  suppressHere: 'quickfix.caveat.suppressHere',
  suppressInFile: 'quickfix.caveat.suppressInFile',
  switchOff: 'quickfix.caveat.switchOff',
} as const;

/**
 * Pages that the client shows as read-only documents and has from {@link METHODS.page}:
 * `caveat:/reference/KEY.md?URI` and `caveat:/coverage/NAME.md?URI`, URI being the manuscript's, and
 * `caveat:/claim/PACK/ID.md?URI` and `caveat:/reference/PACK/ID.md?URI`, where it may be empty.
 */
export const PAGE_SCHEME = 'caveat';

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
  /** The client shows pages of {@link PAGE_SCHEME}. */
  readonly pages?: boolean;
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
  /** The keys of the citation. */
  readonly keys?: readonly string[];
  /** Where the paper's DOI resolves. */
  readonly url?: string;
}

export interface CitationsParams {
  readonly uri: string;
  readonly position: WirePosition;
  /** Words of a key, an author, a year, a title; empty for all. */
  readonly typed: string;
  /** Of each group. */
  readonly limit?: number;
}

export interface CitationsAnswer {
  /** Those that fit the sentence at the position, best first; none where something was typed. */
  readonly forSentence: readonly CitationHit[];
  /** All others, or what fits the words. */
  readonly others: readonly CitationHit[];
}

/** A reference to choose. Plain text. */
export interface CitationHit {
  readonly key: string;
  /** "Huang et al. 2010" */
  readonly label: string;
  /** "[25] cited" */
  readonly why: string;
  readonly title: string;
}

export interface CitationEditParams {
  readonly uri: string;
  readonly position: WirePosition;
  readonly keys: readonly string[];
  /** "see" */
  readonly prefix?: string;
  /** "p. 3" */
  readonly locator?: string;
}

export interface EntriesParams {
  readonly uri: string;
  readonly keys: readonly string[];
}

export interface EntriesAnswer {
  /** Those of the keys that no bibliography of the manuscript has. */
  readonly missing: readonly { readonly key: string; readonly label: string }[];
  /** The setting `caveat.citations.appendEntries`; `never` also where nothing of the workspace may be read. */
  readonly append: 'ask' | 'always' | 'never';
  /** Where entries go; absent where no bibliography can take them. */
  readonly target?: EntryTarget;
  /** Without one because the manuscript is a chapter: the name of its document, empty where it was not found. */
  readonly chapterOf?: string;
}

export interface EntryTarget {
  readonly uri: string;
  /** As the manuscript names it. */
  readonly name: string;
  /** Else it has to be made. */
  readonly exists: boolean;
  /** The edit of the manuscript that names it, where it does not yet. */
  readonly naming?: WireEdit;
}

export interface EntryEditParams {
  /** The manuscript. */
  readonly uri: string;
  /** The bibliography, and its text as the client has it. */
  readonly target: string;
  readonly text: string;
  readonly keys: readonly string[];
}

export interface EntryEditAnswer {
  /** Those of the keys whose entries the text lacks. */
  readonly keys: readonly string[];
  /** Adds them; absent where there are none, or the text is too damaged to be added to. */
  readonly edit?: WireEdit;
}

export interface FormatParams {
  /** The manuscript that cites it. */
  readonly uri: string;
  readonly key: string;
  /** `apa`, `vancouver`, `ama`, `bibtex`, `csl-json`. */
  readonly style: string;
}

export interface FormatAnswer {
  /** Absent where the key is not known. */
  readonly text?: string;
}

export interface PageParams {
  /** Of the page. */
  readonly uri: string;
}

export interface PageAnswer {
  /** Markdown. */
  readonly text: string;
}

export interface MapParams extends MapChoice {
  /** The manuscript whose evidence is drawn and whose citations are laid over it. */
  readonly uri?: string;
}

export interface MapAnswer {
  readonly map: EvidenceMap;
  /** Titles of the packs; empty where none is loaded. */
  readonly title: string;
  /** The reviews that the evidence is from, in one line. */
  readonly source: string;
  /** What the manuscript cites, as indexes into the map's claims and references. */
  readonly cited?: {
    readonly claims: readonly number[];
    readonly references: readonly number[];
  };
}

export interface ReportParams {
  /** The manuscript. */
  readonly uri: string;
  readonly format: 'html' | 'markdown';
  /** The day to be written on it, `2026-11-24`. */
  readonly date: string;
}

/** The report's text; without one, why there is none. */
export type ReportAnswer = { readonly text: string } | { readonly reason: string };

export interface PacksParams {
  /** The manuscript whose packs come first. */
  readonly uri?: string;
}

export interface PacksAnswer {
  readonly packs: readonly PackInfo[];
}

/** An evidence pack, or a folder that should be one. Plain text. */
export interface PackInfo {
  /** The id in its manifest, by which it is switched off; absent where the folder holds no pack that can be used. */
  readonly id?: string;
  readonly title: string;
  readonly version?: string;
  readonly claims: number;
  readonly references: number;
  readonly concepts: number;
  /** It comes with Caveat, a configuration file names it, or the settings do. */
  readonly from: 'shipped' | 'file' | 'settings';
  /** Its folder (URI); absent for what comes with Caveat. */
  readonly folder?: string;
  /** What switches it off. */
  readonly disabledBy?: 'file' | 'settings';
  /** The configuration file that holds here (URI). */
  readonly config?: string;
  /** Where the review's DOI resolves. */
  readonly review?: string;
  readonly problems: readonly PackProblem[];
}

export interface PackProblem {
  /** Of the file. */
  readonly uri: string;
  readonly range?: WireRange;
  readonly severity: 'error' | 'warning' | 'hint';
  readonly message: string;
}

export interface WireEdit {
  readonly range: WireRange;
  readonly newText: string;
}

export interface CheckFileParams {
  readonly uri: string;
}

/** `data` of a diagnostic that is a finding. */
export interface FindingData {
  /** Ids, the telling one first. */
  readonly claims: readonly string[];
  /** Keys of the references that carry it. */
  readonly references: readonly string[];
  /** What the first claim says. */
  readonly statement?: string;
  /** How sure it is. */
  readonly certainty?: string;
  /** How many ways there are to put the statement right. */
  readonly fixes: number;
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

export interface WirePosition {
  readonly line: number;
  readonly character: number;
}

export interface WireRange {
  readonly start: WirePosition;
  readonly end: WirePosition;
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
  /** With dot, lower case: only such files, and none below folders that begin with a dot. */
  readonly endings?: readonly string[];
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
