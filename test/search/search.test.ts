import assert from 'node:assert/strict';
import { readIndex, serialiseIndex } from '../../src/search/index';
import { searchEvidence } from '../../src/search/search';
import { shippedEvidence } from '../support/shipped';

const numbers = (query: string) =>
  searchEvidence(shippedEvidence().index, query, { kind: 'reference', limit: 5 }).map(
    ({ number }) => number,
  );

describe('searchEvidence', () => {
  for (const [query, number] of [
    ['huang 2010', 25],
    ['immunogenicty allogeneic', 25],
    ['von bahr', 33],
    ['POSEIDON ischemic', 51],
    ['lupus umbilical', 63],
    ['osteoartritis placental', 90],
    ['retropatel', 92],
    ['glassberg', 115],
    ['exosomes covid', 41],
    ['hunag 2010', 25],
    ['caplan 91', 14],
  ] as const) {
    it(`finds [${number}] for "${query}"`, () =>
      assert.ok(numbers(query).includes(number), String(numbers(query))));
  }

  it('finds nothing for an empty query or one of small words', () => {
    assert.deepEqual(numbers(''), []);
    assert.deepEqual(numbers('of the'), []);
  });

  it('keeps to the kind and the limit that were asked for', () => {
    const claims = searchEvidence(shippedEvidence().index, 'allogeneic', {
      kind: 'claim',
      limit: 3,
    });
    assert.equal(claims.length, 3);
    assert.ok(claims.every(({ kind, number }) => kind === 'claim' && number === undefined));
  });

  it('answers the same from a stored index', () => {
    const { index, packs, vocabulary } = shippedEvidence();
    const restored = readIndex(serialiseIndex(index), packs, vocabulary);
    assert.deepEqual(
      searchEvidence(restored, 'lupus umbilical'),
      searchEvidence(index, 'lupus umbilical'),
    );
  });
});
