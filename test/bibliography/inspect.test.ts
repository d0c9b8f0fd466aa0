import assert from 'node:assert/strict';
import { duplicateDois, missingFields } from '../../src/bibliography/inspect';
import { readBibliography } from '../../src/bibliography/read';

describe('remarks on a bibliography', () => {
  it('tell a paper that has two keys, by its DOI', () => {
    const bibliography = readBibliography(
      'a.bib',
      '@book{a, ids={a2}, title={A}, doi={10.1000/X}}\n@book{b, title={B}, doi={https://doi.org/10.1000/x}}\n@book{c, title={C}}',
    );
    const remarks = duplicateDois(bibliography);
    assert.deepEqual(
      remarks.map(({ entry, message }) => [entry.reference.id, message]),
      [['b', '"b" has the DOI of "a"; keep one of the two and cite that.']],
    );
  });

  it('tell what an entry lacks for its type', () => {
    const lacks = (text: string) => {
      const [entry] = readBibliography('a.bib', text).entries.values();
      return entry && missingFields(entry.reference);
    };
    assert.equal(
      lacks('@article{a, title={A}, author={A, B}}'),
      '"a" is cited, but has no year and journal or book title; add them.',
    );
    assert.equal(
      lacks('@book{a, title={A}, year=2001}'),
      '"a" is cited, but has no author; add it.',
    );
    assert.equal(lacks('@misc{a, title={A}}'), undefined);
    assert.equal(lacks('@article{a, title={A}, author={A, B}, year=2001, journal={J}}'), undefined);
  });
});
