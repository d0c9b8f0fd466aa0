import assert from 'node:assert/strict';
import { readNames, writeNames } from '../../src/bibliography/names';
import type { CslName } from '../../src/evidence/types';

describe('readNames', () => {
  const cases: [latex: string, names: CslName[]][] = [
    ['Xi-Ping Huang', [{ family: 'Huang', given: 'Xi-Ping' }]],
    ['Huang, Xi-Ping', [{ family: 'Huang', given: 'Xi-Ping' }]],
    ['Ludwig van Beethoven', [{ family: 'van Beethoven', given: 'Ludwig' }]],
    ['van der Berg, Jan P.', [{ family: 'van der Berg', given: 'Jan P.' }]],
    ['Jan P. van der Berg', [{ family: 'van der Berg', given: 'Jan P.' }]],
    ['King, Jr., Martin Luther', [{ family: 'King', given: 'Martin Luther, Jr.' }]],
    ['Donald~E. Knuth', [{ family: 'Knuth', given: 'Donald E.' }]],
    ['Aristotle', [{ family: 'Aristotle' }]],
    ['{World Health Organization}', [{ literal: 'World Health Organization' }]],
    ['{Barnes and Noble, Inc.}', [{ literal: 'Barnes and Noble, Inc.' }]],
    ["{\\'E}mile {\\'e} Zola", [{ family: 'é Zola', given: 'Émile' }]],
    ['{van der Berg}, Jan', [{ family: 'van der Berg', given: 'Jan' }]],
    ['{de la} {Cruz}', [{ family: 'Cruz', given: 'de la' }]],
    ['family=Berg, given=Jan, prefix=van', [{ family: 'van Berg', given: 'Jan' }]],
    ['Li, X. and others', [{ family: 'Li', given: 'X.' }, { literal: 'others' }]],
    [
      'Li, X.\n  AND Wu, Y.',
      [
        { family: 'Li', given: 'X.' },
        { family: 'Wu', given: 'Y.' },
      ],
    ],
    ['Anderson, B.', [{ family: 'Anderson', given: 'B.' }]],
    ['', []],
    [' and Li, X. and ', [{ family: 'Li', given: 'X.' }]],
  ];
  for (const [latex, names] of cases) {
    it(`reads ${JSON.stringify(latex)}`, () => {
      assert.deepEqual(readNames(latex), names);
    });
  }
});

describe('writeNames', () => {
  it('writes what readNames reads back', () => {
    const names: CslName[] = [
      { family: 'van der Berg', given: 'Jan P.' },
      { family: 'King', given: 'Martin Luther, Jr.' },
      { literal: 'Barnes and Noble, Inc.' },
      { family: 'Packham' },
      { literal: 'others' },
    ];
    assert.equal(
      writeNames(names),
      'van der Berg, Jan P. and King, Jr., Martin Luther and {Barnes and Noble, Inc.} and Packham and others',
    );
    assert.deepEqual(readNames(writeNames(names)), names);
  });
});
