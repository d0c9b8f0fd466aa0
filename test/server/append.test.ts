import assert from 'node:assert/strict';
import { chapterOf, entryEdit, entryTarget, missingEntries } from '../../src/server/append';
import { LineIndex } from '../../src/manuscript/lines';
import { ROOT, Workspace } from './workspace';

const CITING = 'MSCs help [@sun2010lupus; @barry2005immunogenicity; @own].';
const naming = (path: string) => `---\nbibliography: ${path}\n---\n\n${CITING}`;

async function read(text: string, files: Record<string, string> = {}, path = 'draft.md') {
  const workspace = new Workspace({ files });
  const found = await workspace.session.read({
    ...workspace.document(text, path),
    languageId: path.endsWith('.tex') ? 'latex' : 'markdown',
  });
  assert.ok(found);
  return found;
}

describe('what is cited but in no bibliography', () => {
  it('are the references that the evidence alone has', async () => {
    const files = {
      'refs.bib':
        '@misc{own, title={Own}}\n@misc{sun2010lupus, title={Umbilical cord cell transplantation in severe lupus}}',
    };
    const found = await read(naming('refs.bib'), files);
    const keys = [
      'sun2010lupus',
      'barry2005immunogenicity',
      'own',
      'nobody',
      'barry2005immunogenicity',
    ];
    assert.deepEqual(
      missingEntries(found, keys).map(({ key, label }) => [key, label]),
      [['barry2005immunogenicity', 'Barry & Murphy 2005']],
    );
  });

  it('gets a key of its own where the writer uses it for another paper', async () => {
    const files = { 'refs.bib': '@misc{sun2010lupus, title={Sunflowers in spring}}' };
    const found = await read(naming('refs.bib'), files);
    const [reference] = missingEntries(found, ['sun2010lupusa']);
    assert.match(reference?.reference.title ?? '', /severe lupus/);
    assert.deepEqual(missingEntries(found, ['sun2010lupus']), []);
    const edit = entryEdit(found, `${ROOT}/refs.bib`, files['refs.bib'], ['sun2010lupusa']);
    assert.match(edit.edit?.newText ?? '', /@article\{sun2010lupusa,/);
  });
});

describe('the bibliography that entries go into', () => {
  it('is the first that can be written', async () => {
    const text = naming('[zotero.ris, lib/more.json, refs.bib]');
    const files = { 'zotero.ris': '', 'lib/more.json': '[]', 'refs.bib': '' };
    const { uri, name, exists } = entryTarget(await read(text, files)) ?? {};
    assert.deepEqual([uri, name, exists], [`${ROOT}/lib/more.json`, 'lib/more.json', true]);
  });

  it("is the configuration's where the manuscript names none", async () => {
    const files = { '.caveatrc.yaml': 'bibliography: [refs.bib]', 'refs.bib': '' };
    const target = entryTarget(await read(CITING, files, 'paper/draft.md'));
    assert.deepEqual(target, { uri: `${ROOT}/refs.bib`, name: 'refs.bib', exists: true });
  });

  it('is one that is named and not there yet', async () => {
    const target = entryTarget(await read(naming('refs.bib'), {}, 'paper/draft.md'));
    assert.deepEqual(target, { uri: `${ROOT}/paper/refs.bib`, name: 'refs.bib', exists: false });
  });

  it('is a new one, which the manuscript then names', async () => {
    for (const [text, named] of [
      [CITING, `---\nbibliography: references.bib\n---\n\n${CITING}`],
      [
        `---\r\ntitle: X\r\n---\r\n${CITING}`,
        `---\r\nbibliography: references.bib\r\ntitle: X\r\n---\r\n${CITING}`,
      ],
      [`\uFEFF${CITING}`, `\uFEFF---\nbibliography: references.bib\n---\n\n${CITING}`],
    ] as const) {
      const target = entryTarget(await read(text));
      assert.deepEqual([target?.uri, target?.exists], [`${ROOT}/references.bib`, false]);
      const { range, newText } = target?.naming ?? assert.fail('no edit');
      const at = new LineIndex(text).offsetAt(range.start);
      assert.equal(text.slice(0, at) + newText + text.slice(at), named);
    }
  });

  describe('in LaTeX', () => {
    const tex = String.raw`\documentclass{article}
\begin{document}
MSCs help \cite{sun2010lupus}.
\end{document}
`;
    const chapter = 'MSCs help \\cite{sun2010lupus}.\n';
    const named = (path: string, option = '') =>
      `\\documentclass{article}${option}\n\\begin{document}\n\\input{${path}}\n\\end{document}\n`;

    it('is a new one, which the document then names before its end', async () => {
      const target = entryTarget(await read(tex, {}, 'paper/main.tex'));
      assert.deepEqual([target?.uri, target?.exists], [`${ROOT}/paper/references.bib`, false]);
      assert.deepEqual(target?.naming, {
        range: { start: { line: 3, character: 0 }, end: { line: 3, character: 0 } },
        newText: '\\bibliography{references}\n',
      });
    });

    it('is a new one, which the preamble then names where another file of it loads biblatex', async () => {
      const text = tex.replace('\n', '\n\\input{packages}\n');
      const files = { 'packages.tex': '\\usepackage[style=apa]{biblatex}' };
      const naming = entryTarget(await read(text, files, 'main.tex'))?.naming;
      assert.equal(naming?.newText, '\\addbibresource{references.bib}\n');
      assert.equal(naming.range.start.line, 2);
    });

    it("is its document's for a chapter", async () => {
      const files = {
        'main.tex': named('parts/one', '\\addbibresource{all.bib}'),
        'all.bib': '',
        'parts/one.tex': chapter,
      };
      const { uri } = entryTarget(await read(chapter, files, 'parts/one.tex')) ?? {};
      assert.equal(uri, `${ROOT}/all.bib`);
    });

    it('is none for a chapter whose document names none or is not there; it says which', async () => {
      for (const [files, document] of [
        [{ 'main.tex': named('one'), 'one.tex': chapter }, 'main.tex'],
        [{}, ''],
      ] as const) {
        const found = await read(chapter, files, 'one.tex');
        assert.equal(entryTarget(found), undefined);
        assert.equal(chapterOf(found), document);
      }
      assert.equal(chapterOf(await read(tex, {}, 'main.tex')), undefined);
    });
  });

  it('is none where all are only read, or nothing may be read', async () => {
    assert.equal(entryTarget(await read(naming('zotero.ris'), { 'zotero.ris': '' })), undefined);
    const untrusted = new Workspace({ trusted: false });
    const found = await untrusted.session.read(untrusted.document(CITING));
    assert.equal(found && entryTarget(found), undefined);
  });
});

describe('the edit that adds entries', () => {
  const uri = `${ROOT}/refs.bib`;

  it('adds what the text lacks, as it is in the editor, at its end', async () => {
    const found = await read(naming('refs.bib'), { 'refs.bib': '' });
    const text = '@misc{own, title={Unsaved}}\n';
    const { keys, edit } = entryEdit(found, uri, text, ['sun2010lupus', 'barry2005immunogenicity']);
    assert.deepEqual(keys, ['sun2010lupus', 'barry2005immunogenicity']);
    assert.deepEqual(edit?.range, {
      start: { line: 1, character: 0 },
      end: { line: 1, character: 0 },
    });
    assert.match(edit.newText, /^\n@article\{sun2010lupus,[^]*\n\n@article\{barry2005/);
  });

  it('adds nothing twice, be it by key, DOI or title', async () => {
    const found = await read(naming('refs.bib'), { 'refs.bib': '' });
    for (const [key, entry] of [
      ['sun2010lupus', '@misc{sun2010lupus, note={mine}}'],
      ['huang2010differentiation', '@misc{h, doi={10.1161/circulationaha.109.898676}}'],
      [
        'sun2010lupus',
        '@misc{s, title={Umbilical Cord Cell Transplantation in {Severe} Lupus.}, year=2010}',
      ],
    ] as const)
      assert.deepEqual(entryEdit(found, uri, entry, [key]), { keys: [] }, entry);
  });

  it('leaves a damaged file alone, and says so by what it lacks', async () => {
    const found = await read(naming('refs.json'), { 'refs.json': '[]' });
    assert.deepEqual(entryEdit(found, `${ROOT}/refs.json`, '[{', ['sun2010lupus']), {
      keys: ['sun2010lupus'],
    });
  });
});
