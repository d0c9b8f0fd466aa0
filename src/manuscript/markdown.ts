import { assemble } from './assemble';
import { formatCitation } from './citations';
import { bibliographiesIn, findFrontMatter } from './frontmatter';
import { pandoc, type Dialect } from './markdown/dialect';
import { readPieces } from './markdown/memory';
import { cutPieces } from './markdown/pieces';
import { pandocKeyAt } from './typed-key';
import type { Manuscript, ManuscriptReader, ReadCache } from './types';

/**
 * Reads Pandoc's and GitHub's Markdown, or a dialect of it. `cache` holds what was read of the same document before, so
 * that an edit costs the paragraph that was edited. Linear in the source's length; never throws.
 */
export function readMarkdown(
  source: string,
  cache: ReadCache = new Map(),
  dialect: Dialect = pandoc,
): Manuscript {
  const front = findFrontMatter(source);
  const start = front?.span.end ?? (source.startsWith('\uFEFF') ? 1 : 0);
  const readings = readPieces(source, cutPieces(source, start), dialect, cache);
  return {
    format: dialect.name,
    source,
    bibliographies: front ? bibliographiesIn(source, front.yaml) : [],
    ...assemble(readings),
  };
}

// A comment ends at its first `-->`, so that none may stand inside.
const htmlComment = (text: string): string => `<!-- ${text.replace(/--+>/g, '->')} -->`;

/** All that Pandoc's Markdown and what is made of it have in common. */
export const pandocSyntax = {
  cite: (keys) => formatCitation(keys),
  comment: htmlComment,
  inlineComment: htmlComment,
  keyAt: pandocKeyAt,
  keyTriggers: ['@'],
} as const satisfies Partial<ManuscriptReader>;

export const markdown: ManuscriptReader = {
  ...pandocSyntax,
  format: 'markdown',
  languageIds: ['markdown'],
  extensions: ['.md', '.markdown', '.mdown', '.mkd', '.mkdn', '.text', '.txt'],
  read: (source, cache) => readMarkdown(source, cache),
};
