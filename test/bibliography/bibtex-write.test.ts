import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readBibtex } from '../../src/bibliography/bibtex';
import { appendEntry, toBibtex } from '../../src/bibliography/bibtex-write';
import type { Reference } from '../../src/evidence/types';

const huang: Reference = {
  id: 'huang2010differentiation',
  type: 'article-journal',
  title: 'Differentiation of allogeneic MSCs & T cells: 50% loss',
  author: [
    { family: 'Huang', given: 'Xi-Ping' },
    { family: 'van der Berg', given: 'Jan' },
    { literal: 'ISCT & friends' },
  ],
  issued: { 'date-parts': [[2010, 12, 7]] },
  'container-title': 'Circulation',
  volume: '122',
  issue: '23',
  page: '2419-2429',
  DOI: '10.1161/circ_a.110',
  PMID: '21041693',
  'citation-number': 25,
};

describe('toBibtex', () => {
  it('writes the fields that exist, escaped', () => {
    assert.equal(
      toBibtex(huang),
      `@article{huang2010differentiation,
  author = {Huang, Xi-Ping and van der Berg, Jan and {ISCT \\& friends}},
  title = {Differentiation of allogeneic {MSCs} \\& {T} cells: 50\\% loss},
  journal = {Circulation},
  year = {2010},
  month = dec,
  day = {7},
  volume = {122},
  number = {23},
  pages = {2419--2429},
  doi = {10.1161/circ_a.110},
  pmid = {21041693},
}`,
    );
    assert.equal(toBibtex({ id: 'k', type: 'dataset' }), '@misc{k,\n}');
  });

  it('survives braces and backslashes in any field', () => {
    const odd: Reference = {
      ...huang,
      title: 'A } b { \\ c',
      URL: 'https://x.org/{a',
      author: [{ literal: 'A } B' }],
    };
    const { entries, problems } = readBibtex('x.bib', toBibtex(odd));
    assert.deepEqual(problems, []);
    assert.equal(entries.get(odd.id)?.reference.title, odd.title);
    assert.deepEqual(entries.get(odd.id)?.reference.author, odd.author);
  });

  it('is read back as it was, for every reference of the shipped pack', () => {
    const url = new URL(
      '../../data/packs/msc-allogeneic-autologous/references.json',
      import.meta.url,
    );
    const references = JSON.parse(readFileSync(url, 'utf8')) as Reference[];
    assert.ok(references.length > 100);
    for (const reference of references) {
      const { entries, problems } = readBibtex('x.bib', toBibtex(reference));
      const expected: Partial<Record<string, unknown>> = { ...reference };
      delete expected['citation-number'];
      const read = entries.get(reference.id)?.reference;
      assert.deepEqual(problems, []);
      // A note that names a PubMed id gives the record one.
      assert.deepEqual({ ...read, PMID: reference.PMID }, { ...expected, PMID: reference.PMID });
    }
  });
});

describe('appendEntry', () => {
  const entry = toBibtex(huang);

  it('sets the entry apart by one blank line, whatever the file ends with', () => {
    for (const end of ['', '\n', '\n\n']) {
      const { text, insertedAt } = appendEntry(`@a{b}${end}`, huang);
      assert.equal(text, `@a{b}\n\n${entry}\n`, JSON.stringify(end));
      assert.equal(insertedAt, 7);
    }
  });

  it('starts an empty file with the entry', () => {
    assert.equal(appendEntry('', huang).text, `${entry}\n`);
  });

  it('keeps the bytes and the line ending of the file', () => {
    const before = '\uFEFF@a{b,\r\n  title = {x}\r\n}';
    const { text, insertedAt } = appendEntry(before, huang);
    assert.ok(text.startsWith(`${before}\r\n\r\n@article{`));
    assert.equal(insertedAt, before.length + 4);
    assert.equal(text.replace(/\r\n/g, '').includes('\n'), false);
  });

  it('leaves a blank line after blanks without a line break', () => {
    assert.ok(appendEntry('@a{b}\n  ', huang).text.startsWith('@a{b}\n  \n@article{'));
  });

  it('is read even after an entry that is not closed', () => {
    const { text } = appendEntry('@article{a, title = {x', huang);
    assert.ok(readBibtex('x.bib', text).entries.has(huang.id));
  });
});
