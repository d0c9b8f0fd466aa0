import * as vscode from 'vscode';
import { METHODS, type CitationsAnswer, type CitationsParams } from '../../server/protocol';
import { cite, type Citing } from '../cite';
import type { CaveatContext } from '../context';
import { toWire } from '../ranges';
import { isManuscript } from '../selector';
import { chooseReferences } from '../views/reference-picker';

/** What is cited, where a key binding or another extension names it. */
type Given = Partial<Citing>;

/** `Caveat: Insert Citation…`: references for the sentence and all others, into the citation at the cursor or a new one. */
export function registerInsertCitation(context: CaveatContext): void {
  context.extension.subscriptions.push(
    vscode.commands.registerCommand('caveat.insertCitation', async (given?: Given) => {
      const editor = vscode.window.activeTextEditor;
      if (!editor || !isManuscript(editor.document)) {
        const text = vscode.l10n.t('Open a manuscript first, then run this again.');
        void vscode.window.showInformationMessage(text);
        return;
      }
      const keys = given?.keys;
      const chosen = keys ? { ...given, keys } : await choose(context, editor);
      if (chosen && chosen.keys.length > 0) await cite(context, editor, chosen);
    }),
  );
}

async function choose(
  { client, output }: CaveatContext,
  editor: vscode.TextEditor,
): Promise<Citing | undefined> {
  const uri = editor.document.uri.toString();
  const position = toWire(editor.selection.active);
  const keys = await chooseReferences(
    (typed, token) => {
      const params: CitationsParams = { uri, position, typed };
      return client.sendRequest<CitationsAnswer>(METHODS.citations, params, token);
    },
    (error) => output.error(String(error)),
  );
  if (!keys || keys.length !== 1) return keys && { keys };
  const locator = await ask(
    vscode.l10n.t('Page or other locator'),
    vscode.l10n.t('p. 3; Enter without text for none'),
  );
  if (locator === undefined) return undefined;
  const prefix = await ask(
    vscode.l10n.t('Words before the reference'),
    vscode.l10n.t('see; Enter without text for none'),
  );
  if (prefix === undefined) return undefined;
  return { keys, ...(locator !== '' && { locator }), ...(prefix !== '' && { prefix }) };
}

/** @returns undefined where the writer broke off */
async function ask(title: string, placeHolder: string): Promise<string | undefined> {
  return (await vscode.window.showInputBox({ title, placeHolder }))?.trim();
}
