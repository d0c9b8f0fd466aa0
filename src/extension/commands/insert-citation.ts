import * as vscode from 'vscode';
import {
  METHODS,
  type CitationEditParams,
  type CitationsAnswer,
  type CitationsParams,
  type WireEdit,
} from '../../server/protocol';
import type { CaveatContext } from '../context';
import { appendEntries } from '../entries';
import { toRange, toWire } from '../ranges';
import { isManuscript } from '../selector';
import { chooseReferences } from '../views/reference-picker';

/** What is cited, where a key binding or another extension names it. */
interface Given {
  readonly keys?: readonly string[];
  readonly prefix?: string;
  readonly locator?: string;
}

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
      const chosen = given?.keys ? given : await choose(context, editor);
      if (chosen?.keys?.length) await cite(context, editor, chosen.keys, chosen);
    }),
  );
}

async function choose(
  { client, output }: CaveatContext,
  editor: vscode.TextEditor,
): Promise<Given | undefined> {
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

/** The bibliography first: where it cannot be changed, the manuscript is not either, unless the writer wants it so. */
async function cite(
  { client, ...rest }: CaveatContext,
  editor: vscode.TextEditor,
  keys: readonly string[],
  { prefix, locator }: Given,
): Promise<void> {
  const { document } = editor;
  const result = await appendEntries({ client, ...rest }, document.uri, keys, 'list');
  if (result === 'failed') {
    const anyway = vscode.l10n.t('Insert Anyway');
    const answer = await vscode.window.showWarningMessage(
      vscode.l10n.t('The citation was not inserted, for its entry could not be added.'),
      anyway,
    );
    if (answer !== anyway) return;
  }
  const params: CitationEditParams = {
    uri: document.uri.toString(),
    // What was put in above it has moved the cursor along.
    position: toWire(editor.selection.active),
    keys,
    ...(prefix !== undefined && { prefix }),
    ...(locator !== undefined && { locator }),
  };
  const edit = await client.sendRequest<WireEdit | null>(METHODS.citationEdit, params);
  if (!edit) {
    vscode.window.setStatusBarMessage(vscode.l10n.t('Caveat: cited there already.'), 5000);
    return;
  }
  await editor.edit((builder) => {
    builder.replace(toRange(edit.range), edit.newText);
  });
}
