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

export interface Manuscript {
  readonly format: Format;
  readonly source: string;
  readonly blocks: readonly Block[];
  /** All citations, in source order, also those outside statements. */
  readonly citations: readonly Citation[];
  readonly suppressions: readonly Suppression[];
  readonly bibliographies: readonly BibliographyLink[];
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
  /** The format's own syntax for a citation of these keys, e.g. `[@a; @b]`. */
  readonly cite: (keys: readonly string[]) => string;
  /** The format's own comment around `text`, e.g. `<!-- text -->`. */
  readonly comment: (text: string) => string;
}
