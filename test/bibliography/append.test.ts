import assert from 'node:assert/strict';
import fc from 'fast-check';
import { appendReferences, canAppendTo } from '../../src/bibliography/append';
import { readBibliography } from '../../src/bibliography/read';
import type { Reference } from '../../src/evidence/types';

const HUANG: Reference = {
  id: 'huang2010',
  type: 'article-journal',
  title: 'Donor cells & "T" cells',
  author: [{ family: 'Huang', given: 'Xi-Ping' }],
  issued: { 'date-parts': [[2010]] },
  DOI: '10.1161/x',
  'citation-number': 25,
};
const GAO: Reference = { id: 'gao2007', type: 'book', title: 'Cells' };

/** The text after references were added, which may not have changed what was there. */
function appended(path: string, text: string, references: readonly Reference[] = [HUANG]) {
  const insertion = appendReferences(path, text, references);
  assert.ok(insertion, 'an insertion');
  return text.slice(0, insertion.offset) + insertion.newText + text.slice(insertion.offset);
}

function keys(path: string, text: string): string[] {
  const { entries, problems } = readBibliography(path, text);
  assert.deepEqual(problems, []);
  return [...entries.keys()];
}

describe('adding references to a bibliography', () => {
  it('puts BibTeX at the end, set apart, and leaves all else as it is', () => {
    const before = '% mine\n@article{own2001,\n\ttitle = "Own",\n}';
    const text = appended('refs.bib', before, [HUANG, GAO]);
    assert.ok(text.startsWith(`${before}\n\n@article{huang2010,\n`));
    assert.match(text, /\}\n\n@book\{gao2007,\n {2}title = \{Cells\},\n\}\n$/);
    assert.deepEqual(keys('refs.bib', text), ['own2001', 'huang2010', 'gao2007']);
  });

  it('follows the indentation of a CSL-JSON list', () => {
    const before = '[\n    {\n        "id": "own2001",\n        "type": "book"\n    }\n]\n';
    const text = appended('refs.json', before, [GAO]);
    assert.equal(
      text,
      '[\n    {\n        "id": "own2001",\n        "type": "book"\n    },\n    {\n        "id": "gao2007",\n' +
        '        "type": "book",\n        "title": "Cells"\n    }\n]\n',
    );
  });

  it('keeps a CSL-JSON list on one line there', () => {
    assert.equal(
      appended('refs.json', '[{"id":"own","type":"book"}]', [GAO]),
      '[{"id":"own","type":"book"},{"id":"gao2007","type":"book","title":"Cells"}]',
    );
  });

  it("leaves the review's own number out", () => {
    assert.doesNotMatch(appended('refs.json', '[]'), /citation-number/);
    assert.match(appended('refs.json', '[]'), /"DOI": "10\.1161\/x"/);
  });

  it('fills empty files, empty lists and lists inside an object, several at once', () => {
    for (const [path, text] of [
      ['a.bib', ''],
      ['a.bibtex', '\uFEFF'],
      ['a.json', ''],
      ['a.json', '[]'],
      ['a.json', '[\r\n]\r\n'],
      ['a.json', '{ "items": [] }'],
      ['a.json', '{\n  "references": [\n    {"id": "own", "type": "book"}\n  ]\n}\n'],
    ] as const) {
      const found = keys(path, appended(path, text, [HUANG, GAO]));
      assert.deepEqual(found.slice(-2), ['huang2010', 'gao2007'], JSON.stringify(text));
    }
  });

  it("uses the file's line ending", () => {
    for (const [path, text] of [
      ['a.bib', '@book{own,\r\n  title = {Own}\r\n}\r\n'],
      ['a.json', '[\r\n  {\r\n    "id": "own",\r\n    "type": "book"\r\n  }\r\n]\r\n'],
    ] as const)
      assert.doesNotMatch(appended(path, text), /[^\r]\n/);
  });

  it('touches neither what is damaged nor what is only read', () => {
    for (const [path, text] of [
      ['a.json', '[{"id": "own" "type": "book"}]'],
      ['a.json', '{"id": "own", "type": "book"}'],
      ['a.json', '"text"'],
      ['a.yaml', 'references: []'],
      ['a.ris', ''],
    ] as const)
      assert.equal(appendReferences(path, text, [HUANG]), undefined, text);
    assert.equal(appendReferences('a.bib', '', []), undefined);
    assert.ok(canAppendTo('file:///a/refs.BIB') && !canAppendTo('refs.yml'));
  });

  it('gives back the reference that was added, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (title) => {
        const reference = { ...GAO, title };
        const text = appended('a.json', '[\n  {"id": "own", "type": "book"}\n]', [reference]);
        const read = readBibliography('a.json', text).entries.get('gao2007')?.reference;
        assert.equal((read?.title ?? '').trim(), title.replace(/\s+/g, ' ').trim());
      }),
    );
  });
});
