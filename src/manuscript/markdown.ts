import { formatCitation } from './citations';
import { bibliographiesIn, findFrontMatter } from './frontmatter';
import { assemble } from './markdown/document';
import { readPieces } from './markdown/memory';
import { cutPieces } from './markdown/pieces';
import type { Manuscript, ManuscriptReader, ReadCache } from './types';

/**
 * Reads Pandoc's and GitHub's Markdown. `cache` holds what was read of the same document before, so that an edit costs
 * the paragraph that was edited. Linear in the source's length; never throws.
 */
export function readMarkdown(source: string, cache: ReadCache = new Map()): Manuscript {
  const front = findFrontMatter(source);
  const start = front?.span.end ?? (source.startsWith('\uFEFF') ? 1 : 0);
  const readings = readPieces(source, cutPieces(source, start), cache);
  return {
    format: 'markdown',
    source,
    bibliographies: front ? bibliographiesIn(source, front.yaml) : [],
    ...assemble(readings),
  };
}

export const markdown: ManuscriptReader = {
  format: 'markdown',
  languageIds: ['markdown'],
  extensions: ['.md', '.markdown', '.mdown', '.mkd', '.mkdn', '.text', '.txt'],
  read: readMarkdown,
  cite: formatCitation,
  // A comment ends at its first `-->`, so that none may stand inside.
  comment: (text) => `<!-- ${text.replace(/--+>/g, '->')} -->`,
};
