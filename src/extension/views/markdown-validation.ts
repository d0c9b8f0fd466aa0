import * as vscode from 'vscode';
import type { CaveatContext } from '../context';

const ASKED = 'caveat.markdownValidationAsked';

/**
 * VS Code's own validation of Markdown, where it is switched on, takes `[@key]` for a link without a target. Offers,
 * once and for all, the setting that keeps it from doing so.
 */
export function registerMarkdownValidation({ extension, onStatus }: CaveatContext): void {
  extension.subscriptions.push(
    onStatus(({ uri, state }) => {
      if (state !== 'checked' || extension.globalState.get(ASKED) === true) return;
      const document = vscode.workspace.textDocuments.find(
        (open) => open.uri.toString() === vscode.Uri.parse(uri).toString(),
      );
      if (document?.getText().includes('[@') && complains(document)) void offer(extension);
    }),
  );
}

function complains(document: vscode.TextDocument): boolean {
  const settings = vscode.workspace.getConfiguration('markdown.validate', document);
  return settings.get('enabled') === true && settings.get('referenceLinks.enabled') !== 'ignore';
}

async function offer(extension: vscode.ExtensionContext): Promise<void> {
  // Before the answer, so that a second manuscript does not ask again meanwhile.
  await extension.globalState.update(ASKED, true);
  const silence = vscode.l10n.t('Silence in this workspace');
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t(
      'VS Code’s Markdown validation reports citations such as [@key] as missing links.',
    ),
    silence,
    vscode.l10n.t('Leave as it is'),
  );
  if (answer !== silence) return;
  await vscode.workspace
    .getConfiguration('markdown.validate')
    .update('referenceLinks.enabled', 'ignore', vscode.ConfigurationTarget.Workspace);
}
