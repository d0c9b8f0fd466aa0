import * as vscode from 'vscode';
import { METHODS, PAGE_SCHEME, type PageAnswer, type PageParams } from '../../server/protocol';
import type { CaveatContext } from '../context';

/** Read-only documents that the server writes: the coverage of a manuscript, what the evidence has on a reference. */
export function registerPages({ extension, client, output, onStatus }: CaveatContext): void {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  extension.subscriptions.push(
    changed,
    vscode.workspace.registerTextDocumentContentProvider(PAGE_SCHEME, {
      onDidChange: changed.event,
      async provideTextDocumentContent(uri, token) {
        try {
          const params: PageParams = { uri: uri.toString() };
          const { text } = await client.sendRequest<PageAnswer>(METHODS.page, params, token);
          return text;
        } catch (error) {
          if (!token.isCancellationRequested) output.error(String(error));
          return '';
        }
      },
    }),
    // The manuscript was read again: its pages follow.
    onStatus(({ uri }) => {
      const manuscript = vscode.Uri.parse(uri).toString();
      for (const { uri: page } of vscode.workspace.textDocuments)
        if (page.scheme === PAGE_SCHEME && vscode.Uri.parse(page.query).toString() === manuscript)
          changed.fire(page);
    }),
  );
}
