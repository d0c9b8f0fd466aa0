import assert from 'node:assert/strict';
import type { CodeAction, CompletionItem, CompletionList, Hover } from 'vscode-languageserver';
import type { CheckFileAnswer, SearchAnswer } from '../../src/server/protocol';
import { Editor } from './connection';
import { ROOT } from './workspace';

const CONTRADICTION = 'Allogeneic MSCs are immune-privileged.';

describe('the server, spoken to by an editor', () => {
  let editor: Editor;
  const start = async (how: ConstructorParameters<typeof Editor>[0] = {}) => {
    editor = new Editor(how);
    await editor.start();
  };
  afterEach(() => editor.stop());

  it('answers for diagnostics with rule, link and claims', async () => {
    await start();
    const [diagnostic] = await editor.diagnostics(await editor.open(CONTRADICTION));
    assert.equal(diagnostic?.source, 'caveat');
    assert.equal(diagnostic.code, 'contradicted-claim');
    assert.match(diagnostic.codeDescription?.href ?? '', /rules\/contradicted-claim\.md$/);
    assert.deepEqual(diagnostic.data, {
      claims: ['msc-provoke-immunity'],
      references: ['barry2005immunogenicity', 'huang2010differentiation'],
      fixes: 0,
      statement: 'Allogeneic MSCs can provoke an immune response against the donor.',
      certainty: 'supported',
    });
    assert.deepEqual(diagnostic.range, {
      start: { line: 0, character: 0 },
      end: { line: 0, character: 38 },
    });
    assert.deepEqual(editor.statuses, [{ uri: `${ROOT}/draft.md`, state: 'checked', findings: 1 }]);
  });

  it('keeps in step with what is typed', async () => {
    await start();
    const uri = await editor.open('Allogeneic MSCs are -privileged.');
    assert.deepEqual(await editor.diagnostics(uri), []);
    await editor.insert(uri, 20, 'immune');
    assert.equal((await editor.diagnostics(uri)).length, 1);
    await editor.insert(uri, 19, ' not');
    assert.equal(
      (await editor.diagnostics(uri)).filter(({ code }) => code === 'contradicted-claim').length,
      0,
    );
  });

  it('sends nothing twice that has not changed', async () => {
    await start();
    const uri = await editor.open(CONTRADICTION);
    const first = await editor.request<{ resultId: string }>('textDocument/diagnostic', {
      textDocument: { uri },
    });
    const second = await editor.request<{ kind: string }>('textDocument/diagnostic', {
      textDocument: { uri },
      previousResultId: first.resultId,
    });
    assert.equal(second.kind, 'unchanged');
  });

  it('says nothing of a text about something else', async () => {
    await start();
    assert.deepEqual(await editor.diagnostics(await editor.open('A fine day [@nobody].')), []);
    assert.deepEqual(
      editor.statuses.map(({ state }) => state),
      ['inactive'],
    );
    assert.deepEqual(editor.published, []);
  });

  it('tells its diagnostics to an editor that does not ask, and takes them back on close', async () => {
    await start({ capabilities: {} });
    const uri = await editor.open(CONTRADICTION);
    const { diagnostics } = await editor.until(() => editor.published[0], 'published diagnostics');
    assert.deepEqual(
      diagnostics.map(({ code }) => code),
      ['contradicted-claim'],
    );
    await editor.notify('textDocument/didClose', { textDocument: { uri } });
    await editor.until(
      () => (editor.published.at(-1)?.diagnostics.length === 0 ? true : undefined),
      'an empty list',
    );
  });

  it('asks to be asked again when a bibliography has come', async () => {
    await start();
    const uri = await editor.open('---\nbibliography: refs.bib\n---\n\nMSCs are cells [@own].');
    assert.match(JSON.stringify(await editor.diagnostics(uri)), /no bibliography ..refs\.bib/);
    editor.files.files.set(`${ROOT}/refs.bib`, '@misc{own, title={Own}}');
    await editor.notify('workspace/didChangeWatchedFiles', {
      changes: [{ uri: `${ROOT}/refs.bib`, type: 1 }],
    });
    await editor.until(() => editor.refreshes || undefined, 'a refresh');
    assert.deepEqual(await editor.diagnostics(uri), []);
  });

  it('follows changed settings', async () => {
    await start();
    const uri = await editor.open(CONTRADICTION);
    assert.equal((await editor.diagnostics(uri))[0]?.severity, 1);
    editor.settings = { rules: { 'contradicted-claim': 'hint' } };
    await editor.notify('workspace/didChangeConfiguration', { settings: null });
    await editor.until(() => editor.refreshes || undefined, 'a refresh');
    assert.equal((await editor.diagnostics(uri))[0]?.severity, 4);
  });

  it('reports a malformed bibliography on itself', async () => {
    await start({ files: { 'refs.bib': '@article{own, title={Open' } });
    await editor.diagnostics(
      await editor.open('---\nbibliography: refs.bib\n---\n\nMSCs are cells.'),
    );
    const { uri, diagnostics } = await editor.until(() => editor.published[0], 'a problem');
    assert.equal(uri, `${ROOT}/refs.bib`);
    assert.ok(diagnostics.length > 0);
  });

  it('shows a card on hover', async () => {
    await start();
    const uri = await editor.open('MSCs act [@huang2010differentiation].');
    const at = { textDocument: { uri }, position: { line: 0, character: 15 } };
    assert.match(
      JSON.stringify(await editor.request<Hover>('textDocument/hover', at)),
      /Huang et al/,
    );
    editor.settings = { hover: { enable: false } };
    await editor.notify('workspace/didChangeConfiguration', { settings: null });
    assert.equal(await editor.request('textDocument/hover', at), null);
  });

  it('completes and documents a citation', async () => {
    await start();
    const uri = await editor.open('Allogeneic MSCs bring benefit in lupus [@].');
    const at = { textDocument: { uri }, position: { line: 0, character: 41 } };
    const list = await editor.request<CompletionList>('textDocument/completion', at);
    assert.equal(list.isIncomplete, true);
    assert.equal(list.items[0]?.label, 'sun2010lupus');
    const item = await editor.request<CompletionItem>('completionItem/resolve', list.items[0]);
    assert.match(JSON.stringify(item.documentation), /bring benefit in lupus/);
  });

  it('offers fixes', async () => {
    await start();
    const uri = await editor.open(CONTRADICTION);
    const range = { start: { line: 0, character: 3 }, end: { line: 0, character: 3 } };
    const actions = await editor.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics: [] },
    });
    assert.ok(actions.some(({ title }) => title === 'Ignore contradicted-claim here'));
  });

  it('searches the evidence', async () => {
    await start();
    const { results } = await editor.request<SearchAnswer>('caveat/search', {
      query: 'lupus',
      kind: 'reference',
    });
    assert.deepEqual(
      results.map(({ id }) => id),
      ['sun2010lupus'],
    );
  });

  it('checks a manuscript that is not open, and says why it does not', async () => {
    await start({ files: { 'a.md': CONTRADICTION, 'b.md': 'A fine day.', 'c.md': 'MSCs\0' } });
    const check = (path: string) =>
      editor.request<CheckFileAnswer>('caveat/checkFile', { uri: `${ROOT}/${path}` });
    const found = await check('a.md');
    assert.deepEqual(
      [found.state, found.diagnostics.map(({ code }) => code)],
      ['checked', ['contradicted-claim']],
    );
    assert.deepEqual(await check('b.md'), { state: 'inactive', diagnostics: [] });
    assert.equal((await check('c.md')).reason, 'it is not a text file');
    assert.equal((await check('none.md')).state, 'skipped');
  });

  it('reads the workspace only once it is trusted', async () => {
    await start({
      files: { '.caveatrc.yaml': 'rules: { contradicted-claim: off }' },
      options: { trusted: false },
    });
    const uri = await editor.open(CONTRADICTION);
    assert.equal((await editor.diagnostics(uri)).length, 1);
    await editor.notify('caveat/trusted', {});
    assert.equal((await editor.diagnostics(uri)).length, 0);
  });

  it('gives up what is cancelled', async () => {
    await start();
    const uri = await editor.open(CONTRADICTION);
    const { CancellationTokenSource } = await import('vscode-languageserver');
    const source = new CancellationTokenSource();
    const asked = editor.cancellable(
      'textDocument/diagnostic',
      { textDocument: { uri } },
      source.token,
    );
    source.cancel();
    await assert.rejects(asked, { code: -32800 });
    assert.equal((await editor.diagnostics(uri)).length, 1);
  });
});
