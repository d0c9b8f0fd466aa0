import assert from 'node:assert/strict';
import { doiPlaces } from '../../src/bibliography/doi-places';

const found = (text: string) =>
  doiPlaces(text, 10).map(({ start, end, doi }) => [text.slice(start, end), doi]);

describe('places of DOIs', () => {
  it('are found in a field and in prose, without what the sentence puts behind them', () => {
    assert.deepEqual(found('  doi = {10.1161/circ.110.95},'), [
      ['10.1161/circ.110.95', '10.1161/circ.110.95'],
    ]);
    assert.deepEqual(found('See (doi:10.1000/a(b)c). And DOI: 10.1000/x.'), [
      ['doi:10.1000/a(b)c', '10.1000/a(b)c'],
      ['DOI: 10.1000/x', '10.1000/x'],
    ]);
  });

  it('are read as LaTeX writes them', () => {
    assert.deepEqual(found('\\doi{10.1007/978-3\\_5}'), [['10.1007/978-3\\_5', '10.1007/978-3_5']]);
  });

  it('are left to the editor in an address, and are no other numbers', () => {
    assert.deepEqual(found('https://doi.org/10.1000/x and doi.org/10.1000/y'), []);
    assert.deepEqual(found('a dose of 10.5/kg, 110.1234/5 and 10.1000/'), []);
  });

  it('are no more than wanted', () => {
    assert.equal(doiPlaces('10.1000/a 10.1000/b 10.1000/c', 2).length, 2);
  });
});
