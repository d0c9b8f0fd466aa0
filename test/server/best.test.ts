import assert from 'node:assert/strict';
import { bestOf } from '../../src/server/best';

const scores = [1, 3, undefined, 2, 3, 0];

describe('the best of many', () => {
  it('come best first, equals in their order, none that has no score', () => {
    const best = bestOf(scores.length, 10, (at) => scores[at]);
    assert.deepEqual(
      best.map(({ at }) => at),
      [1, 4, 3, 0, 5],
    );
  });

  it('are no more than wanted', () => {
    assert.deepEqual(
      bestOf(scores.length, 2, (at) => scores[at]),
      [
        { at: 1, score: 3 },
        { at: 4, score: 3 },
      ],
    );
    assert.deepEqual(
      bestOf(scores.length, 0, (at) => scores[at]),
      [],
    );
  });
});
