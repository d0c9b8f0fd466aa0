import { bibliographiesUnder, findFrontMatter } from './frontmatter';
import { pandocSyntax, readMarkdown } from './markdown';
import type { Dialect } from './markdown/dialect';
import type { ManuscriptReader } from './types';

/** https://quarto.org/docs/authoring/cross-references.html: these prefixes are reserved, and never citations. */
const dialect: Dialect = {
  name: 'quarto',
  crossReference:
    /^(?:fig|tbl|eq|sec|lst|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|alg|vid|tip|nte|wrn|imp|cau|tab)[:-]/,
};

/** Quarto: Pandoc's Markdown with code cells, shortcodes and cross references. */
export const quarto: ManuscriptReader = {
  ...pandocSyntax,
  format: 'quarto',
  languageIds: ['quarto'],
  extensions: ['.qmd'],
  read: (source, cache) => ({
    ...readMarkdown(source, cache, dialect),
    // What is included in another document has no front matter of its own.
    isPart: findFrontMatter(source) === undefined,
  }),
  project: {
    names: ['_quarto.yml', '_quarto.yaml', '_metadata.yml', '_metadata.yaml'],
    upward: true,
    fallback: false,
    bibliographies: (source) => bibliographiesUnder(source, [['bibliography']]),
  },
};
