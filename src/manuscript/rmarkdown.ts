import { bibliographiesIn, findFrontMatter } from './frontmatter';
import { pandocSyntax, readMarkdown } from './markdown';
import { pandoc, type Dialect } from './markdown/dialect';
import type { BibliographyLink, Manuscript, ManuscriptReader, ReadCache } from './types';

const dialect: Dialect = { ...pandoc, name: 'rmarkdown' };

/** R Markdown and bookdown: Pandoc's Markdown with code chunks, inline R and `\@ref(fig:one)`. */
export const rmarkdown: ManuscriptReader = {
  ...pandocSyntax,
  format: 'rmarkdown',
  languageIds: ['rmd', 'rmarkdown'],
  extensions: ['.rmd', '.rmarkdown'],
  read: readRMarkdown,
  project: {
    // A book's chapters take what its first page names.
    names: ['index.Rmd', 'index.rmd'],
    upward: false,
    fallback: true,
    bibliographies: (source) => {
      const front = findFrontMatter(source);
      return front ? bibliographiesIn(source, front.yaml).filter(isWritten) : [];
    },
  },
};

function readRMarkdown(source: string, cache?: ReadCache): Manuscript {
  const manuscript = readMarkdown(source, cache, dialect);
  const bibliographies = manuscript.bibliographies.filter(isWritten);
  // One that R names is not known either.
  const isPart =
    findFrontMatter(source) === undefined ||
    bibliographies.length < manuscript.bibliographies.length;
  return { ...manuscript, bibliographies, isPart };
}

/** A path that R makes, `` "`r here('refs.bib')`" ``, cannot be followed. */
function isWritten({ path }: BibliographyLink): boolean {
  return !path.includes('`r ');
}
