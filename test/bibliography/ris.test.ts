import assert from 'node:assert/strict';
import { readRis } from '../../src/bibliography/ris';

const text = `TY  - JOUR
ID  - huang2010
AU  - Huang, Xi-Ping
AU  - King, Martin, Jr.
AU  - World Health Organization
TI  - Differentiation of allogeneic cells
T2  - Circulation
PY  - 2010/12/07/
VL  - 122
IS  - 23
SP  - 2419
EP  - 2429
DO  - https://doi.org/10.1161/x
AB  - An abstract that
goes on here.
ER  - 

TY  - BOOK
TI  - A book without a key
ER  - 
`;

describe('readRis', () => {
  it('reads a record', () => {
    const { entries } = readRis('x.ris', text);
    assert.deepEqual(entries.get('huang2010')?.reference, {
      id: 'huang2010',
      type: 'article-journal',
      title: 'Differentiation of allogeneic cells',
      author: [
        { family: 'Huang', given: 'Xi-Ping' },
        { family: 'King', given: 'Martin, Jr.' },
        { literal: 'World Health Organization' },
      ],
      issued: { 'date-parts': [[2010, 12, 7]] },
      'container-title': 'Circulation',
      volume: '122',
      issue: '23',
      page: '2419-2429',
      DOI: '10.1161/x',
    });
  });

  it('says that a record without a key cannot be cited', () => {
    const { problems } = readRis('x.ris', text.replace(/\n/g, '\r\n'));
    assert.equal(problems.length, 1);
    assert.equal(problems[0]?.range?.start.line, 17);
    assert.match(problems[0]?.message ?? '', /no "ID" line/);
  });

  it('goes on after a record without an end', () => {
    const { entries, problems } = readRis(
      'x.ris',
      'TY  - JOUR\nID  - a\nTY  - JOUR\nID  - b\nTI  - B',
    );
    assert.deepEqual([...entries.keys()], ['a', 'b']);
    assert.equal(entries.get('b')?.reference.title, 'B');
    assert.equal(problems.length, 2);
  });
});
