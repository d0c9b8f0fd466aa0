import assert from 'node:assert/strict';
import { bareDoi, barePmid, pmidInNote } from '../../src/bibliography/identifiers';

describe('bareDoi', () => {
  it('takes the DOI out of the ways people write it', () => {
    const written = [
      '10.1161/ABC.110',
      'doi:10.1161/ABC.110',
      'DOI: 10.1161/ABC.110',
      'https://doi.org/10.1161/ABC.110',
      'http://dx.doi.org/10.1161/ABC.110 ',
      'https://doi.org/10.1161%2FABC.110'.replace('%2F', '/'),
    ];
    for (const doi of written) assert.equal(bareDoi(doi), '10.1161/ABC.110', doi);
  });

  it('decodes an address, but not a bare DOI', () => {
    assert.equal(bareDoi('https://doi.org/10.1002/a%3Cb'), '10.1002/a<b');
    assert.equal(bareDoi('10.1002/a%3Cb'), '10.1002/a%3Cb');
  });

  it('makes no DOI of what is none', () => {
    for (const text of ['', 'n/a', 'https://example.org/10.1161/x', '10.1/x', '10.1161/']) {
      assert.equal(bareDoi(text), undefined, text);
    }
  });
});

describe('PubMed ids', () => {
  it('are digits, alone or after their name', () => {
    assert.equal(barePmid('21041693'), '21041693');
    assert.equal(barePmid('PMID: 21041693'), '21041693');
    assert.equal(barePmid('PMC3021'), undefined);
  });

  it('are found in notes', () => {
    assert.equal(pmidInNote('Publisher: X\nPMID: 21041693\nPMCID: PMC1'), '21041693');
    assert.equal(pmidInNote('PMCID: PMC1'), undefined);
  });
});
