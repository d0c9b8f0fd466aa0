import assert from 'node:assert/strict';
import type { SourceText } from '../../src/server/manuscripts';
import { findHits } from '../../src/server/features/search';
import { ROOT, Workspace } from './workspace';

function document(path: string, text: string, languageId?: string): SourceText {
  return { uri: `${ROOT}/${path}`, languageId, version: 1, getText: () => text };
}

const BIBLIOGRAPHY = '@misc{own2001, title={Own}}';

describe('manuscripts of every format', () => {
  const sources: readonly (readonly [string, string, string])[] = [
    ['draft.qmd', 'quarto', 'MSCs are cells [@own2001; @fig-a; @nobody].'],
    ['draft.Rmd', 'rmd', 'MSCs are cells [@own2001; @nobody] in `r 1`.'],
    ['draft.md', 'markdown', 'MSCs are cells {cite:p}`own2001,nobody`.'],
    ['draft.tex', 'latex', 'MSCs are cells \\citep{own2001,nobody}.'],
  ];
  for (const [path, languageId, text] of sources) {
    it(`are read as ${languageId} in ${path}`, async () => {
      const files = { '.caveatrc.yaml': 'bibliography: [refs.bib]', 'refs.bib': BIBLIOGRAPHY };
      const checked = await new Workspace({ files }).session.check(
        document(path, text, languageId),
      );
      const messages = checked?.findings
        .filter(({ ruleId }) => ruleId === 'unknown-citation')
        .map(({ message }) => /"(\w+)"/.exec(message)?.[1]);
      assert.deepEqual(messages, ['nobody']);
    });
  }

  it('are read as MyST where the project says so', async () => {
    const workspace = new Workspace({ files: { 'myst.yml': 'version: 1\n' } });
    const read = await workspace.session.read(
      document('a/draft.md', 'MSCs are cells.', 'markdown'),
    );
    assert.equal(read?.manuscript.format, 'myst');
  });

  it('are cited in their own syntax', async () => {
    const workspace = new Workspace();
    const cited = async (path: string, text: string) => {
      const read = await workspace.session.read(document(path, text));
      const evidence = await workspace.session.evidence();
      const params = { query: 'immune', kind: 'reference', limit: 1 } as const;
      return findHits(evidence, params, read)[0]?.citation?.replace(/[a-z]+\d{4}\w*/, 'KEY');
    };
    assert.equal(await cited('a.tex', '\\usepackage{natbib} MSCs.'), '\\citep{KEY}');
    assert.equal(await cited('b.md', 'MSCs {cite}`a`.'), '{cite}`KEY`');
    assert.equal(await cited('c.qmd', 'MSCs.'), '[@KEY]');
  });
});

describe('the bibliography of a project', () => {
  const text = 'MSCs are cells [@own2001; @nobody].';

  it('is found above the manuscript, and read again when the project changes', async () => {
    const workspace = new Workspace({
      files: { '_quarto.yml': 'bibliography: refs.bib', 'refs.bib': BIBLIOGRAPHY },
    });
    const one = document('part/one.qmd', text, 'quarto');
    assert.equal((await workspace.session.read(one))?.linked.length, 1);
    workspace.files.files.set(`${ROOT}/_quarto.yml`, 'title: x');
    assert.equal(workspace.session.fileChanged(`${ROOT}/_quarto.yml`), true);
    assert.equal((await workspace.session.read(one))?.linked.length, 0);
  });

  it('that is missing is told at the top of the manuscript, with where it is named', async () => {
    const workspace = new Workspace({ files: { '_quarto.yml': 'bibliography: refs.bib' } });
    const read = await workspace.session.read(document('one.qmd', text, 'quarto'));
    assert.match(read?.problems[0]?.message ?? '', /no bibliography "refs\.bib".*\(_quarto\.yml\)/);
    assert.equal(read?.problems[0]?.range, undefined);
  });

  it('outside of the workspace is not read', async () => {
    const workspace = new Workspace({ files: { 'x.tex': '' } });
    workspace.files.files.set('file:///main.tex', '\\bibliography{refs}');
    workspace.files.files.set('file:///refs.bib', BIBLIOGRAPHY);
    const source = '% !TEX root = ../main.tex\nMSCs \\cite{own2001}.';
    const read = await workspace.session.read(document('x.tex', source, 'latex'));
    assert.deepEqual(read?.linked, []);
    assert.ok(workspace.files.asked.every((uri) => uri.startsWith(ROOT) || uri.includes('caveat')));
  });

  it('is not known for a chapter that does not say where it belongs', async () => {
    const workspace = new Workspace({ settings: { enable: 'on' } });
    const rulesOf = async (path: string, source: string) =>
      (await workspace.session.check(document(path, source)))?.findings
        .map(({ ruleId }) => ruleId)
        .filter((id) => id === 'unknown-citation').length;
    assert.equal(await rulesOf('chapter.tex', 'It rained \\cite{nobody}.'), 0);
    assert.equal(await rulesOf('whole.tex', '\\documentclass{x} It rained \\cite{nobody}.'), 1);
    assert.equal(await rulesOf('_part.qmd', 'It rained [@nobody].'), 0);
  });

  it('is left alone where nothing may be read', async () => {
    const files = { '_quarto.yml': 'bibliography: refs.bib', 'refs.bib': BIBLIOGRAPHY };
    const workspace = new Workspace({ files, trusted: false });
    const read = await workspace.session.read(document('one.qmd', text, 'quarto'));
    assert.deepEqual(read?.linked, []);
  });
});
