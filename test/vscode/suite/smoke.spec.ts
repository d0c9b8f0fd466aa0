import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openExample, until } from '../editor';

describe('in VS Code', () => {
  it('finds the workspace', async () => {
    const files = await vscode.workspace.findFiles('**/*.md');
    assert.ok(
      files.some((file) => file.path.endsWith('/draft.md')),
      String(files),
    );
  });
  it('runs', async () => {
    const document = await openExample('draft.md');
    assert.equal(document.languageId, 'markdown');
    const found = await until(
      () => vscode.languages.getDiagnostics(document.uri)[0],
      'a diagnostic',
    );
    assert.match(found.message, /differs/);
    console.log('process is', typeof process);
  });
  it('fails', () => {
    assert.deepEqual({ a: [1, 2] }, { a: [1, 3] });
  });
  it('waits in vain', async () => {
    await until(() => undefined, 'nothing', 500);
  });
});
