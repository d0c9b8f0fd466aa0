import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { findingsIn, openExample, until, workspaceUri } from '../editor';

interface WorkspaceCheck {
  readonly manuscripts: number;
  readonly findings: number;
}

describe('the workspace', () => {
  it('has its commands', async () => {
    await vscode.extensions.getExtension('caveat.caveat')?.activate();
    const commands = await vscode.commands.getCommands(true);
    const wanted = ['findEvidence', 'checkWorkspace', 'showOutput', 'restartServer'];
    assert.deepEqual(
      wanted.filter((name) => !commands.includes(`caveat.${name}`)),
      [],
    );
  });

  it('has its configuration and its bibliography read, and what is wrong with them reported there', async () => {
    await openExample('paper/draft.md');
    const [ofRules] = await until(
      () => some(messages('paper/.caveatrc.yaml'), /rules/),
      'a remark on the rules',
    );
    assert.match(ofRules ?? '', /uncited-claim|rules/);
    await until(
      () => some(messages('paper/.caveatrc.yaml'), /missing\.bib.*mend the path/),
      'a remark on the missing file',
    );
    await until(
      () => some(messages('paper/refs.bib'), /./),
      'a remark on the entry that is not closed',
    );
    // `missing.bib` may well hold the key that stands nowhere else.
    assert.deepEqual(messages('paper/draft.md'), []);
  });

  it('is checked whole, also where no manuscript is open', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const result = await vscode.commands.executeCommand<WorkspaceCheck>('caveat.checkWorkspace');
    assert.ok(result.manuscripts >= 3, JSON.stringify(result));
    const found = await until(
      () => messages('draft.md')[0],
      'a finding in a file that is not open',
    );
    assert.match(found, /Differs from the review's evidence/);
    assert.deepEqual(messages('weather.md'), []);
  });

  it('shows a finding once, be its manuscript open or not', async () => {
    await vscode.commands.executeCommand('caveat.checkWorkspace');
    const document = await openExample('draft.md');
    assert.equal((await findingsIn(document)).length, 1);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    assert.equal(messages('draft.md').length, 1);
  });

  it('keeps its findings when the server starts anew', async () => {
    const document = await openExample('draft.md');
    await findingsIn(document);
    await vscode.commands.executeCommand('caveat.restartServer');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(4, 0), 'Donor MSCs never act alone. ');
    await vscode.workspace.applyEdit(edit);
    // The new server knows the unsaved text: the finding has moved with it.
    await until(
      () =>
        vscode.languages
          .getDiagnostics(document.uri)
          .find(
            ({ range }) =>
              document.getText(range) === 'MSCs are immune-privileged.' &&
              range.start.character > 0,
          ),
      () => {
        const there = vscode.languages
          .getDiagnostics(document.uri)
          .map(({ range, message }) => [range.start.line, range.start.character, message]);
        return `the finding after the restart; ${JSON.stringify([document.getText(), there])}`;
      },
    );
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });
});

function some(texts: readonly string[], pattern: RegExp): readonly string[] | undefined {
  const found = texts.filter((text) => pattern.test(text));
  return found.length > 0 ? found : undefined;
}

function messages(path: string): string[] {
  return vscode.languages.getDiagnostics(workspaceUri(path)).map(({ message }) => message);
}
