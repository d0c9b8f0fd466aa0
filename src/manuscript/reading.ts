import type { BlockKind, Citation, Span, Statement, Suppression } from './types';

/** Where a piece of Markdown stands: `quote` holds no statements of the writer's own. */
export type Container = BlockKind | 'quote';

/** What a piece of Markdown holds, in order, for the document to make sense of. */
export type Item =
  | { readonly type: 'heading'; readonly depth: number; readonly text: string }
  | {
      readonly type: 'div';
      readonly opens: boolean;
      /** What its paragraphs are, where they are no prose. */
      readonly holds?: 'references' | 'caption';
    }
  | {
      readonly type: 'block';
      readonly kind: BlockKind;
      readonly span: Span;
      readonly statements: readonly Statement[];
      /** See `originOf`. */
      readonly origin?: readonly Statement[];
    };

/** The reading of one piece of source. Offsets count from the piece's beginning. */
export interface Reading {
  readonly items: readonly Item[];
  readonly citations: readonly Citation[];
  readonly suppressions: readonly Suppression[];
  /** Normalised labels of the link definitions in it. */
  readonly defines: readonly string[];
}
