import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { findingsIn, openExample, replaceAll, until, workspaceUri } from '../editor';

const CONTRADICTED = 'MSCs are immune-privileged.';

describe('findings in the editor', () => {
  it('start the extension when a manuscript is opened', async () => {
    await openExample('draft.md');
    const extension = vscode.extensions.getExtension('caveat.caveat');
    assert.ok(extension, 'VS Code does not know the extension');
    await until(() => extension.isActive || undefined, 'the extension to start');
  });

  it('stand at the sentence, with the rule and a link to its page', async () => {
    const document = await openExample('draft.md');
    const [finding] = await findingsIn(document);
    assert.ok(finding);
    assert.equal(document.getText(finding.range), CONTRADICTED);
    const code = finding.code as { value: string; target: vscode.Uri };
    assert.equal(code.value, 'contradicted-claim');
    assert.match(code.target.toString(), /contradicted-claim/);
    assert.match(finding.message, /Differs from the review's evidence/);
  });

  it('go when the sentence is put right, and come back with it', async () => {
    const document = await openExample('draft.md');
    const before = document.getText();
    await findingsIn(document);
    await replaceAll(document, before.replace(CONTRADICTED, 'MSCs were once called so.'));
    await until(
      () => (vscode.languages.getDiagnostics(document.uri).length === 0 ? true : undefined),
      'the finding to go',
    );
    await replaceAll(document, before);
    await findingsIn(document);
  });

  it('show the evidence in a hover', async () => {
    const document = await openExample('draft.md');
    const [finding] = await findingsIn(document);
    assert.ok(finding);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      finding.range.start.translate(0, 2),
    );
    const shown = hovers
      .flatMap(({ contents }) => contents)
      .map((content) => (typeof content === 'string' ? content : content.value))
      .join('\n');
    assert.match(shown, /immun/);
  });

  it('can be ignored by a quick fix', async () => {
    const document = await openExample('draft.md');
    const [finding] = await findingsIn(document);
    assert.ok(finding);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      finding.range,
    );
    const titles = actions.map(({ title }) => title);
    assert.ok(
      titles.some((title) => /ignore/i.test(title)),
      titles.join('\n'),
    );
  });

  it('offer citations for the sentence after an @', async () => {
    const document = await openExample('draft.md');
    const end = document.lineAt(4).range.end.translate(0, -1);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, end, ' [@');
    await vscode.workspace.applyEdit(edit);
    const items = await until(async () => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        end.translate(0, 3),
        '@',
      );
      return list.items.length > 0 ? list.items : undefined;
    }, 'citations');
    const details = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    assert.ok(
      details.some((label) => /nauta|zangi|schu/i.test(label)),
      details.join('\n'),
    );
    await vscode.commands.executeCommand('workbench.action.files.revert', workspaceUri('draft.md'));
  });
});
