import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { findingsIn, openExample, replaceAll, until, workspaceUri } from '../editor';

describe('the views of the sidebar', () => {
  it('can be opened by commands', async () => {
    await openExample('draft.md');
    for (const view of ['findings', 'packs'])
      await vscode.commands.executeCommand(`caveat.${view}.focus`);
  });
});

describe('the finding at the cursor', () => {
  it('is suppressed with a comment', async () => {
    const document = await openAtFinding('draft.md');
    const before = document.getText();
    await vscode.commands.executeCommand('caveat.findings.suppressHere');
    assert.match(document.getText(), /<!-- caveat-disable-next-line contradicted-claim/);
    await gone(document);
    await replaceAll(document, before);
    await findingsIn(document);
  });

  it('has its rule suppressed in the file', async () => {
    const document = await openAtFinding('draft.md');
    const before = document.getText();
    await vscode.commands.executeCommand('caveat.findings.suppressInFile');
    assert.match(document.getText(), /<!-- caveat-disable-file contradicted-claim/);
    await gone(document);
    await replaceAll(document, before);
    await findingsIn(document);
  });

  it('has its rule switched off, which is undone in the settings', async () => {
    const document = await openAtFinding('draft.md');
    await vscode.commands.executeCommand('caveat.findings.switchRuleOff');
    await gone(document);
    await setting(document, 'rules', undefined);
    await findingsIn(document);
  });

  it('is asked for where the cursor stands on none', async () => {
    const document = await openAtFinding('draft.md');
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await vscode.commands.executeCommand('caveat.findings.suppressHere');
    assert.equal((await findingsIn(document)).length, 1);
  });
});

describe('the report', () => {
  for (const [format, sign] of [
    ['html', /^<!doctype html>[\s\S]*<mark>MSCs are immune-privileged/],
    ['markdown', /# Donor cells[\s\S]*> MSCs are immune-privileged/],
  ] as const) {
    it(`is written as ${format}`, async () => {
      const document = await openExample('draft.md');
      await findingsIn(document);
      const target = workspaceUri(`out-${format}.txt`);
      const written = await vscode.commands.executeCommand<vscode.Uri | undefined>(
        'caveat.exportReport',
        { format, target },
      );
      assert.equal(written?.toString(), target.toString());
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(target));
      assert.match(text, sign);
      await vscode.workspace.fs.delete(target);
    });
  }

  it('is not written of a text about something else', async () => {
    await openExample('weather.md');
    const target = workspaceUri('none.html');
    const written = await vscode.commands.executeCommand<vscode.Uri | undefined>(
      'caveat.exportReport',
      { format: 'html', target },
    );
    assert.equal(written, undefined);
    await assert.rejects(async () => vscode.workspace.fs.stat(target));
  });
});

describe('a pack', () => {
  it('that is switched off finds nothing, until it is on again', async () => {
    const document = await openExample('draft.md');
    await findingsIn(document);
    await setting(document, 'disabledPacks', ['msc-allogeneic-autologous']);
    await gone(document);
    await setting(document, 'disabledPacks', undefined);
    await findingsIn(document);
  });

  it('is read again', async () => {
    const document = await openExample('draft.md');
    await vscode.commands.executeCommand('caveat.packs.reload');
    await findingsIn(document);
  });
});

/** Opens a manuscript with the cursor in its first finding. */
async function openAtFinding(path: string): Promise<vscode.TextDocument> {
  const document = await openExample(path);
  const [finding] = await findingsIn(document);
  const editor = vscode.window.activeTextEditor;
  assert.ok(finding && editor);
  const at = finding.range.start.translate(0, 2);
  editor.selection = new vscode.Selection(at, at);
  // The view's own list follows a moment later.
  await new Promise((resolve) => setTimeout(resolve, 400));
  return document;
}

function gone(document: vscode.TextDocument): Promise<true> {
  return until(
    () =>
      vscode.languages.getDiagnostics(document.uri).some(({ source }) => source === 'caveat')
        ? undefined
        : true,
    'the finding to go',
  );
}

async function setting(document: vscode.TextDocument, name: string, value: unknown): Promise<void> {
  await vscode.workspace
    .getConfiguration('caveat', document)
    .update(name, value, vscode.ConfigurationTarget.Workspace);
}
