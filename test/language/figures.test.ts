import assert from 'node:assert/strict';
import { readFigures } from '../../src/language/figures';
import { tokenize } from '../../src/language/tokens';

const figures = (text: string) =>
  readFigures(tokenize(text)).map(({ value, unit, denominator }) => [
    Math.round(value * 100) / 100,
    unit,
    denominator,
  ]);

describe('readFigures', () => {
  it('reads shares, ratios and units', () => {
    assert.deepEqual(figures('16.7% relapsed'), [[16.7, '%', undefined]]);
    assert.deepEqual(figures('12 of 13 patients improved'), [[12, 'patients', 13]]);
    assert.deepEqual(figures('9/13 infusions'), [[9, 'infusions', 13]]);
  });

  it('reads doses however they are written', () => {
    for (const dose of ['5 × 10^7 cells', '50 million cells', '50,000,000 cells']) {
      assert.deepEqual(figures(dose), [[50_000_000, 'cells', undefined]], dose);
    }
  });

  it('reads words for numbers and fractions', () => {
    assert.deepEqual(figures('thirty patients'), [[30, 'patients', undefined]]);
    assert.deepEqual(figures('half of the recipients')[0]?.slice(0, 2), [50, '%']);
    assert.deepEqual(figures('three quarters responded')[0]?.slice(0, 2), [75, '%']);
  });

  it('reads times with the unit before or after', () => {
    assert.deepEqual(figures('by month 12'), [[12, 'months', undefined]]);
    assert.deepEqual(figures('over nine years'), [[9, 'years', undefined]]);
  });

  it('takes names for names', () => {
    assert.deepEqual(figures('in type 1 diabetes, Fig. 3'), []);
  });

  it('reads phases, classes and grades, Arabic or Roman', () => {
    assert.deepEqual(figures('a phase 1/2a trial'), [[1, 'phase', undefined]]);
    assert.deepEqual(figures('class IV nephritis'), [[4, 'class', undefined]]);
    assert.deepEqual(figures('grade III to IV'), [[3, 'grade', undefined]]);
  });

  it('reads years and decades', () => {
    assert.deepEqual(figures('in 1995'), [[1995, 'year', undefined]]);
    assert.deepEqual(figures('in the 1970s'), [[1970, 'decade', undefined]]);
    assert.deepEqual(figures('2000 patients'), [[2000, 'patients', undefined]]);
  });

  it('reads half a million', () => {
    assert.deepEqual(figures('half a million cells'), [[500_000, 'cells', undefined]]);
  });
});
