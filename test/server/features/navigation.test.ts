import assert from 'node:assert/strict';
import type {
  CodeAction,
  CompletionList,
  Diagnostic,
  Hover,
  Location,
  LocationLink,
  SymbolInformation,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type {
  CitationsAnswer,
  EntriesAnswer,
  EntryEditAnswer,
  FormatAnswer,
  PageAnswer,
  WireEdit,
} from '../../../src/server/protocol';
import { Editor, MODERN } from '../connection';
import { ROOT } from '../workspace';

const BIB =
  '@article{own2001,\n  title = {Own work on grafts},\n  author = {Own, Olivia}\n}\n\n@book{other,\n  crossref = {own2001},\n  title = {Other}\n}\n';
const naming = (text: string, path = 'refs.bib') => `---\nbibliography: ${path}\n---\n\n${text}`;
const DRAFT = naming('MSCs act [@own2001; @sun2010lupus]. So says @own2001.');

describe('citations, in an editor', () => {
  let editor: Editor;
  const start = async (files: Record<string, string>, more: object = {}) => {
    editor = new Editor({
      files,
      capabilities: {
        ...MODERN,
        textDocument: { ...MODERN.textDocument, definition: { linkSupport: true } },
        workspace: {
          ...MODERN.workspace,
          workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
        },
      },
      options: {
        pages: true,
        commands: ['caveat.appendEntries', 'caveat.copyReference'],
        ...more,
      },
    });
    await editor.start();
  };
  /** The place of the first `word` in a text. */
  const at = (uri: string, text: string, word: string) => ({
    textDocument: { uri },
    position: TextDocument.create(uri, 'markdown', 1, text).positionAt(text.indexOf(word) + 2),
  });
  const applied = (uri: string, text: string, edit: WorkspaceEdit) =>
    TextDocument.applyEdits(
      TextDocument.create(uri, 'markdown', 1, text),
      edit.changes?.[uri] ?? assert.fail(`no edit of ${uri}`),
    );
  afterEach(() => editor.stop());

  /** The code actions where a part of a text first stands. */
  function actionsAt(uri: string, text: string, part: string): Promise<CodeAction[]> {
    const { position } = at(uri, text, part);
    return editor.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: position, end: position },
      context: { diagnostics: [] },
    });
  }

  it('lead to their entries', async () => {
    await start({ 'refs.bib': BIB });
    const uri = await editor.open(DRAFT);
    const [link] = await editor.request<LocationLink[]>(
      'textDocument/definition',
      at(uri, DRAFT, '@own2001'),
    );
    assert.equal(link?.targetUri, `${ROOT}/refs.bib`);
    assert.deepEqual(link.targetSelectionRange, {
      start: { line: 0, character: 9 },
      end: { line: 0, character: 16 },
    });
    assert.equal(link.targetRange.end.line, 3);
  });

  it('lead to what the evidence has where no bibliography has them', async () => {
    await start({ 'refs.bib': BIB });
    const uri = await editor.open(DRAFT);
    const place = at(uri, DRAFT, '@sun2010');
    const [link] = await editor.request<LocationLink[]>('textDocument/definition', place);
    assert.match(link?.targetUri ?? '', /^caveat:\/reference\/sun2010lupus\.md\?/);
    const { text } = await editor.request<PageAnswer>('caveat/page', { uri: link?.targetUri });
    assert.match(text, /^# sun2010lupus\n[^]*bring benefit in lupus/);
  });

  it('are found in all manuscripts that mean the same entry', async () => {
    await start({
      'refs.bib': BIB,
      'a/closed.md': naming('Horses, too [@own2001].', '../refs.bib'),
      'b/refs.bib': '@misc{own2001, title={Somebody else}}',
      'b/other.md': naming('Another [@own2001].'),
      'notes.txt': 'own2001 in passing',
    });
    const uri = await editor.open(DRAFT);
    const found = await editor.request<Location[]>('textDocument/references', {
      ...at(uri, DRAFT, '@own2001'),
      context: { includeDeclaration: true },
    });
    assert.deepEqual(
      found.map((one) => [one.uri.slice(ROOT.length + 1), one.range.start.line]),
      [
        ['refs.bib', 0],
        ['draft.md', 4],
        ['draft.md', 4],
        ['a/closed.md', 4],
      ],
    );
  });

  it('are renamed everywhere, with the entry and what refers to it', async () => {
    const closed = naming('Horses, too [see @own2001, p. 3].', '../refs.bib');
    await start({ 'refs.bib': BIB, 'a/closed.md': closed });
    const uri = await editor.open(DRAFT);
    const place = at(uri, DRAFT, '@own2001');
    const prepared = await editor.request<{ placeholder: string }>(
      'textDocument/prepareRename',
      place,
    );
    assert.equal(prepared.placeholder, 'own2001');
    const edit = await editor.request<WorkspaceEdit>('textDocument/rename', {
      ...place,
      newName: 'olivia2001',
    });
    assert.equal(applied(uri, DRAFT, edit), DRAFT.replaceAll('own2001', 'olivia2001'));
    assert.equal(applied(`${ROOT}/refs.bib`, BIB, edit), BIB.replaceAll('own2001', 'olivia2001'));
    assert.match(applied(`${ROOT}/a/closed.md`, closed, edit), /\[see @olivia2001, p\. 3\]/);
  });

  it('are renamed from the bibliography, as it is typed', async () => {
    await start({ 'refs.bib': 'old text' });
    const uri = await editor.open(DRAFT);
    const bib = await editor.open(BIB, 'refs.bib', 'bibtex');
    const edit = await editor.request<WorkspaceEdit>('textDocument/rename', {
      ...at(bib, BIB, 'own2001'),
      newName: 'x1',
    });
    assert.match(applied(uri, DRAFT, edit), /\[@x1; @sun2010lupus\]/);
    assert.match(applied(bib, BIB, edit), /^@article\{x1,/);
  });

  it('are not renamed where that cannot be right', async () => {
    await start({ 'refs.bib': BIB });
    const uri = await editor.open(DRAFT);
    const rename = (word: string, newName: string) =>
      editor.request('textDocument/rename', { ...at(uri, DRAFT, word), newName });
    await assert.rejects(rename('@own2001', 'other'), /"other" is the key of another entry/);
    await assert.rejects(rename('@own2001', 'a b'), /cannot be a key/);
    await assert.rejects(rename('@own2001', 'ends.'), /cannot be cited/);
    await assert.rejects(
      editor.request('textDocument/prepareRename', at(uri, DRAFT, '@sun2010')),
      /comes with the evidence/,
    );
  });

  it('are workspace symbols', async () => {
    await start({ 'refs.bib': BIB, 'more/second.bib': '@misc{second, title={Second}}' });
    const find = (query: string) =>
      editor.request<SymbolInformation[]>('workspace/symbol', { query });
    const [symbol] = await find('grafts');
    assert.equal(symbol?.name, 'own2001 · Own · Own work on grafts');
    assert.equal(symbol.location.uri, `${ROOT}/refs.bib`);
    assert.deepEqual(
      (await find('second')).map(({ containerName }) => containerName),
      ['second.bib'],
    );
  });

  it('have the entry added by an accepted completion, where it is missing', async () => {
    await start({ 'refs.bib': BIB });
    const text = naming('Allogeneic MSCs bring benefit in lupus [@].');
    const uri = await editor.open(text);
    const complete = async () => {
      const place = { textDocument: { uri }, position: { line: 4, character: 41 } };
      return (await editor.request<CompletionList>('textDocument/completion', place)).items;
    };
    const items = await complete();
    assert.deepEqual(items.find(({ label }) => label === 'sun2010lupus')?.command?.arguments, [
      uri,
      ['sun2010lupus'],
    ]);
    assert.equal(items.find(({ label }) => label === 'own2001')?.command, undefined);
    editor.settings = { citations: { appendEntries: 'never' } };
    await editor.notify('workspace/didChangeConfiguration', { settings: null });
    assert.ok((await complete()).every(({ command }) => command === undefined));
  });

  it('complete in no bibliography', async () => {
    await start({ 'refs.bib': BIB });
    const uri = await editor.open('@', 'refs.bib', 'bibtex');
    const place = { textDocument: { uri }, position: { line: 0, character: 1 } };
    assert.equal(await editor.request('textDocument/completion', place), null);
  });

  it('have their missing entries told, and the edit that adds them', async () => {
    await start({ 'refs.bib': BIB });
    const uri = await editor.open(DRAFT);
    const keys = ['own2001', 'sun2010lupus'];
    const entries = await editor.request<EntriesAnswer>('caveat/entries', { uri, keys });
    assert.deepEqual(entries, {
      missing: [{ key: 'sun2010lupus', label: 'Sun & Wang 2010' }],
      append: 'ask',
      target: { uri: `${ROOT}/refs.bib`, name: 'refs.bib', exists: true },
    });
    const { edit } = await editor.request<EntryEditAnswer>('caveat/entryEdit', {
      uri,
      target: `${ROOT}/refs.bib`,
      text: BIB,
      keys,
    });
    assert.match(edit?.newText ?? '', /@article\{sun2010lupus,/);
  });

  it('can be chosen for the sentence and written at the cursor', async () => {
    await start({ 'refs.bib': BIB });
    const text = naming('Allogeneic MSCs bring benefit in lupus.');
    const uri = await editor.open(text);
    const position = { line: 4, character: 38 };
    const list = (typed: string) =>
      editor.request<CitationsAnswer>('caveat/citations', { uri, position, typed });
    const all = await list('');
    assert.equal(all.forSentence[0]?.key, 'sun2010lupus');
    assert.equal(new Set([...all.forSentence, ...all.others].map(({ key }) => key)).size, 5);
    assert.deepEqual(
      (await list('own grfats')).others.map(({ key }) => key),
      ['own2001'],
    );
    assert.equal((await list('own grafts')).others[0]?.key, 'own2001');
    const edit = await editor.request<WireEdit>('caveat/citationEdit', {
      uri,
      position,
      keys: ['sun2010lupus'],
      locator: 'p. 3',
    });
    assert.equal(edit.newText, ' [@sun2010lupus, p. 3]');
  });

  it('are copied in a style', async () => {
    await start({ 'refs.bib': BIB });
    const uri = await editor.open(DRAFT);
    const format = (key: string) =>
      editor.request<FormatAnswer>('caveat/format', { uri, key, style: 'ama' });
    assert.equal((await format('own2001')).text, 'Own O. Own work on grafts.');
    assert.deepEqual(await format('nobody'), {});
  });

  it('have cards from which one can go on', async () => {
    await start({ 'refs.bib': BIB });
    const uri = await editor.open(DRAFT);
    const card = async (word: string) =>
      JSON.stringify(await editor.request<Hover>('textDocument/hover', at(uri, DRAFT, word)));
    const own = await card('@own2001');
    assert.match(own, /\[Go to entry\]\(file:\/\/\/work\/refs\.bib#L1\)/);
    assert.match(own, /\[Copy reference\]\(command:caveat\.copyReference\?/);
    assert.doesNotMatch(own, /Add to bibliography/);
    assert.match(
      await card('@sun2010'),
      /\[Add to bibliography\]\(command:caveat\.appendEntries\?/,
    );
  });

  it('have cards without commands for an editor that knows none', async () => {
    await start({ 'refs.bib': BIB }, { commands: [] });
    const uri = await editor.open(DRAFT);
    const hover = await editor.request<Hover>('textDocument/hover', at(uri, DRAFT, '@sun2010'));
    assert.doesNotMatch(JSON.stringify(hover), /command:/);
  });

  it('have their entries added, one or all, by a code action', async () => {
    await start({ 'refs.bib': BIB });
    const text = naming('MSCs act [@sun2010lupus] and [@barry2005immunogenicity].');
    const uri = await editor.open(text);
    const actions = await actionsAt(uri, text, '@sun2010');
    const found = actions.filter(({ command }) => command?.command === 'caveat.appendEntries');
    assert.deepEqual(
      found.map(({ title, command }) => [title, (command?.arguments as unknown[])[1]]),
      [
        ['Add sun2010lupus to refs.bib', ['sun2010lupus']],
        ['Add all 2 missing entries to refs.bib', ['sun2010lupus', 'barry2005immunogenicity']],
      ],
    );
  });

  it('have the entry added with the fix that cites it', async () => {
    await start({ 'refs.bib': BIB });
    const text = naming('MSCs act [@sun2010lupuss].');
    const uri = await editor.open(text);
    const actions = await actionsAt(uri, text, '@sun2010');
    const fix = actions.find(({ title }) => title === 'Replace with sun2010lupus');
    assert.deepEqual(fix?.command?.arguments, [uri, ['sun2010lupus']]);
  });

  it('have a missing bibliography created, with what they cite from the evidence', async () => {
    await start({});
    const text = naming('MSCs act [@sun2010lupus].', 'new.bib');
    const uri = await editor.open(text);
    const actions = await actionsAt(uri, text, 'new.bib');
    const create = actions.find(({ title }) => title === 'Create new.bib');
    assert.match(plain(create?.diagnostics?.[0]?.message ?? ''), /no bibliography "new\.bib"/);
    const changes = create?.edit?.documentChanges as [
      { kind: string; uri: string },
      { edits: TextEdit[] },
    ];
    assert.deepEqual([changes[0].kind, changes[0].uri], ['create', `${ROOT}/new.bib`]);
    assert.match(changes[1].edits[0]?.newText ?? '', /^@article\{sun2010lupus,/);
  });

  it('show hints in the bibliography: one paper twice, a cited entry that lacks fields', async () => {
    const bib = `${BIB}@misc{a, title={A}, doi={10.1000/x}}\n@misc{b, title={B}, doi={10.1000/x}}\n`;
    await start({ 'refs.bib': bib });
    const uri = await editor.open(DRAFT);
    await editor.diagnostics(uri);
    const shown = await editor.until(
      () => hints(editor.published.at(-1)?.diagnostics, 2),
      'two hints',
    );
    assert.deepEqual(
      shown.map(({ message, range, severity }) => [
        plain(message).split(';')[0],
        range.start.line,
        severity,
      ]),
      [
        ['"b" has the DOI of "a"', 10, 4],
        ['"own2001" is cited, but has no year and journal or book title', 0, 4],
      ],
    );
    await editor.notify('textDocument/didClose', { textDocument: { uri } });
    await editor.until(() => hints(editor.published.at(-1)?.diagnostics, 1), 'one hint');
  });

  it('follow a bibliography that is typed and not saved', async () => {
    await start({ 'refs.bib': '' });
    const uri = await editor.open(naming('MSCs act [@typed].'));
    assert.match(JSON.stringify(await editor.diagnostics(uri)), /unknown-citation/);
    const bib = await editor.open('@misc{typed, title={T}}', 'refs.bib', 'bibtex');
    await editor.until(() => editor.refreshes || undefined, 'a refresh');
    assert.deepEqual(await editor.diagnostics(uri), []);
    assert.deepEqual(await editor.diagnostics(bib), []);
  });

  it('are shown with what they cover of the evidence', async () => {
    await start({ 'refs.bib': BIB });
    const uri = await editor.open(DRAFT);
    const ask = async (manuscript: string) =>
      (
        await editor.request<PageAnswer>('caveat/page', {
          uri: `caveat:/coverage/x.md?${encodeURIComponent(manuscript)}`,
        })
      ).text;
    assert.match(await ask(uri), /1 of 3 references/);
    assert.match(await ask(`${ROOT}/none.md`), /nothing to compare/);
  });
});

function plain(message: Diagnostic['message']): string {
  return typeof message === 'string' ? message : message.value;
}

function hints(all: readonly Diagnostic[] | undefined, count: number): Diagnostic[] | undefined {
  return all?.length === count ? [...all] : undefined;
}
