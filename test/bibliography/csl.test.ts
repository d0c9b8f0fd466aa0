import assert from 'node:assert/strict';
import { readCslJson, readCslYaml } from '../../src/bibliography/csl';
import type { Bibliography } from '../../src/bibliography/types';

function keys({ entries }: Bibliography): string[] {
  return [...entries.keys()];
}

function told({ problems }: Bibliography): string[] {
  return problems.map(({ range, message }) => `${(range?.start.line ?? -1) + 1}: ${message}`);
}

describe('readCslJson', () => {
  const record = {
    id: 'a',
    type: 'article-journal',
    title: 'A',
    issued: { 'date-parts': [['2010', 5]] },
  };

  it('reads a list, an object with items, and a single record', () => {
    for (const value of [[record], { items: [record] }, { references: [record] }, record]) {
      const { entries, problems } = readCslJson('x.json', JSON.stringify(value));
      assert.deepEqual(problems, []);
      assert.deepEqual(entries.get('a')?.reference, {
        ...record,
        issued: { 'date-parts': [[2010, 5]] },
      });
    }
  });

  it('gives each record its place', () => {
    const text = '[\n  {"id": "a", "title": "} ] \\" {"},\n  {"id": "b"}\n]';
    const { entries } = readCslJson('x.json', text);
    const entry = entries.get('b');
    assert.equal(text.slice(entry?.start, entry?.end), '{"id": "b"}');
  });

  it('reads what Zotero and Pandoc write beyond the schema', () => {
    const text = JSON.stringify([
      {
        id: 7,
        type: 'book',
        author: [
          { family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der', suffix: 'Jr.' },
          { literal: 'WHO' },
          'ISCT',
          null,
        ],
        issued: { raw: '2010-05-12' },
        volume: 3,
        page: '1–9',
        DOI: 'https://doi.org/10.1234/AbC',
        note: 'PMID: 123',
        abstract: 'not kept',
      },
    ]);
    assert.deepEqual(readCslJson('x.json', text).entries.get('7')?.reference, {
      id: '7',
      type: 'book',
      author: [
        { family: 'van der Berg', given: 'Jan, Jr.' },
        { literal: 'WHO' },
        { literal: 'ISCT' },
      ],
      issued: { 'date-parts': [[2010, 5, 12]] },
      volume: '3',
      page: '1-9',
      DOI: '10.1234/AbC',
      note: 'PMID: 123',
      PMID: '123',
    });
  });

  it('reports malformed records and uses the rest', () => {
    const text =
      '[\n {"id": "a"},\n {"id": "b" "title": "x"},\n {"title": "no id"},\n {"id": "c"},\n 5\n]';
    const read = readCslJson('x.json', text);
    assert.deepEqual(keys(read), ['a', 'c']);
    assert.deepEqual(told(read), [
      '3: This record is not valid JSON; look for a missing comma, quote or bracket.',
      '4: This record has no "id", so it cannot be cited; add one.',
    ]);
  });

  it('loses one record to a missing brace or quote, not the file', () => {
    const text =
      '[\n  {\n    "id": "a",\n    "author": [{"family": "X"}\n  ,\n  {\n    "id": "b\n  },\n  {\n    "id": "c"\n  }\n]';
    const read = readCslJson('x.json', text);
    assert.deepEqual(keys(read), ['c']);
    assert.equal(read.problems.length, 2);
  });

  it('is not misled by an odd layout', () => {
    const text =
      '[\n{"id": "a", "author": [\n{"family": "X"},\n{"family": "Y"}\n]},\n{"id": "b"}\n]';
    const read = readCslJson('x.json', text);
    assert.deepEqual(told(read), []);
    assert.equal(read.entries.get('a')?.reference.author?.length, 2);
  });

  it('says when the file is something else', () => {
    assert.deepEqual(told(readCslJson('x.json', '"text"')), [
      '1: This file does not hold a list of CSL-JSON records; check that it is the right file.',
    ]);
  });
});

describe('readCslYaml', () => {
  const text = `---
references:
- id: a
  type: article-journal
  title: 'Cells: a *review*'
  author:
  - family: Li
    given: X.
  issued: 2010-05
  page: 1-9
- id: b
  issued:
  - year: 2011
    month: 3
...
`;

  it('reads Pandoc’s references with their places', () => {
    const { entries, problems } = readCslYaml('x.yaml', text);
    assert.deepEqual(problems, []);
    assert.deepEqual(entries.get('a')?.reference, {
      id: 'a',
      type: 'article-journal',
      title: 'Cells: a *review*',
      author: [{ family: 'Li', given: 'X.' }],
      issued: { 'date-parts': [[2010, 5]] },
      page: '1-9',
    });
    assert.deepEqual(entries.get('b')?.reference.issued, { 'date-parts': [[2011, 3]] });
    assert.ok(text.slice(entries.get('b')?.start).startsWith('id: b'));
  });

  it('reads a bare list', () => {
    assert.deepEqual(keys(readCslYaml('x.yaml', '- id: a\n- id: b\n')), ['a', 'b']);
  });

  it('reports malformed records and uses the rest', () => {
    const broken = text
      .replace("a *review*'", 'a *review*')
      .replace('...', '- id: c\n- title: no id\n...');
    const read = readCslYaml('x.yaml', broken);
    assert.deepEqual(keys(read), ['b', 'c']);
    assert.match(told(read)[0] ?? '', /^10: This is not valid YAML \(.+\); correct it\.$/);
    assert.match(told(read)[1] ?? '', /^16: This record has no "id"/);
  });

  it('says when the file is something else, and nothing of an empty one', () => {
    assert.equal(readCslYaml('x.yaml', 'title: A paper\n').problems.length, 1);
    assert.deepEqual(told(readCslYaml('x.yaml', '')), []);
  });

  it('does not follow a bomb of aliases', () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]'];
    for (const [name, of] of ['ba', 'cb', 'dc', 'ed', 'fe', 'gf'].map((pair) => [...pair])) {
      bomb.push(`${name}: &${name} [${Array(9).fill(`*${of}`).join(', ')}]`);
    }
    const read = readCslYaml('x.yaml', `${bomb.join('\n')}\nreferences:\n- id: k\n  author: *g\n`);
    assert.equal(read.problems.length, 1);
  });
});
