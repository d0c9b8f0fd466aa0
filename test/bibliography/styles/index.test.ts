import assert from 'node:assert/strict';
import type { Reference } from '../../../src/evidence/types';
import { formatReference, STYLE_IDS } from '../../../src/bibliography/styles/index';

const article: Reference = {
  id: 'huang2010',
  type: 'article-journal',
  title: 'Differentiation of allogeneic cells',
  author: [
    { family: 'Huang', given: 'Xi-Ping' },
    { family: 'Weisel', given: 'R. D.' },
    { family: 'Li', given: 'RK' },
  ],
  issued: { 'date-parts': [[2010, 12, 7]] },
  'container-title': 'Circulation',
  volume: 122,
  issue: 23,
  page: '2419-2429',
  DOI: '10.1161/x',
};
const many = (count: number): Reference => ({
  ...article,
  author: Array.from({ length: count }, (_, at) => ({ family: `F${at + 1}`, given: 'Ann' })),
});

describe('a reference in a style', () => {
  it('is APA', () => {
    assert.equal(
      formatReference(article, 'apa'),
      'Huang, X.-P., Weisel, R. D., & Li, R. K. (2010). Differentiation of allogeneic cells. Circulation, 122(23), 2419–2429. https://doi.org/10.1161/x',
    );
    assert.match(formatReference(many(20), 'apa') ?? '', /F19, A\., & F20, A\. \(2010\)/);
    assert.match(formatReference(many(21), 'apa') ?? '', /F19, A\., \. \. \. F21, A\. \(2010\)/);
  });

  it('is Vancouver', () => {
    assert.equal(
      formatReference(article, 'vancouver'),
      'Huang XP, Weisel RD, Li RK. Differentiation of allogeneic cells. Circulation. 2010;122(23):2419-29. doi: 10.1161/x',
    );
    assert.match(formatReference(many(7), 'vancouver') ?? '', /^F1 A, .*F6 A, et al\. Diff/);
  });

  it('is AMA', () => {
    assert.equal(
      formatReference(article, 'ama'),
      'Huang XP, Weisel RD, Li RK. Differentiation of allogeneic cells. Circulation. 2010;122(23):2419-2429. doi:10.1161/x',
    );
    assert.match(formatReference(many(6), 'ama') ?? '', /F6 A\. Diff/);
    assert.match(formatReference(many(7), 'ama') ?? '', /^F1 A, F2 A, F3 A, et al\. Diff/);
  });

  it('makes do with what there is', () => {
    const bare: Reference = { id: 'x', type: 'book', title: 'Is it?' };
    assert.equal(formatReference(bare, 'apa'), 'Is it? (n.d.).');
    assert.equal(formatReference(bare, 'vancouver'), 'Is it?');
    const group: Reference = {
      ...bare,
      author: [{ literal: 'ISCT' }, { family: 'Li', given: 'A, Jr.' }],
    };
    assert.equal(formatReference(group, 'apa'), 'ISCT, & Li, A., Jr. (n.d.). Is it?');
    assert.equal(formatReference(group, 'ama'), 'ISCT, Li A Jr. Is it?');
    for (const style of STYLE_IDS)
      assert.ok(formatReference({ id: 'x', type: 'book' }, style) !== undefined);
  });

  it('is BibTeX or CSL-JSON as well, and nothing in a style that nobody knows', () => {
    assert.match(formatReference(article, 'bibtex') ?? '', /^@article\{huang2010,/);
    assert.equal(
      (JSON.parse(formatReference(article, 'csl-json') ?? '') as Reference).DOI,
      '10.1161/x',
    );
    assert.equal(formatReference(article, 'mla'), undefined);
  });
});
