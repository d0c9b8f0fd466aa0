import type * as vscode from 'vscode';

/** Languages that manuscripts are written in. The server tells which of them it can read. */
export const LANGUAGES = ['markdown', 'quarto', 'rmd', 'rmarkdown', 'myst', 'latex', 'tex'];

/** Documents that are shown to the server, on whatever file system they lie. */
export const MANUSCRIPTS = LANGUAGES.map((language) => ({ language }));

/** Bibliographies that are shown to the server while they are open, so that it sees them as they are typed. */
export const BIBLIOGRAPHIES = [{ language: 'bibtex' }, { pattern: '**/*.{bib,bibtex}' }];

/** Files that the workspace check looks at. */
export const MANUSCRIPT_FILES =
  '**/*.{md,markdown,mdown,mkd,mkdn,qmd,rmd,Rmd,rmarkdown,Rmarkdown,myst,tex,ltx,latex}';

export function isManuscript(document: vscode.TextDocument): boolean {
  return LANGUAGES.includes(document.languageId);
}
