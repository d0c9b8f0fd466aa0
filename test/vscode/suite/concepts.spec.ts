import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openText, until } from '../editor';

const TEXT = 'Patients were given MSCs twice.\n';

describe('pointing at a concept', () => {
  const ask = (value: boolean | undefined) =>
    vscode.workspace
      .getConfiguration('caveat')
      .update('hover.concepts', value, vscode.ConfigurationTarget.Global);
  const card = async (document: vscode.TextDocument) => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      document.positionAt(TEXT.indexOf('SCs')),
    );
    const contents = hovers.flatMap((hover) => hover.contents as vscode.MarkdownString[]);
    return contents.map(({ value }) => value).join('\n');
  };

  after(async () => {
    await ask(undefined);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
  afterEach(() => vscode.commands.executeCommand('workbench.action.files.revert'));

  it('shows its card once the setting asks for it, and not before', async () => {
    const document = await openText(TEXT);
    assert.equal(await card(document), '');
    await ask(true);
    const shown = await until(async () => (await card(document)) || undefined, 'a card');
    assert.match(shown, /^\*\*mesenchymal stromal cell\*\* · cell/);
    assert.match(shown, /\nAlso: .*mesenchymal stem cell/);
    assert.match(shown, /\*\*\d+ claims speak of it\*\* \(Li et al\. 2021\)/);
    assert.match(shown, /command:caveat\.showEvidence\?/);
  });
});
