import * as vscode from 'vscode';
import {
  METHODS,
  type EntriesAnswer,
  type EntriesParams,
  type EntryEditAnswer,
  type EntryEditParams,
  type EntryTarget,
} from '../server/protocol';
import type { CaveatContext } from './context';
import { toRange } from './ranges';

/**
 * `none`: nothing was missing; `declined`: the writer does not want it; `failed`: it could not be done, which the
 * writer was told.
 */
export type AppendResult = 'added' | 'none' | 'declined' | 'failed';

/** How the writer is asked; a message can be left alone, a list is part of what is being done. */
export type Asking = 'message' | 'list';

/**
 * Puts the entries of citation keys that only the evidence has into the manuscript's bibliography: an edit that can be
 * undone, saved unless the writer has unsaved changes there. Asks before, as `caveat.citations.appendEntries` says.
 *
 * @param uri the manuscript's
 */
export async function appendEntries(
  context: CaveatContext,
  uri: vscode.Uri,
  keys: readonly string[],
  asking: Asking,
): Promise<AppendResult> {
  const { missing, append, target, chapterOf } = await entriesFor(context, uri, keys);
  if (missing.length === 0) return 'none';
  if (append === 'never') return 'declined';
  if (!target) {
    void vscode.window.showWarningMessage(whyNowhere(chapterOf));
    return 'failed';
  }
  const labels = missing.map(({ label }) => label).join(', ');
  if (append === 'ask' && !(await isWanted(labels, target, asking))) return 'declined';
  const added = await addTo(context, uri, keys, target);
  if (added === 'added') {
    const text = vscode.l10n.t('Caveat: added {0} to {1}.', labels, target.name);
    vscode.window.setStatusBarMessage(text, 5000);
  }
  return added;
}

/** @param chapterOf see {@link EntriesAnswer} */
function whyNowhere(chapterOf: string | undefined): string {
  if (chapterOf === undefined)
    return vscode.l10n.t(
      'No bibliography of this manuscript can take the entry; name a BibTeX or CSL-JSON file in it.',
    );
  if (chapterOf === '')
    return vscode.l10n.t(
      'This file is a chapter of a document that was not found, so no bibliography can take the entry; name its document in it with “% !TEX root = main.tex”.',
    );
  return vscode.l10n.t(
    'This chapter is part of {0}, which names no bibliography that can take the entry; name a BibTeX file there.',
    chapterOf,
  );
}

function entriesFor(
  { client }: CaveatContext,
  uri: vscode.Uri,
  keys: readonly string[],
): Promise<EntriesAnswer> {
  const params: EntriesParams = { uri: uri.toString(), keys };
  return client.sendRequest<EntriesAnswer>(METHODS.entries, params);
}

/** Asks, and remembers an answer that is meant for good. */
async function isWanted(labels: string, target: EntryTarget, asking: Asking): Promise<boolean> {
  const question = target.exists
    ? vscode.l10n.t('{0} is not in {1} yet. Add it?', labels, target.name)
    : vscode.l10n.t('{0} is in no bibliography yet. Create {1} with it?', labels, target.name);
  const always = vscode.l10n.t('Always');
  const once = vscode.l10n.t('This Time');
  const never = vscode.l10n.t('Never');
  const answer =
    asking === 'message'
      ? await vscode.window.showInformationMessage(question, always, once, never)
      : await vscode.window.showQuickPick([always, once, never], { placeHolder: question });
  const kept = answer === always ? 'always' : answer === never ? 'never' : undefined;
  if (kept !== undefined) {
    await vscode.workspace
      .getConfiguration('caveat')
      .update('citations.appendEntries', kept, vscode.ConfigurationTarget.Global);
  }
  return answer === always || answer === once;
}

async function addTo(
  context: CaveatContext,
  uri: vscode.Uri,
  keys: readonly string[],
  target: EntryTarget,
): Promise<AppendResult> {
  const file = vscode.Uri.parse(target.uri);
  const document = target.exists ? await open(file) : undefined;
  if (target.exists && !document)
    return failed(vscode.l10n.t('{0} is not there any more or cannot be read.', target.name));
  if (!(await isWritable(file, target.exists)))
    return failed(vscode.l10n.t('{0} is read-only.', target.name));

  const params: EntryEditParams = {
    uri: uri.toString(),
    target: target.uri,
    text: document?.getText() ?? '',
    keys,
  };
  const answer = await context.client.sendRequest<EntryEditAnswer>(METHODS.entryEdit, params);
  if (answer.keys.length === 0) return 'none';
  if (!answer.edit)
    return failed(vscode.l10n.t('{0} is damaged; correct it, then add the entry.', target.name));

  const edit = new vscode.WorkspaceEdit();
  // Where it has come meanwhile, nothing is overwritten.
  if (!document) edit.createFile(file, { ignoreIfExists: false });
  edit.insert(file, toRange(answer.edit.range).start, answer.edit.newText);
  const wasDirty = document?.isDirty === true;
  if (!(await vscode.workspace.applyEdit(edit)))
    return failed(vscode.l10n.t('{0} could not be changed.', target.name));
  const changed = document ?? (await open(file));
  if (!wasDirty && changed && !(await changed.save())) {
    await takeBack(changed, answer.edit.newText);
    return failed(vscode.l10n.t('{0} could not be saved.', target.name));
  }
  if (target.naming) await nameIt(context, uri, keys);
  return 'added';
}

/** The manuscript names its new bibliography, now that there is one; the text may have moved meanwhile. */
async function nameIt(
  context: CaveatContext,
  uri: vscode.Uri,
  keys: readonly string[],
): Promise<void> {
  const naming = (await entriesFor(context, uri, keys)).target?.naming;
  if (!naming) return;
  const edit = new vscode.WorkspaceEdit();
  edit.replace(uri, toRange(naming.range), naming.newText);
  await vscode.workspace.applyEdit(edit);
}

async function open(file: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  try {
    // An open document outlives its file.
    await vscode.workspace.fs.stat(file);
    return await vscode.workspace.openTextDocument(file);
  } catch {
    return undefined;
  }
}

async function isWritable(file: vscode.Uri, exists: boolean): Promise<boolean> {
  if (vscode.workspace.fs.isWritableFileSystem(file.scheme) === false) return false;
  if (!exists) return true;
  const { permissions } = await vscode.workspace.fs.stat(file);
  return ((permissions ?? 0) & vscode.FilePermission.Readonly) === 0;
}

/** Removes what was put in but could not be saved. */
async function takeBack(document: vscode.TextDocument, text: string): Promise<void> {
  const at = document.getText().lastIndexOf(text.replace(/\r?\n/g, lineBreakOf(document)));
  if (at < 0) return;
  const edit = new vscode.WorkspaceEdit();
  const end = at + text.replace(/\r?\n/g, lineBreakOf(document)).length;
  edit.delete(document.uri, new vscode.Range(document.positionAt(at), document.positionAt(end)));
  await vscode.workspace.applyEdit(edit);
}

function lineBreakOf({ eol }: vscode.TextDocument): string {
  return eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
}

function failed(why: string): 'failed' {
  void vscode.window.showErrorMessage(vscode.l10n.t('Caveat: the entry was not added. {0}', why));
  return 'failed';
}
