import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { findingsIn, openExample, until } from '../editor';

describe('a quick fix', () => {
  it('puts in the citation that is missing, and the finding goes', async () => {
    const document = await openExample('cells.md');
    const [finding] = await findingsIn(document);
    assert.ok(finding);
    assert.equal(codeOf(finding), 'uncited-claim');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      finding.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const cite = actions.find(({ title }) => title.startsWith('Cite '));
    assert.ok(cite?.edit, actions.map(({ title }) => title).join('\n'));
    await vscode.workspace.applyEdit(cite.edit);
    assert.match(document.lineAt(2).text, /chondrocytes \[@\w+\]\.$/);
    await until(
      () => (vscode.languages.getDiagnostics(document.uri).length === 0 ? true : undefined),
      'the finding to go',
    );
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('switches a rule off for the workspace', async () => {
    const document = await openExample('cells.md');
    await findingsIn(document);
    await vscode.commands.executeCommand(
      'caveat.disableRule',
      'uncited-claim',
      document.uri.toString(),
    );
    await until(
      () => (vscode.languages.getDiagnostics(document.uri).length === 0 ? true : undefined),
      'the finding to go',
    );
    await vscode.workspace
      .getConfiguration('caveat', document)
      .update('rules', undefined, vscode.ConfigurationTarget.Workspace);
    await findingsIn(document);
  });
});

function codeOf({ code }: vscode.Diagnostic): unknown {
  return typeof code === 'object' ? code.value : code;
}
