import * as vscode from 'vscode';
import { COMMANDS, METHODS, type FormatAnswer, type FormatParams } from '../../server/protocol';
import type { CaveatContext } from '../context';

const LAST_STYLE = 'caveat.copyStyle';
const STYLES: readonly (vscode.QuickPickItem & { readonly style: string })[] = [
  { label: 'APA', style: 'apa' },
  { label: 'Vancouver', style: 'vancouver' },
  { label: 'AMA', style: 'ama' },
  { label: 'BibTeX', style: 'bibtex' },
  { label: 'CSL-JSON', style: 'csl-json' },
];

/** Copies a reference in a style that is asked for, the last one first; called from cards, not by people. */
export function registerCopyReference({ extension, client }: CaveatContext): void {
  extension.subscriptions.push(
    vscode.commands.registerCommand(
      COMMANDS.copyReference,
      async (uri: string, key: string, given?: string) => {
        const style = given ?? (await askStyle(extension.globalState));
        if (style === undefined) return;
        const params: FormatParams = { uri, key, style };
        const { text } = await client.sendRequest<FormatAnswer>(METHODS.format, params);
        if (text === undefined) return;
        await vscode.env.clipboard.writeText(text);
        vscode.window.setStatusBarMessage(vscode.l10n.t('Caveat: copied to the clipboard.'), 5000);
      },
    ),
  );
}

async function askStyle(memory: vscode.Memento): Promise<string | undefined> {
  const last = memory.get<string>(LAST_STYLE);
  const items = [...STYLES].sort((a, b) => Number(b.style === last) - Number(a.style === last));
  const placeHolder = vscode.l10n.t('The style of the reference');
  const picked = await vscode.window.showQuickPick(items, { placeHolder });
  if (picked) await memory.update(LAST_STYLE, picked.style);
  return picked?.style;
}
