import assert from 'node:assert/strict';
import { composeDate, readDate } from '../../src/bibliography/dates';

describe('readDate', () => {
  const cases: [text: string, parts: number[][] | undefined][] = [
    ['2010', [[2010]]],
    ['2010-05', [[2010, 5]]],
    ['2010-05-12', [[2010, 5, 12]]],
    ['2010-05-12T10:00:00Z', [[2010, 5, 12]]],
    [
      '2009-12/2010-01',
      [
        [2009, 12],
        [2010, 1],
      ],
    ],
    ['c. 2010', [[2010]]],
    ['[2010?]', [[2010]]],
    ['2010a', [[2010]]],
    ['2010-21', [[2010]]],
    ['in press', undefined],
    ['20100', undefined],
    ['', undefined],
  ];
  for (const [text, parts] of cases) {
    it(`reads ${JSON.stringify(text)}`, () => {
      assert.deepEqual(readDate(text)?.['date-parts'], parts);
    });
  }
});

describe('composeDate', () => {
  it('takes months as numbers, macros, abbreviations or words', () => {
    for (const month of ['5', '05', 'may', 'May', 'May.', '12~may']) {
      assert.deepEqual(composeDate('2010', month), { 'date-parts': [[2010, 5]] }, month);
    }
  });

  it('leaves out what is no month or day', () => {
    assert.deepEqual(composeDate('2010', 'Spring', '3'), { 'date-parts': [[2010]] });
    assert.deepEqual(composeDate('2010', '13'), { 'date-parts': [[2010]] });
    assert.deepEqual(composeDate('2010', '5', '40'), { 'date-parts': [[2010, 5]] });
  });

  it('is nothing without a year', () => {
    assert.equal(composeDate('', 'may', '1'), undefined);
  });
});
