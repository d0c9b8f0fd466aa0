import * as vscode from 'vscode';
import { PAGE_SCHEME } from '../../server/protocol';
import type { CaveatContext } from '../context';
import { isManuscript } from '../selector';

/** `Caveat: Show Citation Coverage`: what of the evidence the manuscript cites, as a page beside it. */
export function registerShowCoverage({ extension }: CaveatContext): void {
  extension.subscriptions.push(
    vscode.commands.registerCommand('caveat.showCitationCoverage', async () => {
      const document = vscode.window.activeTextEditor?.document;
      if (!document || !isManuscript(document) || document.uri.scheme === PAGE_SCHEME) {
        const text = vscode.l10n.t('Open a manuscript first, then run this again.');
        void vscode.window.showInformationMessage(text);
        return;
      }
      const page = await vscode.workspace.openTextDocument(coverageUri(document.uri));
      await vscode.window.showTextDocument(page, {
        viewColumn: vscode.ViewColumn.Beside,
        preview: true,
      });
    }),
  );
}

function coverageUri(manuscript: vscode.Uri): vscode.Uri {
  const name = manuscript.path.slice(manuscript.path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
  return vscode.Uri.from({
    scheme: PAGE_SCHEME,
    path: `/coverage/Citation coverage of ${name}.md`,
    query: manuscript.toString(),
  });
}
