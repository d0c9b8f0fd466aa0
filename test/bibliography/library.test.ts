import assert from 'node:assert/strict';
import { createLibrary } from '../../src/bibliography/library';
import { readBibliography } from '../../src/bibliography/read';
import type { Pack, Reference } from '../../src/evidence/types';

const HUANG: Reference = {
  id: 'huang2010differentiation',
  type: 'article-journal',
  title: 'Differentiation of allogeneic stem cells induces immunogenicity',
  issued: { 'date-parts': [[2010]] },
  DOI: '10.1161/CIRC.110.955971',
  PMID: '21041693',
  'citation-number': 25,
};
const GAO: Reference = {
  id: 'gao2016',
  type: 'article-journal',
  title: 'Mesenchymal stem cells and tumour immunomodulation',
  issued: { 'date-parts': [[2016]] },
};

function pack(...references: Reference[]): Pack {
  const manifest = {
    id: 'msc',
    version: '1',
    title: '',
    licence: '',
    review: HUANG,
    sections: [],
    subject: [],
  };
  return { manifest, references, concepts: [], claims: [] };
}

const library = createLibrary(
  [
    readBibliography(
      'one.bib',
      '@article{mine, title = {Mine}}\n@article{gao2016, title = {My own Gao}}',
    ),
    readBibliography(
      'two.bib',
      '@article{mine, title = {Other}}\n@article{yours, title = {Yours}}',
    ),
  ],
  [pack(HUANG, GAO)],
);

describe('createLibrary', () => {
  it('looks in the bibliographies first, in their order, then in the packs', () => {
    const mine = library.get('mine');
    assert.equal(mine?.reference.title, 'Mine');
    assert.equal(mine?.source, 'one.bib');
    assert.equal(mine?.entry?.start, 0);
    assert.equal(library.get('gao2016')?.source, 'one.bib');
    assert.deepEqual(library.get('huang2010differentiation'), { reference: HUANG, source: 'msc' });
    assert.equal(library.get('nobody'), undefined);
    assert.equal(library.get('constructor'), undefined);
  });

  it('lists each key once', () => {
    assert.deepEqual(library.keys(), ['mine', 'gao2016', 'yours', 'huang2010differentiation']);
  });
});

describe('packReference', () => {
  const find = (fields: Omit<Reference, 'type'>) =>
    library.packReference({ type: 'article-journal', ...fields })?.id;

  it('finds the paper by DOI, PubMed id or title, under whatever key', () => {
    assert.equal(find({ id: 'x', DOI: '10.1161/circ.110.955971' }), HUANG.id);
    assert.equal(find({ id: 'x', PMID: '21041693' }), HUANG.id);
    assert.equal(
      find({ id: 'x', title: 'Mesenchymal Stem-Cells and Tumor Immunomodulation.' }),
      GAO.id,
    );
    assert.equal(library.packReference(GAO), GAO);
  });

  it('finds it by key alone where nothing speaks against it', () => {
    assert.equal(find({ id: 'gao2016' }), GAO.id);
    assert.equal(find({ id: 'gao2016', title: 'Mesenchymal stem cells' }), GAO.id);
  });

  it('does not take another paper with the same key for it', () => {
    assert.equal(find({ id: 'gao2016', title: 'Something else altogether' }), undefined);
    assert.equal(find({ id: HUANG.id, DOI: '10.1000/other' }), undefined);
    assert.equal(find({ id: 'gao2016', issued: { 'date-parts': [[1999]] } }), undefined);
  });

  it('takes a title for the same only in about the same year', () => {
    const { title } = GAO;
    assert.ok(title);
    assert.equal(find({ id: 'x', title, issued: { 'date-parts': [[2015]] } }), GAO.id);
    assert.equal(find({ id: 'x', title, issued: { 'date-parts': [[2005]] } }), undefined);
  });

  it('knows no paper that is in no pack', () => {
    assert.equal(find({ id: 'x', title: 'Unknown' }), undefined);
    assert.equal(find({ id: 'x' }), undefined);
  });
});
