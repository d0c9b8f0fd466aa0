import type * as vscode from 'vscode';

/** Languages that manuscripts are written in. The server tells which of them it can read. */
const LANGUAGES = ['markdown', 'quarto', 'rmd'];

/** Documents that are shown to the server, on whatever file system they lie. */
export const MANUSCRIPTS = LANGUAGES.map((language) => ({ language }));

/** Files that the workspace check looks at. */
export const MANUSCRIPT_FILES = '**/*.{md,markdown}';

export function isManuscript(document: vscode.TextDocument): boolean {
  return LANGUAGES.includes(document.languageId);
}
