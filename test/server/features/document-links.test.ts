import assert from 'node:assert/strict';
import type { DocumentLink } from 'vscode-languageserver';
import { Editor } from '../connection';

describe('document links', () => {
  const editor = new Editor({
    files: { 'refs.bib': '@article{a, doi={10.1000/a}}', 'draft.md': '' },
  });
  before(() => editor.start());
  after(() => editor.stop());
  const links = (uri: string) =>
    editor.request<DocumentLink[] | null>('textDocument/documentLink', { textDocument: { uri } });

  it('lead from a manuscript to its bibliography and to DOIs', async () => {
    const uri = await editor.open(
      '---\nbibliography: [refs.bib, gone.bib]\n---\n\nSee doi:10.1000/xyz.\n',
    );
    const found = await links(uri);
    assert.deepEqual(
      found?.map(({ range, target }) => [range.start.line, target?.replace(/^.*\/(?=refs)/, '')]),
      [
        [1, 'refs.bib'],
        [4, 'https://doi.org/10.1000/xyz'],
      ],
    );
    assert.deepEqual(found?.[1]?.range, {
      start: { line: 4, character: 4 },
      end: { line: 4, character: 19 },
    });
  });

  it('lead from an entry of a bibliography to its DOI', async () => {
    const uri = await editor.open('@article{a, doi={10.1000/a}}', 'other.bib', 'bibtex');
    assert.deepEqual(
      (await links(uri))?.map(({ target }) => target),
      ['https://doi.org/10.1000/a'],
    );
  });
});
