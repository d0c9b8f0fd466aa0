import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { findingsIn, openExample, openText } from '../editor';

describe('a text about something else', () => {
  it('is left alone', async () => {
    const weather = await openExample('weather.md');
    // Once a manuscript opened later has its findings, the earlier one would have them too.
    await findingsIn(await openExample('draft.md'));
    assert.deepEqual(vscode.languages.getDiagnostics(weather.uri), []);
  });

  it('becomes a manuscript as soon as it is about the subject', async () => {
    const document = await openText('A fine day.');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 11), ' MSCs are immune-privileged.');
    await vscode.workspace.applyEdit(edit);
    const [finding] = await findingsIn(document);
    assert.equal(document.getText(finding?.range), 'MSCs are immune-privileged.');
  });
});
