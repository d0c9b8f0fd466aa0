import assert from 'node:assert/strict';
import fc from 'fast-check';
import { closestKeys } from '../../src/bibliography/similar';

const KEYS = [
  'huang2010differentiation',
  'huang2012',
  'gao2016mesenchymal',
  'Vodyanik_Mesoderm_2010',
  'lee2014',
  'li2014',
];

describe('closestKeys', () => {
  const cases: [typed: string, first: string][] = [
    ['huang2010diferentiation', 'huang2010differentiation'],
    ['hunag2012', 'huang2012'],
    ['huang2010', 'huang2010differentiation'],
    ['Huang2010Differentiation', 'huang2010differentiation'],
    ['gao-2016-mesenchymal', 'gao2016mesenchymal'],
    ['gao2016stromal', 'gao2016mesenchymal'],
    ['vodyanik2010', 'Vodyanik_Mesoderm_2010'],
    ['vodyannik2010', 'Vodyanik_Mesoderm_2010'],
    ['le2014', 'lee2014'],
  ];
  for (const [typed, first] of cases) {
    it(`takes ${typed} for ${first}`, () => {
      assert.equal(closestKeys(typed, KEYS, 3)[0], first);
    });
  }

  it('suggests nothing where nothing is like it', () => {
    assert.deepEqual(closestKeys('zhou1999', KEYS, 3), []);
    assert.deepEqual(closestKeys('', KEYS, 3), []);
  });

  it('never suggests the key itself, nor more than was asked for', () => {
    assert.equal(closestKeys('lee2014', KEYS, 3).includes('lee2014'), false);
    assert.deepEqual(closestKeys('lex2014', KEYS, 1), ['lee2014']);
    assert.deepEqual(closestKeys('lex2014', KEYS, 0), []);
  });

  it('counts edits as the textbook does', () => {
    // A year would bring author and year into it, so: letters only.
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 8, maxLength: 11 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        const bound = Math.floor(a.length / 4);
        const related =
          a !== b && (textbookDistance(a, b) <= bound || a.startsWith(b) || b.startsWith(a));
        assert.equal(closestKeys(a, [b], 1).length === 1, related);
      }),
      { numRuns: 2000 },
    );
  });

  it('is quick among 20,000 keys that are all alike', () => {
    const keys = Array.from({ length: 20_000 }, (_, n) => `author${n}_${1990 + (n % 34)}`);
    closestKeys('author12345_1995', keys, 3);
    const start = performance.now();
    assert.equal(closestKeys('author12345_1996', keys, 3).length, 3);
    // About 10 ms on an idle machine; this only catches a change of kind.
    assert.ok(performance.now() - start < 500);
  });
});

function textbookDistance(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) => [
    i,
    ...Array<number>(b.length).fill(0),
  ]);
  const at = (i: number, j: number) => table[i]?.[j] ?? 0;
  for (let j = 0; j <= b.length; j++) table[0]![j] = j;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      let cost = Math.min(
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
        at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, at(i - 2, j - 2) + 1);
      table[i]![j] = cost;
    }
  }
  return at(a.length, b.length);
}
