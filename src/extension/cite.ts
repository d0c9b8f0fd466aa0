import * as vscode from 'vscode';
import { METHODS, type CitationEditParams, type WireEdit } from '../server/protocol';
import type { CaveatContext } from './context';
import { appendEntries } from './entries';
import { toRange, toWire } from './ranges';

/** What is cited, and what is written around it. */
export interface Citing {
  readonly keys: readonly string[];
  /** "see" */
  readonly prefix?: string | undefined;
  /** "p. 3" */
  readonly locator?: string | undefined;
}

/**
 * Cites at the cursor, into the citation that stands there or as a new one. The bibliography comes first: where it
 * cannot be changed, the manuscript is not either, unless the writer wants it so.
 */
export async function cite(
  context: CaveatContext,
  editor: vscode.TextEditor,
  { keys, prefix, locator }: Citing,
): Promise<void> {
  const { document } = editor;
  const cursor = rememberCursor(editor);
  const result = await appendEntries(context, document.uri, keys, 'list');
  if (result === 'failed' && !(await isWantedAnyway())) return;
  const params: CitationEditParams = {
    uri: document.uri.toString(),
    position: toWire(cursor()),
    keys,
    ...(prefix !== undefined && { prefix }),
    ...(locator !== undefined && { locator }),
  };
  const edit = await context.client.sendRequest<WireEdit | null>(METHODS.citationEdit, params);
  if (!edit) {
    vscode.window.setStatusBarMessage(vscode.l10n.t('Caveat: cited there already.'), 5000);
    return;
  }
  await editor.edit((builder) => {
    builder.replace(toRange(edit.range), edit.newText);
  });
}

async function isWantedAnyway(): Promise<boolean> {
  const anyway = vscode.l10n.t('Insert Anyway');
  const answer = await vscode.window.showWarningMessage(
    vscode.l10n.t('The citation was not inserted, for its entry could not be added.'),
    anyway,
  );
  return answer === anyway;
}

/** Where the cursor belongs later: what is put in above it moves it along, what is put in right behind it must not. */
function rememberCursor(editor: vscode.TextEditor): () => vscode.Position {
  const { active } = editor.selection;
  const before = () => editor.document.getText(new vscode.Range(new vscode.Position(0, 0), active));
  const text = before();
  return () => (text !== '' && before() === text ? active : editor.selection.active);
}
