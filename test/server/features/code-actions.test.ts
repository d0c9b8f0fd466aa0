import assert from 'node:assert/strict';
import type { CodeAction } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { actionsAt } from '../../../src/server/features/code-actions';
import { ROOT, Workspace } from '../workspace';

const UNCITED = 'Allogeneic MSCs are immunogenic.';
const COMMANDS = ['caveat.disableRule'];

async function actions(text: string, files: Record<string, string> = {}, commands = COMMANDS) {
  const workspace = new Workspace({ files });
  const document = workspace.document(text);
  const checked = await workspace.session.check(document);
  assert.ok(checked);
  const found = actionsAt(
    checked,
    document.uri,
    { start: text.length - 3, end: text.length - 3 },
    { commands, canCreate: true },
  );
  return { workspace, found, titles: found.map(({ title }) => title) };
}

/** The text after an action's edit. */
function applied(text: string, action: CodeAction | undefined, uri = `${ROOT}/draft.md`): string {
  const edits = action?.edit?.changes?.[uri];
  assert.ok(edits, 'an edit of that file');
  return TextDocument.applyEdits(TextDocument.create(uri, 'markdown', 1, text), edits);
}

describe('code actions', () => {
  it('offer what the finding suggests, then ways to ignore it', async () => {
    const { found, titles } = await actions(UNCITED);
    assert.deepEqual(titles, [
      'Cite Huang 2010 [25]',
      'Cite Barry 2005 [21]',
      'Ignore uncited-claim here',
      'Ignore uncited-claim in this file',
      'Switch uncited-claim off for this workspace',
    ]);
    assert.deepEqual(
      found.map(({ isPreferred }) => isPreferred ?? false),
      [true, false, false, false, false],
    );
    assert.ok(
      found.every(
        ({ kind, diagnostics }) =>
          kind?.startsWith('quickfix.') && diagnostics?.[0]?.code === 'uncited-claim',
      ),
    );
  });

  it('make the finding go', async () => {
    for (const wanted of [
      'Cite Huang',
      'Ignore uncited-claim here',
      'Ignore uncited-claim in this file',
    ]) {
      const { workspace, found } = await actions(UNCITED);
      const after = applied(
        UNCITED,
        found.find(({ title }) => title.startsWith(wanted)),
      );
      assert.deepEqual(await workspace.rules(workspace.document(after, 'draft.md', 2)), [], after);
    }
  });

  it('leave switching a rule off to a client that can', async () => {
    const { found } = await actions(UNCITED);
    assert.deepEqual(found.at(-1)?.command?.arguments, ['uncited-claim', `${ROOT}/draft.md`]);
    assert.ok(!(await actions(UNCITED, {}, [])).titles.some((title) => title.startsWith('Switch')));
  });

  it('switch a rule off in the configuration that names it', async () => {
    const config = 'rules:\n  uncited-claim: error # loud\n';
    const { found } = await actions(UNCITED, { '.caveatrc.yaml': config }, []);
    const after = applied(config, found.at(-1), `${ROOT}/.caveatrc.yaml`);
    assert.equal(after, 'rules:\n  uncited-claim: off # loud\n');
  });

  it('are none where the cursor touches no finding', async () => {
    const { titles } = await actions(`${UNCITED} A good day.`);
    assert.deepEqual(titles, []);
  });

  it('take out a comment that suppresses nothing', async () => {
    const text = 'MSCs are cells.\n\n<!-- caveat-disable-file contradicted-claim -->';
    const { found, titles } = await actions(text);
    assert.deepEqual(titles, [
      'Remove the comment',
      'Switch unused-suppression off for this workspace',
    ]);
    assert.equal(applied(text, found[0]), 'MSCs are cells.\n\n');
  });
});
