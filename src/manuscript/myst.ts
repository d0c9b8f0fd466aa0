import { bibliographiesUnder, findFrontMatter } from './frontmatter';
import { pandocSyntax, readMarkdown } from './markdown';
import { pandoc, type Dialect } from './markdown/dialect';
import { plainMarkdown } from './myst/directives';
import { findRoles, isCiting } from './myst/roles';
import { mystKeyAt } from './myst/typed-key';
import type { Manuscript, ManuscriptReader, ReadCache } from './types';

const dialect: Dialect = { ...pandoc, name: 'myst', findRoles };

/** Reads MyST Markdown. As linear, and as little given to throwing, as the Markdown reader. */
export function readMyst(source: string, cache?: ReadCache): Manuscript {
  const front = findFrontMatter(source);
  const plain = plainMarkdown(source, front?.span.end ?? 0);
  const manuscript = readMarkdown(plain.source, cache, dialect);
  const suppressions = [...manuscript.suppressions, ...plain.suppressions];
  const citing = citingOf(manuscript);
  return {
    ...manuscript,
    source,
    suppressions: suppressions.sort((a, b) => a.span.start - b.span.start),
    // mystmd takes every bibliography that lies in the folder.
    isPart: true,
    ...(citing && { citing }),
  };
}

/** The role that the manuscript cites with most; Pandoc's brackets, if it uses those, are MyST as well. */
function citingOf({ source, citations }: Manuscript): string | undefined {
  const counts = new Map<string, number>();
  for (const { cluster, mode } of citations) {
    if (mode !== 'parenthetical') continue;
    const name = /^\{([\w:.]+)\}/.exec(source.slice(cluster.start, cluster.start + 40))?.[1];
    if (name === undefined || isCiting(name)) {
      counts.set(name ?? '@', (counts.get(name ?? '@') ?? 0) + 1);
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function cite(keys: readonly string[], manuscript?: Manuscript): string {
  const citing = manuscript?.citing ?? 'cite:p';
  const canStand = keys.every((key) => !/[\s,;{}`]/.test(key));
  return citing === '@' || !canStand ? pandocSyntax.cite(keys) : `{${citing}}\`${keys.join(',')}\``;
}

const signs =
  /\{(?:(?:full|foot)?cite(?:[:.][a-z]+)?|numref|ref|eq|doc|term|prf:ref)\}`|^[ \t]*(?:`{3,}|:{3,})[ \t]*\{(?:note|warning|tip|important|hint|caution|danger|attention|error|seealso|admonition|figure|table|math|code-cell|code-block|bibliography|toctree|tableofcontents|list-table|margin|sidebar|aside|card|grid|tab-set|dropdown|prf:[a-z]+|exercise|epigraph)\}|^\([^()\s]{1,100}\)=[ \t]*$/m;

/** Each sign has one of these; asked at each keystroke, and most Markdown has none. */
function mayHaveSigns(source: string): boolean {
  const has = (text: string) => source.includes(text);
  return has('}`') || has(')=') || (has('{') && (has('```') || has(':::')));
}

/** MyST Markdown, as Sphinx, Jupyter Book and mystmd read it. */
export const myst: ManuscriptReader = {
  ...pandocSyntax,
  format: 'myst',
  languageIds: ['myst'],
  extensions: ['.myst'],
  read: readMyst,
  cite,
  comment: (text) => `% ${text.replace(/[\r\n]+/g, ' ')}`,
  keyAt: mystKeyAt,
  keyTriggers: ['@', '`', ','],
  project: {
    names: ['myst.yml', '_config.yml'],
    upward: true,
    fallback: false,
    bibliographies: (source) =>
      bibliographiesUnder(source, [
        ['project', 'bibliography'],
        ['bibliography'],
        ['bibtex_bibfiles'],
        ['sphinx', 'config', 'bibtex_bibfiles'],
      ]),
  },
  refines: {
    of: 'markdown',
    projectFiles: ['myst.yml'],
    recognises: (source) => mayHaveSigns(source) && signs.test(source),
  },
};
