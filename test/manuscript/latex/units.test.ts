import assert from 'node:assert/strict';
import { numberText, unitText } from '../../../src/manuscript/latex/units';

describe('quantities of siunitx', () => {
  const units: readonly (readonly [string, string])[] = [
    ['\\milli\\gram\\per\\kilo\\gram', 'mg/kg'],
    ['mg/kg', 'mg/kg'],
    ['\\percent', '%'],
    ['\\%', '%'],
    ['\\degreeCelsius', '°C'],
    ['\\micro\\litre', 'µL'],
    ['\\per\\square\\metre', '/m²'],
    ['\\mmHg', 'mmHg'],
    ['\\cells\\per\\kilogram', 'cells/kg'],
  ];
  for (const [unit, text] of units) {
    it(`reads the unit ${unit} as ${text}`, () => assert.equal(unitText(unit), text));
  }

  const numbers: readonly (readonly [string, string])[] = [
    ['5', '5'],
    ['5e6', '5 × 10^6'],
    ['1.5E-3', '1.5 × 10^-3'],
    ['e6', '10^6'],
    ['5 +- 1', '5 ± 1'],
    ['2 x 3', '2 × 3'],
  ];
  for (const [number, text] of numbers) {
    it(`reads the number ${number} as ${text}`, () => {
      assert.equal(numberText(number).replace(/\s+/g, ' '), text);
    });
  }
});
