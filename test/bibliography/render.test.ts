import assert from 'node:assert/strict';
import { authorsShort, referenceLabel, referenceLine } from '../../src/bibliography/render';
import type { CslName, Reference } from '../../src/evidence/types';

function by(...author: CslName[]): Reference {
  return { id: 'key2010', type: 'article-journal', author, issued: { 'date-parts': [[2010]] } };
}

const [huang, gao, li] = [
  { family: 'Huang', given: 'Xi-Ping' },
  { family: 'Gao', given: 'F.' },
  { family: 'Li', given: 'RK' },
];

describe('authorsShort', () => {
  it('names one or two authors and shortens more', () => {
    assert.equal(authorsShort(by(huang)), 'Huang');
    assert.equal(authorsShort(by(gao, li)), 'Gao & Li');
    assert.equal(authorsShort(by(huang, gao, li)), 'Huang et al.');
  });

  it('knows organisations and "and others"', () => {
    assert.equal(
      authorsShort(by({ literal: 'World Health Organization' })),
      'World Health Organization',
    );
    assert.equal(authorsShort(by(huang, { literal: 'others' })), 'Huang et al.');
  });

  it('is absent without authors', () => {
    assert.equal(authorsShort({ id: 'k', type: 'book' }), undefined);
    assert.equal(authorsShort(by({})), undefined);
  });
});

describe('referenceLabel', () => {
  it('is author and year, or what there is', () => {
    assert.equal(referenceLabel(by(huang, gao, li)), 'Huang et al. 2010');
    assert.equal(referenceLabel({ id: 'k', type: 'book', author: [huang] }), 'Huang');
    assert.equal(referenceLabel({ ...by(), title: 'Short title' }), 'Short title 2010');
    assert.equal(referenceLabel({ id: 'k', type: 'book' }), 'k');
  });

  it('cuts a long title at a word', () => {
    const title = 'Tumors: wounds that do not heal, and why they should';
    assert.equal(
      referenceLabel({ id: 'k', type: 'book', title }),
      'Tumors: wounds that do not heal, and why…',
    );
  });
});

describe('referenceLine', () => {
  it('gives all fields', () => {
    const reference: Reference = {
      ...by(huang, gao, li, { family: 'King', given: 'Martin Luther, Jr.' }),
      title: 'Do cells last?',
      'container-title': 'Circulation',
      volume: '122',
      issue: 23,
      page: '2419-2429',
      DOI: '10.1161/x',
    };
    assert.equal(
      referenceLine(reference),
      'Huang XP, Gao F, Li RK, King ML Jr (2010). Do cells last? Circulation 122(23):2419-2429. doi:10.1161/x',
    );
  });

  it('stops after six authors', () => {
    assert.equal(
      referenceLine(by(...Array<CslName>(7).fill(li))),
      'Li RK, Li RK, Li RK, Li RK, Li RK, Li RK, et al. (2010).',
    );
  });

  it('leaves out what is not there', () => {
    assert.equal(referenceLine({ id: 'k', type: 'book', title: 'Alone' }), 'Alone.');
    assert.equal(
      referenceLine({ ...by(huang), 'container-title': 'Cell', page: '7' }),
      'Huang XP (2010). Cell 7.',
    );
    assert.equal(referenceLine({ id: 'k', type: 'book', DOI: '10.1161/x' }), 'doi:10.1161/x');
  });
});
