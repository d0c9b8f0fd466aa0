import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { findingsIn, openExample, replaceAll, until, workspaceUri } from '../editor';

const WRONG = 'MSCs are immune-privileged.';
const BIB = '@article{own2001,\n  title = {Homing of cells},\n  author = {Own, Ann},\n}\n';
const HEAD = '---\nbibliography: refs.bib\n---\n\n';

/** A manuscript in each of the formats that are written into the files of another one. */
const FORMATS = [
  {
    name: 'R Markdown',
    path: 'rmd/paper.Rmd',
    text: `${HEAD}\`\`\`{r setup}\nx <- "MSCs are immune-privileged."\n\`\`\`\n\n${WRONG}\n\nMSCs migrate [@own2001].\n`,
    typed: 'MSCs migrate [@',
  },
  {
    name: 'MyST',
    path: 'myst/paper.md',
    text: `${HEAD}\`\`\`{note}\nA note on cells.\n\`\`\`\n\n${WRONG}\n\nMSCs migrate {cite:p}\`own2001\`.\n`,
    typed: 'MSCs migrate {cite:p}`',
  },
] as const;

for (const { name, path, text, typed } of FORMATS) {
  describe(`a manuscript in ${name}`, () => {
    let document: vscode.TextDocument;
    const write = (file: string, content: string) =>
      vscode.workspace.fs.writeFile(workspaceUri(file), new TextEncoder().encode(content));
    /** Where a text stands in the manuscript, or the place so many characters into it. */
    const placeOf = (wanted: string, into = 1) =>
      document.positionAt(document.getText().indexOf(wanted) + into);

    before(async () => {
      await write(`${path.slice(0, path.indexOf('/'))}/refs.bib`, BIB);
      await write(path, text);
      document = await openExample(path);
    });
    after(async () => {
      await vscode.commands.executeCommand('workbench.action.files.revert');
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    });

    it('has its findings where the prose differs, and none in code', async () => {
      const findings = await findingsIn(document);
      const found = findings.map(({ code, range }) => [
        typeof code === 'object' ? code.value : code,
        document.getText(range),
      ]);
      assert.deepEqual(found, [['contradicted-claim', WRONG]]);
    });

    it('shows cards on findings and citations', async () => {
      const cards = async (at: vscode.Position) => {
        const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
          'vscode.executeHoverProvider',
          document.uri,
          at,
        );
        return hovers
          .flatMap(({ contents }) => contents)
          .map((content) => (typeof content === 'string' ? content : content.value))
          .join('\n');
      };
      const finding = await cards(placeOf(`\n\n${WRONG}`, 12));
      assert.match(finding, /What the evidence says/);
      assert.match(await cards(placeOf('own2001')), /Own/);
      assert.match(await cards(placeOf('own2001')), /Homing of cells/);
    });

    it('leads from a key to its entry', async () => {
      const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        placeOf('own2001'),
      );
      const targets = found.map((one) => ('targetUri' in one ? one.targetUri : one.uri));
      assert.ok(targets.some((uri) => uri.path.endsWith('/refs.bib')));
    });

    it('renames a key in the manuscript and in its bibliography', async () => {
      const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        document.uri,
        placeOf('own2001'),
        'own2001homing',
      );
      const changed = edit
        .entries()
        .map(([uri, edits]) => `${uri.path.split('/').pop() ?? ''}: ${edits.length}`);
      const file = path.slice(path.indexOf('/') + 1);
      assert.deepEqual(changed.sort(), [`${file}: 1`, 'refs.bib: 1'].sort());
    });

    it('is offered the keys that its own way of citing takes', async () => {
      await replaceAll(document, document.getText().replace(/MSCs migrate.*\n$/, typed));
      const at = document.positionAt(document.getText().length);
      const labels = await until(async () => {
        const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
          'vscode.executeCompletionItemProvider',
          document.uri,
          at,
        );
        const names = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
        return names.includes('own2001') ? names : undefined;
      }, 'a completion');
      assert.ok(labels.length > 5, labels.join());
    });
  });
}
