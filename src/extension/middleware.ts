import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { PAGE_SCHEME } from '../server/protocol';
import { BIBLIOGRAPHIES, MANUSCRIPTS } from './selector';

/** Where the client does not simply pass on what VS Code and the server say. */
export const middleware: Middleware = {
  // Our own pages are Markdown, but nobody's manuscript.
  didOpen: (document, next) => (isPage(document) ? Promise.resolve() : next(document)),
  didChange: (event, next) => (isPage(event.document) ? Promise.resolve() : next(event)),
  didClose: (document, next) => (isPage(document) ? Promise.resolve() : next(document)),
  async provideRenameEdits(document, position, newName, token, next) {
    const edit = await next(document, position, newName, token);
    const unsaved = edit && unsavedIn(edit);
    if (unsaved) {
      const name = vscode.workspace.asRelativePath(unsaved.uri);
      throw new Error(
        vscode.l10n.t('Save {0} first: it has changes that Caveat cannot see.', name),
      );
    }
    return edit;
  },
};

function isPage({ uri }: vscode.TextDocument): boolean {
  return uri.scheme === PAGE_SCHEME;
}

/** A file that the server knows from disk alone, changed since: an edit would hit other places than it means. */
function unsavedIn(edit: vscode.WorkspaceEdit): vscode.TextDocument | undefined {
  const selector = [...MANUSCRIPTS, ...BIBLIOGRAPHIES];
  return edit
    .entries()
    .map(([uri]) =>
      vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri.toString()),
    )
    .find((open) => open?.isDirty && vscode.languages.match(selector, open) === 0);
}
