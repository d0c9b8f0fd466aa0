import assert from 'node:assert/strict';
import { createPredictor } from '../../src/checks/trees';

describe('createPredictor', () => {
  it('walks each tree and adds up what its leaves say', () => {
    const predict = createPredictor({
      signals: ['a', 'b'],
      bias: 0.5,
      trees: [[[0, 1, 1, 2], [-2], [1, 5, 3, 4], [1], [3]], [[0.25]]],
    });
    const odds = (p: number) => Math.log(p / (1 - p));
    assert.ok(Math.abs(odds(predict([0, 9])) - (0.5 - 2 + 0.25)) < 1e-9);
    assert.ok(Math.abs(odds(predict([1, 4.9])) - (0.5 + 1 + 0.25)) < 1e-9);
    assert.ok(Math.abs(odds(predict([7, 5])) - (0.5 + 3 + 0.25)) < 1e-9);
  });
});
