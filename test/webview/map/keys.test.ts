import assert from 'node:assert/strict';
import { moved } from '../../../src/webview/map/keys';

const SIZE = { rows: 4, columns: 3 };

function press(key: string, row: number, column: number, ctrlKey = false): unknown {
  const to = moved({ row, column }, { key, ctrlKey, metaKey: false }, SIZE);
  return to && [to.row, to.column];
}

describe('the keys of the map', () => {
  it('move from cell to cell and stop at the edges', () => {
    assert.deepEqual(press('ArrowDown', 0, 0), [1, 0]);
    assert.deepEqual(press('ArrowDown', 3, 0), [3, 0]);
    assert.deepEqual(press('ArrowRight', 0, 2), [0, 2]);
    assert.deepEqual(press('ArrowLeft', 0, 0), [0, -1], 'the heading of the row');
    assert.deepEqual(press('ArrowLeft', 0, -1), [0, -1]);
  });

  it('lead to the ends of a row, and with Control to the corners', () => {
    assert.deepEqual(press('Home', 2, 2), [2, -1]);
    assert.deepEqual(press('End', 2, 0), [2, 2]);
    assert.deepEqual(press('Home', 2, 2, true), [0, 0]);
    assert.deepEqual(press('End', 0, 0, true), [3, 2]);
  });

  it('leave the others alone', () => {
    assert.equal(press('Tab', 0, 0), undefined);
  });
});
