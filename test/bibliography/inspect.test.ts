import assert from 'node:assert/strict';
import { duplicateDois, duplicatesOf, missingFields } from '../../src/bibliography/inspect';
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

  it('tell what an earlier bibliography has already, by key and by DOI', () => {
    const first = readBibliography(
      'file:///w/my%20refs.bib',
      '@book{a, title={A}}\n@book{b, title={B}, doi={10.1000/B}}',
    );
    const later = readBibliography(
      'later.bib',
      '@book{a, title={Other}}\n@book{mine, title={B}, doi={10.1000/b}}\n@book{c, title={C}}',
    );
    assert.deepEqual(
      duplicatesOf(later, first).map(({ message }) => message),
      [
        '"a" is in my refs.bib as well, and the entry there is used; keep one of the two.',
        '"mine" has the DOI of "b" in my refs.bib; keep one of the two and cite that.',
      ],
    );
    assert.deepEqual(duplicatesOf(first, readBibliography('x.bib', '')), []);
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
