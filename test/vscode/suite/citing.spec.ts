import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openExample, until, workspaceUri } from '../editor';

const KEY = 'huang2010differentiation';
const CITING = '---\nbibliography: refs.bib\n---\n\nDonor MSCs can provoke an immune response.\n';
const BIB = '% mine\n@misc{own2001,\n\ttitle = "Own"\n}\n';

describe('citing', () => {
  let folder = 0;
  const text = async (path: string) =>
    new TextDecoder().decode(await vscode.workspace.fs.readFile(workspaceUri(path)));
  const write = (path: string, content: string) =>
    vscode.workspace.fs.writeFile(workspaceUri(path), new TextEncoder().encode(content));
  /** A manuscript and a bibliography in a folder of their own, the cursor behind the sentence. */
  const manuscript = async (files: Record<string, string>, content = CITING, name = 'draft.md') => {
    const base = `citing-${folder++}`;
    for (const [path, one] of Object.entries({ ...files, [name]: content }))
      await write(`${base}/${path}`, one);
    const document = await openExample(`${base}/${name}`);
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    const end = document.getText().indexOf('response') + 'response'.length;
    const at = document.positionAt(end);
    editor.selection = new vscode.Selection(at, at);
    return { base, document };
  };
  const remember = (value: string | undefined) =>
    vscode.workspace
      .getConfiguration('caveat')
      .update('citations.appendEntries', value, vscode.ConfigurationTarget.Global);

  before(() => remember('always'));
  after(async () => {
    await remember(undefined);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
  afterEach(() => vscode.commands.executeCommand('workbench.action.files.revert'));

  it('puts the citation at the cursor and its entry behind what the bibliography has', async () => {
    const { base, document } = await manuscript({ 'refs.bib': BIB });
    await vscode.commands.executeCommand('caveat.insertCitation', { keys: [KEY], locator: 'p. 3' });
    assert.match(document.getText(), new RegExp(`response \\[@${KEY}, p\\. 3\\]\\.`));
    const saved = await text(`${base}/refs.bib`);
    assert.ok(saved.startsWith(`${BIB}\n@article{${KEY},\n`), saved);
  });

  it('adds an entry once, and goes into the citation that is there', async () => {
    const { base, document } = await manuscript({ 'refs.bib': BIB });
    const cite = (...keys: string[]) =>
      vscode.commands.executeCommand('caveat.insertCitation', { keys });
    await cite(KEY);
    await cite(KEY, 'own2001');
    assert.match(document.getText(), new RegExp(`\\[@${KEY}; @own2001\\]\\.`));
    assert.equal((await text(`${base}/refs.bib`)).split(KEY).length, 2);
  });

  it('can be taken back in the bibliography', async () => {
    const { base } = await manuscript({ 'refs.bib': BIB });
    await vscode.commands.executeCommand('caveat.insertCitation', { keys: [KEY] });
    const bib = await openExample(`${base}/refs.bib`);
    assert.match(bib.getText(), new RegExp(KEY));
    await vscode.commands.executeCommand('undo');
    assert.equal(bib.getText(), BIB);
  });

  it('leaves unsaved changes of the bibliography unsaved, and in it', async () => {
    const { base } = await manuscript({ 'refs.bib': BIB });
    const bib = await vscode.workspace.openTextDocument(workspaceUri(`${base}/refs.bib`));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(bib.uri, new vscode.Position(0, 0), '% unsaved\n');
    await vscode.workspace.applyEdit(edit);
    await vscode.commands.executeCommand('caveat.insertCitation', { keys: [KEY] });
    assert.ok(bib.isDirty);
    assert.match(bib.getText(), new RegExp(`^% unsaved\\n% mine[^]*${KEY}`));
    assert.equal(await text(`${base}/refs.bib`), BIB);
    await vscode.window.showTextDocument(bib);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('makes a bibliography where there is none, and names it', async () => {
    const { base, document } = await manuscript({}, CITING.replace(/^---[^]*---\n\n/, ''));
    await vscode.commands.executeCommand('caveat.insertCitation', { keys: [KEY] });
    assert.match(await text(`${base}/references.bib`), new RegExp(`^@article\\{${KEY},`));
    assert.match(document.getText(), /^---\nbibliography: references\.bib\n---\n\nDonor/);
    assert.match(document.getText(), new RegExp(`response \\[@${KEY}\\]\\.`));
  });

  it('makes one for a LaTeX document too, and names it before the end or in the preamble', async () => {
    const body = '\\begin{document}\nDonor MSCs can provoke an immune response.\n\\end{document}\n';
    for (const [head, named] of [
      ['', /response \\cite\{huang2010differentiation\}\.\n\\bibliography\{references\}\n\\end/],
      ['\\usepackage{biblatex}\n', /\n\\addbibresource\{references\.bib\}\n\\begin\{document\}/],
    ] as const) {
      const source = `\\documentclass{article}\n${head}${body}`;
      const { base, document } = await manuscript({}, source, 'paper.tex');
      await vscode.commands.executeCommand('caveat.insertCitation', { keys: [KEY] });
      assert.match(await text(`${base}/references.bib`), new RegExp(`^@article\\{${KEY},`));
      assert.match(document.getText(), named);
      assert.match(document.getText(), new RegExp(`response \\\\\\w+\\{${KEY}\\}\\.`));
      // The naming is one step of its own, below that of the citation.
      await vscode.commands.executeCommand('undo');
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), source);
    }
  });

  it('cites at the end of an unfinished LaTeX document, before what names the bibliography', async () => {
    const source =
      '\\documentclass{article}\n\\begin{document}\nDonor MSCs can provoke an immune response';
    const { document } = await manuscript({}, source, 'paper.tex');
    await vscode.commands.executeCommand('caveat.insertCitation', { keys: [KEY] });
    assert.equal(document.getText(), `${source} \\cite{${KEY}}\n\\bibliography{references}\n`);
  });

  it("adds to the bibliography of a chapter's document, and changes nothing where that has none", async () => {
    const chapter = 'Donor MSCs can provoke an immune response.\n';
    const main = (more: string) =>
      `\\documentclass{article}\n\\begin{document}\n\\input{one}\n${more}\\end{document}\n`;
    const named = { 'main.tex': main('\\bibliography{all}\n'), 'all.bib': BIB };
    const { base, document } = await manuscript(named, chapter, 'one.tex');
    await vscode.commands.executeCommand('caveat.insertCitation', { keys: [KEY] });
    assert.match(document.getText(), /response \\cite\{/);
    assert.match(await text(`${base}/all.bib`), new RegExp(KEY));

    const other = await manuscript({ 'main.tex': main('') }, chapter, 'one.tex');
    void vscode.commands.executeCommand('caveat.insertCitation', { keys: [KEY] });
    await new Promise((resolve) => setTimeout(resolve, 2000));
    await vscode.commands.executeCommand('notifications.clearAll');
    assert.equal(other.document.getText(), chapter);
    await assert.rejects(() => text(`${other.base}/references.bib`));
  });

  it('changes nothing where the bibliography goes between the question and its answer', async () => {
    const { base, document } = await manuscript({ 'refs.bib': BIB });
    await remember('ask');
    try {
      void vscode.commands.executeCommand('caveat.insertCitation', { keys: [KEY] });
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await vscode.workspace.fs.delete(workspaceUri(`${base}/refs.bib`));
      // "Always", then "This Time".
      await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      await new Promise((resolve) => setTimeout(resolve, 2000));
      await vscode.commands.executeCommand('notifications.clearAll');
      assert.equal(document.getText(), CITING);
      await assert.rejects(() => text(`${base}/refs.bib`));
    } finally {
      await remember('always');
    }
  });

  it('adds the entry of an accepted completion', async () => {
    const { base, document } = await manuscript({ 'refs.bib': BIB }, `${CITING}\nMSCs [@].\n`);
    const at = document.positionAt(document.getText().indexOf('[@]') + 2);
    const item = await until(async () => {
      const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        at,
      );
      return items.find(({ command }) => command?.command === 'caveat.appendEntries');
    }, 'a completion with an entry to add');
    assert.ok(item.command);
    const key = typeof item.label === 'string' ? item.label : item.label.label;
    const { command, arguments: given = [] } = item.command;
    await vscode.commands.executeCommand(command, ...(given as unknown[]));
    assert.match(await text(`${base}/refs.bib`), new RegExp(`@\\w+\\{${key},`));
  });

  it('changes neither manuscript nor bibliography where that is read-only', async () => {
    const { base, document } = await manuscript({ 'refs.bib': BIB });
    const files = vscode.workspace.getConfiguration('files');
    await files.update(
      'readonlyInclude',
      { [`**/${base}/refs.bib`]: true },
      vscode.ConfigurationTarget.Workspace,
    );
    try {
      // The command waits for an answer to its message.
      void vscode.commands.executeCommand('caveat.insertCitation', { keys: [KEY] });
      await new Promise((resolve) => setTimeout(resolve, 2000));
      await vscode.commands.executeCommand('notifications.clearAll');
      assert.equal(document.getText(), CITING);
      assert.equal(await text(`${base}/refs.bib`), BIB);
    } finally {
      await files.update('readonlyInclude', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('lets references be picked from a list', async () => {
    const { document } = await manuscript({ 'refs.bib': BIB });
    const inserted = vscode.commands.executeCommand('caveat.insertCitation');
    const before = document.getText();
    await new Promise((resolve) => setTimeout(resolve, 1500));
    // Two are ticked, so that nothing more is asked.
    for (let count = 0; count < 2; count++) {
      await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
      await vscode.commands.executeCommand('workbench.action.quickPickManyToggle');
    }
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await inserted;
    assert.notEqual(document.getText(), before);
    assert.match(document.getText(), /response \[@\w+; @\w+\]\./);
  });

  it('takes the reference that is highlighted where none is ticked', async () => {
    const { document } = await manuscript({ 'refs.bib': BIB });
    const inserted = vscode.commands.executeCommand('caveat.insertCitation');
    // The list, then page and prefix.
    for (let box = 0; box < 3; box++) {
      await new Promise((resolve) => setTimeout(resolve, box === 0 ? 1500 : 500));
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    }
    await inserted;
    assert.match(document.getText(), /response \[@\w+\]\./);
  });

  it('shows what of the evidence a manuscript cites', async () => {
    const { base } = await manuscript(
      { 'refs.bib': BIB },
      CITING.replace('response', `response [@${KEY}]`),
    );
    await vscode.commands.executeCommand('caveat.showCitationCoverage');
    const page = await until(
      () =>
        vscode.workspace.textDocuments.find(
          ({ uri, lineCount }) => uri.scheme === 'caveat' && lineCount > 5,
        ),
      'the page',
    );
    assert.match(page.getText(), /^# Citation coverage of draft\.md/);
    assert.match(page.getText(), /\n1 of \d+ references/);
    assert.match(page.getText(), new RegExp(`/${base}/draft\\.md#L5`));
    assert.deepEqual(vscode.languages.getDiagnostics(page.uri), []);
  });
});
