import assert from 'node:assert/strict';
import { manuscriptEndings, readerFor, readers } from '../../src/manuscript/formats';

describe('readerFor', () => {
  const markdown = [
    { languageId: 'markdown' },
    { path: 'draft.md' },
    { path: 'file:///a.b/DRAFT.MD' },
    { path: '-' },
    { path: 'notes/README' },
    { languageId: 'plaintext', path: 'untitled:Untitled-1' },
    {},
  ];
  for (const kind of markdown) {
    it(`reads ${JSON.stringify(kind)} as Markdown`, () => {
      assert.equal(readerFor(kind)?.format, 'markdown');
    });
  }

  const others = [
    [{ path: 'a/main.tex' }, 'latex'],
    [{ languageId: 'tex' }, 'latex'],
    [{ languageId: 'latex', path: 'untitled:Untitled-1' }, 'latex'],
    [{ path: 'a.QMD' }, 'quarto'],
    [{ path: 'a.Rmd' }, 'rmarkdown'],
    [{ path: 'a.md', source: '{cite}`a`' }, 'myst'],
    [{ path: '-', source: '{cite}`a`' }, 'myst'],
    [{ languageId: 'markdown', path: 'file:///a/b.qmd' }, 'quarto'],
    [{ languageId: 'markdown', path: 'b.Rmd' }, 'rmarkdown'],
    [{ languageId: 'latex', path: 'b.qmd' }, 'latex'],
  ] as const;
  for (const [kind, format] of others) {
    it(`reads ${JSON.stringify(kind)} as ${format}`, () => {
      assert.equal(readerFor(kind)?.format, format);
    });
  }

  const nobody = [{ path: 'code.ts' }, { languageId: 'python', path: '-' }, { path: 'table.xlsx' }];
  for (const kind of nobody) {
    it(`has no reader for ${JSON.stringify(kind)}`, () => {
      assert.equal(readerFor(kind), undefined);
    });
  }

  it('goes by the language id before the file ending', () => {
    assert.equal(readerFor({ languageId: 'markdown', path: 'draft.ts' })?.format, 'markdown');
  });

  it('looks for no plain text in a folder', () => {
    assert.ok(manuscriptEndings.includes('md') && manuscriptEndings.includes('tex'));
    assert.ok(!manuscriptEndings.includes('txt'));
  });

  it('has one reader a format, and no two for the same file', () => {
    const formats = readers.map((reader) => reader.format);
    const claims = readers.flatMap((reader) => [...reader.extensions, ...reader.languageIds]);
    assert.equal(new Set(formats).size, formats.length);
    assert.equal(new Set(claims).size, claims.length);
  });
});
