/**
 * What a manuscript is: blocks of prose, cut into statements, each with its exact place in the source.
 * Offsets are UTF-16 code units into the source text, ends exclusive.
 */

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The formats a manuscript can be in; the id doubles as the key of the reader in `manuscript/formats.ts`. */
export type Format = 'markdown' | 'quarto' | 'rmarkdown' | 'myst' | 'latex';

/** One key inside a citation: `@huang2010differentiation` in `[see @huang2010differentiation, p. 3]`. */
export interface Citation {
  readonly key: string;
  /** The key alone, without its `@`. */
  readonly span: Span;
  /** The whole citation it stands in, brackets included. */
  readonly cluster: Span;
  /** `textual` reads as part of the sentence (`@a found…`), `parenthetical` stands in brackets. */
  readonly mode: 'textual' | 'parenthetical';
}

/** What a statement is part of. Only `paragraph`, `list-item`, `table-cell` and `footnote` hold assertions. */
export type BlockKind = 'paragraph' | 'list-item' | 'table-cell' | 'footnote' | 'caption';

/**
 * One sentence of a manuscript.
 *
 * `text` is what the reader of sentences sees: markup is taken out, a citation becomes nothing (a textual one
 * becomes its key's place-holder `⟦cite⟧`), inline code and math become `⟦code⟧` and `⟦math⟧`. `offsets[i]` is the
 * source offset of `text[i]`, so that any range in `text` can be taken back to the source.
 */
export interface Statement {
  /** From the first to the last character of the sentence in the source, a citation after the full stop included. */
  readonly span: Span;
  readonly text: string;
  readonly offsets: readonly number[];
  readonly citations: readonly Citation[];
  /** Spans of `text` (not of the source) that stand in quotation marks. */
  readonly quoted: readonly Span[];
}

export interface Block {
  readonly kind: BlockKind;
  readonly span: Span;
  readonly statements: readonly Statement[];
  /** The headings above it, outermost first, as plain text ("Methods", "Cell culture"). */
  readonly headings: readonly string[];
  /** Its statements as they were read, before it moved: see `originOf`. */
  readonly origin?: readonly Statement[];
}

/** `<!-- caveat-disable-next-line RULE -- reason -->` and its relatives. */
export interface Suppression {
  readonly kind: 'disable' | 'enable' | 'disable-line' | 'disable-next-line' | 'disable-file';
  /** Rule ids; empty means all rules. */
  readonly rules: readonly string[];
  readonly reason?: string;
  /** The whole comment. */
  readonly span: Span;
}

/** Files that the manuscript itself names as its bibliographies, as written there, with their place. */
export interface BibliographyLink {
  readonly path: string;
  readonly span: Span;
}

/** What another file tells of this one: a LaTeX manuscript's root, what it takes in. As written there, with its place. */
export type FileLink = BibliographyLink;

export interface Manuscript {
  readonly format: Format;
  readonly source: string;
  readonly blocks: readonly Block[];
  /** All citations, in source order, also those outside statements. */
  readonly citations: readonly Citation[];
  readonly suppressions: readonly Suppression[];
  readonly bibliographies: readonly BibliographyLink[];
  /**
   * Whether its bibliographies may well be named in a file that it says nothing of: it is a chapter. Where none is found
   * then, nobody knows which keys exist.
   */
  readonly isPart?: boolean;
  /** The command that it cites with (`citep`, `cite:p`), where its format has several. */
  readonly citing?: string;
  /** The document that this file is a part of, where it says so (`% !TEX root = main.tex`). */
  readonly root?: FileLink;
  /** Files that it takes in (`\input{methods}`). */
  readonly includes?: readonly FileLink[];
}

/** What a file says of other files, as far as that can be told without reading its prose. */
export interface FileLinks extends Pick<Manuscript, 'bibliographies' | 'includes' | 'root'> {
  /** Where its text begins, behind the preamble; absent in a file that is a part of another one's text. */
  readonly bodyStart?: number;
}

/** A key that is being typed, or would be if it were a citation. */
export interface TypedKey {
  /** What of it stands before the cursor. */
  readonly typed: string;
  /** Offset of its beginning. */
  readonly start: number;
  /** Where it ends, also behind the cursor. */
  readonly end: number;
  /** What has to follow it for the format to read a citation, where that is not written yet. */
  readonly closing: string;
}

/** Files beside a manuscript, or above it, that may name its bibliographies as well. */
export interface ProjectFiles {
  readonly names: readonly string[];
  /** Whether they also hold for the folders below theirs. */
  readonly upward: boolean;
  /** Whether they are only asked where the manuscript names no bibliography. */
  readonly fallback: boolean;
  /** What such a file names. Never throws. */
  bibliographies(source: string, name: string): readonly BibliographyLink[];
}

/** A format that is written into the files of another one, and told by signs. */
export interface Refinement {
  readonly of: Format;
  /** Files that make all manuscripts of a project such ones. */
  readonly projectFiles: readonly string[];
  recognises(source: string): boolean;
}

/** Text to be put into a manuscript. */
export interface Insertion {
  readonly offset: number;
  readonly newText: string;
}

/** What a reader remembers of one document between two readings; `new Map()` to begin with, and no one else's business. */
export type ReadCache = Map<string, unknown>;

/** Reads one format. One file a format under `manuscript/`, listed in `manuscript/formats.ts`. */
export interface ManuscriptReader {
  readonly format: Format;
  /** VS Code language ids and file endings (with dot) it is responsible for. */
  readonly languageIds: readonly string[];
  readonly extensions: readonly string[];
  /**
   * Never throws: what it cannot read it leaves out. With the same `cache` at each reading of one document, only what
   * changed is read again, and statements that kept their place are the same objects.
   */
  read(source: string, cache?: ReadCache): Manuscript;
  /** The format's own syntax for a citation of these keys, e.g. `[@a; @b]`, as the manuscript cites elsewhere. */
  readonly cite: (keys: readonly string[], manuscript?: Manuscript) => string;
  /** The format's own comment, e.g. `<!-- text -->`, for a line of its own. */
  readonly comment: (text: string) => string;
  /**
   * The same for the middle of a line. Absent where a comment takes the rest of its line; then one on a line of its own
   * parts no paragraph.
   */
  readonly inlineComment?: (text: string) => string;
  /** The key that is typed at an offset. A quick look: whether a citation can stand there, only reading tells. */
  readonly keyAt: (source: string, offset: number) => TypedKey | undefined;
  /** Characters after which a key may begin. */
  readonly keyTriggers: readonly string[];
  /** Escapes in text that is put in what the format would take for a comment or the like, and nothing else. */
  readonly escape?: (text: string) => string;
  /** Whether a change there would leave half a command or half a group; absent where a format has neither. */
  readonly cuts?: (source: string, span: Span) => boolean;
  /** What a file of this format says of others, without reading its prose; absent where a format has no such parts. */
  readonly linksIn?: (source: string) => FileLinks;
  /**
   * How a manuscript that names no bibliography comes to name one; undefined where it has no place for that. Absent in
   * formats that name it in their front matter.
   */
  readonly nameBibliography?: (source: string, path: string) => Insertion | undefined;
  /** The reader of a file whose project has these texts before it: what they define counts in it. */
  readonly within?: (preambles: readonly string[]) => ManuscriptReader;
  readonly project?: ProjectFiles;
  readonly refines?: Refinement;
}
