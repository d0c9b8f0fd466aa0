import { pandocCrossReference } from '../citations';
import type { Citation, Format, Span } from '../types';

/** Something inline that is no Markdown: MyST's `` {cite}`a,b` ``. */
export interface Role extends Span {
  /** What the reader of the sentence sees: a place-holder, nothing, or the stretch of source that is its text. */
  readonly shows: 'code' | 'math' | 'cite' | 'nothing' | Span;
  readonly citations: readonly Citation[];
}

/** In what one kind of Markdown differs from the others, as far as it concerns what stands inside a paragraph. */
export interface Dialect {
  readonly name: Format;
  /** What is written like a citation but is a figure, a table, a section. */
  readonly crossReference: RegExp;
  /** In order, apart from each other. */
  findRoles?(source: string): readonly Role[];
}

export const pandoc: Dialect = { name: 'markdown', crossReference: pandocCrossReference };
