import assert from 'node:assert/strict';
import { simpleMath } from '../../../src/manuscript/latex/math';

const read = (math: string): string | undefined =>
  simpleMath(math, 0, math.length)
    ?.map(({ text }) => text)
    .join('');

describe('simpleMath', () => {
  const figures: readonly (readonly [string, string])[] = [
    ['10^{7}', '10^7'],
    ['5\\times10^{-3}', '5×10^-3'],
    ['p < 0.05', 'p < 0.05'],
    ['p\\leq0.001', 'p≤0.001'],
    ['^{+}', '+'],
    ['^\\circ', '°'],
    ['\\mathrm{PaO}_2', 'PaO2'],
    ['\\mu', 'μ'],
    ['85\\,\\%', '85 %'],
    ['\\text{CD34}^+', 'CD34+'],
    ['', ''],
  ];
  for (const [math, text] of figures) {
    it(`reads ${math} as ${text}`, () => assert.equal(read(math), text));
  }

  const formulas = [
    '\\frac{a}{b}',
    'f(x) = 2x',
    'velocity = 3',
    '\\sum_i x_i',
    'a & b',
    '{a}^{b',
    'x + '.repeat(20),
  ];
  for (const math of formulas) {
    it(`takes ${math} for a formula`, () => assert.equal(read(math), undefined));
  }

  it('says where each character is written', () => {
    const math = '10^{7}\\mu';
    const glyphs = simpleMath(math, 0, math.length) ?? [];
    assert.deepEqual(
      glyphs.map(({ start, end }) => math.slice(start, end)),
      ['1', '0', '^', '7', '\\mu'],
    );
  });
});
