import assert from 'node:assert/strict';
import { citeSentence } from '../../src/search/cite';
import { shippedEvidence } from '../support/shipped';

const numbers = (sentence: string, options = {}) =>
  citeSentence(shippedEvidence().index, sentence, { limit: 5, ...options }).map(
    ({ number }) => number,
  );

describe('citeSentence', () => {
  for (const [sentence, number] of [
    [
      'In refractory lupus, cord-derived cells helped, yet one patient in six had relapsed after a year',
      63,
    ],
    ['The joints of horses reacted to a second dose of donor cells', 24],
    ['Marrow-derived vesicles improved oxygenation in COVID-19', 41],
    ['Knee OA patients who received their own marrow MSCs were still well after four years', 84],
    ['BM-MSCs become bone more readily than adipose cells', 150],
    ['In infarcted rats the implanted donor cells', 25],
  ] as const) {
    it(`ranks [${number}] among the first five for "${sentence}"`, () => {
      assert.ok(numbers(sentence).includes(number), String(numbers(sentence)));
    });
  }

  it('lets what was typed decide', () => {
    assert.equal(numbers('Allogeneic MSCs can be rejected', { typed: 'nauta' })[0], 22);
  });

  it('puts a reference first that the sentence names', () => {
    assert.equal(numbers('Joswig et al. found a reaction')[0], 24);
  });

  it('ranks nothing for a sentence that says nothing', () => {
    assert.deepEqual(numbers('It is of the.'), []);
  });
});
