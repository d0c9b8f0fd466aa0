import assert from 'node:assert/strict';
import { createHighlighter, createTextReader } from '../../../src/search/view/highlight';
import { editDistance } from '../../../src/search/view/typos';
import { shippedEvidence } from '../../support/shipped';

function marks(query: string, text: string, isTyped = true): string[] {
  const read = createTextReader(shippedEvidence().vocabulary);
  return createHighlighter(query, read, isTyped)(text).map(([from, to]) => text.slice(from, to));
}

describe('createHighlighter', () => {
  it('marks other forms of a word, half of one, and one with a typo', () => {
    assert.deepEqual(marks('cells', 'A cell is here.'), ['cell']);
    assert.deepEqual(marks('prolif', 'They proliferate.'), ['proliferate']);
    assert.deepEqual(marks('hunag', 'Huang et al.'), ['Huang']);
  });

  it('marks another name of the same concept', () =>
    assert.deepEqual(marks('MSC', 'Of mesenchymal stromal cells we know.'), [
      'mesenchymal stromal cells',
    ]));

  it('marks words side by side as one', () =>
    assert.deepEqual(marks('bone marrow', 'From bone marrow-derived ones'), ['bone marrow']));

  it('takes a sentence at its word: no typo, no half of a word', () => {
    assert.deepEqual(marks('The weather was fine', 'Wether finewing', false), []);
    assert.deepEqual(marks('of the', 'of the'), []);
  });
});

describe('editDistance', () => {
  it('counts letters that are swapped as one slip', () => {
    assert.equal(editDistance('hunag', 'huang', 2), 1);
    assert.equal(editDistance('marow', 'marrow', 2), 1);
    assert.ok(editDistance('cell', 'bone', 1) > 1);
  });
});
