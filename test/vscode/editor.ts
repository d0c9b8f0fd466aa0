// What the suites share: opening the workspace's files and waiting for what the server sends.
import * as vscode from 'vscode';

/**
 * Opens a file of the test workspace in an editor.
 *
 * @param path Relative to the workspace's folder.
 */
export async function openExample(path: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(workspaceUri(path));
  await vscode.window.showTextDocument(document);
  return document;
}

/**
 * Opens a manuscript that exists in memory only.
 *
 * @param content The text.
 * @param language VS Code's language id.
 */
export async function openText(
  content: string,
  language = 'markdown',
): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ content, language });
  await vscode.window.showTextDocument(document);
  return document;
}

/** The address of a file of the test workspace, on disk or in a virtual file system. */
export function workspaceUri(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('The test host has no workspace folder.');
  return vscode.Uri.joinPath(folder.uri, path);
}

/**
 * Our findings in a document, once there is one.
 *
 * @throws Error where none came in time.
 */
export function findingsIn(document: vscode.TextDocument): Promise<vscode.Diagnostic[]> {
  return until<vscode.Diagnostic[]>(() => {
    const ours = vscode.languages
      .getDiagnostics(document.uri)
      .filter(({ source }) => source === 'caveat');
    return ours.length > 0 ? ours : undefined;
  }, `a finding in ${document.uri.path}`);
}

/** Puts another text into a document, without saving it. */
export async function replaceAll(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  await vscode.workspace.applyEdit(edit);
}

/**
 * Polls until `look` finds something.
 *
 * @param look Gives `undefined` (or a rejected promise) while there is nothing yet.
 * @param what Named in the error; worked out only then where it is a function.
 * @param limit Milliseconds.
 * @throws Error naming `what` where nothing came in time.
 */
export async function until<T>(
  look: () => T | undefined | PromiseLike<T | undefined>,
  what: string | (() => string),
  limit = 15_000,
): Promise<T> {
  const end = Date.now() + limit;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > end) {
      const awaited = typeof what === 'string' ? what : what();
      throw new Error(`Waited ${limit} ms in vain for ${awaited}.`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
