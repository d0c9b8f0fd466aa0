import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readBibliography } from '../../src/bibliography/read';

const BIB = '@article{a, title = {A}}';
const JSON_TEXT = '[{"id": "a"}]';
const YAML = 'references:\n- id: a\n';
const RIS = 'TY  - JOUR\nID  - a\nER  - \n';

describe('readBibliography', () => {
  it('chooses by the ending, in paths and in URIs', () => {
    const files: [path: string, text: string][] = [
      ['refs.bib', BIB],
      ['file:///home/x/my%20refs.BIB', BIB],
      ['vscode-vfs://github/a/b/refs.json?ref=main', JSON_TEXT],
      ['refs.yaml', YAML],
      ['refs.yml', YAML],
      ['refs.ris', RIS],
    ];
    for (const [path, text] of files) {
      const { entries, problems } = readBibliography(path, text);
      assert.deepEqual([[...entries.keys()], problems], [['a'], []], path);
    }
  });

  it('looks at the text where the ending says nothing', () => {
    for (const text of [BIB, JSON_TEXT, YAML, RIS, `% comment\n\n${BIB}`]) {
      assert.deepEqual([...readBibliography('refs.txt', text).entries.keys()], ['a'], text);
    }
  });

  it('says what it can read when it cannot read something', () => {
    const { entries, problems } = readBibliography('refs.docx', 'PK\u0003\u0004');
    assert.equal(entries.size, 0);
    assert.match(problems[0]?.message ?? '', /BibTeX.*CSL-JSON.*CSL-YAML.*RIS/);
  });

  it('names both lines of a key that is used twice, in every format', () => {
    const twice: [path: string, text: string, second: number][] = [
      ['x.bib', `${BIB}\n\n${BIB}`, 3],
      ['x.json', '[{"id": "a"},\n\n{"id": "a"}]', 3],
      ['x.yaml', `${YAML}\n- id: a\n`, 4],
      ['x.ris', `${RIS}${RIS}`, 4],
    ];
    for (const [path, text, second] of twice) {
      const { problems } = readBibliography(path, text);
      assert.equal(problems.length, 1, path);
      assert.equal(problems[0]?.severity, 'warning');
      assert.match(problems[0]?.message ?? '', new RegExp(`lines \\d and ${second};`), path);
    }
  });

  it('never throws, and places every problem and entry inside the text', () => {
    const bits = [
      '@article{',
      'a',
      ',',
      ' = ',
      '{',
      '}',
      '"',
      '\\',
      '#',
      '(',
      ')',
      '\n',
      '%',
      '@',
      '$',
      '- id: ',
      'references:',
      '[',
      ']',
      ':',
      'TY  - ',
      'ER  - ',
      'ID  - ',
      '\uFEFF',
      'author',
      ' and ',
      '\\"',
      '&x',
      '*x',
      '\u0000',
      '2010',
      '~',
      '|',
      "'",
    ];
    const texts = fc
      .array(fc.constantFrom(...bits), { maxLength: 60 })
      .map((parts) => parts.join(''));
    const paths = fc.constantFrom('x.bib', 'x.json', 'x.yaml', 'x.ris', 'x');
    fc.assert(
      fc.property(paths, texts, (path, text) => {
        const { entries, problems } = readBibliography(path, text);
        const lines = text.split('\n').length;
        for (const { range } of problems) assert.ok(range === undefined || range.end.line < lines);
        for (const { start, end } of entries.values()) {
          assert.ok(
            start >= 0 && start < end && end <= text.length,
            `${start} to ${end} of ${text.length}`,
          );
        }
      }),
      { numRuns: 1500 },
    );
  });
});
