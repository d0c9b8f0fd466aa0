import assert from 'node:assert/strict';
import { searchEvidence } from '../../../src/search/search';
import type { FacetChoice, ViewFacet } from '../../../src/search/view/facet-names';
import { ViewEngine } from '../../../src/search/view/engine';
import { shippedEvidence } from '../../support/shipped';

let made: ViewEngine | undefined;
const engine = () => (made ??= new ViewEngine(shippedEvidence().packs, shippedEvidence().index));

const find = (query: string, chosen: FacetChoice = {}, limit = 5) =>
  engine().find(query === '' ? { mode: 'all' } : { mode: 'search', query }, {
    chosen,
    offset: 0,
    limit,
  });
const nameOf = (number: number) => {
  const entry = engine().catalogue.entries[number];
  return entry?.kind === 'claim' ? entry.claim.id : (entry?.reference.id ?? '');
};
const countOf = (counts: ReturnType<typeof find>['counts'], facet: ViewFacet, id: string) =>
  counts.find((one) => one.facet === facet && one.id === id)?.count ?? 0;

describe('the evidence view’s search', () => {
  for (const query of ['huang 2010', 'hunag 2010', 'imunogenicity', 'osteoarth', 'heart attack']) {
    it(`puts first what the search puts first, for "${query}"`, () => {
      const [best] = searchEvidence(shippedEvidence().index, query, { limit: 1 });
      assert.equal(nameOf(find(query).page[0] ?? -1), best?.id);
    });
  }

  it('asks for all of two words, not for either', () => {
    assert.equal(find('huang 2010').total, 1);
    assert.ok(find('huang').total > 1);
  });

  it('finds with the first letter already', () => assert.ok(find('h').total > 0));

  it('finds nothing for words that nothing resembles', () =>
    assert.equal(find('zzzzqqqq').total, 0));

  it('shows everything, claims first, where nothing was asked for', () => {
    const { total, page } = find('');
    const { claims, references } = shippedEvidence().packs[0] ?? { claims: [], references: [] };
    assert.equal(total, claims.length + references.length);
    assert.equal(nameOf(page[0] ?? -1), claims[0]?.id);
  });

  it('gives pages that join without a gap or a double', () => {
    const whole = find('bone marrow', {}, 30).page;
    const second = engine().find(
      { mode: 'search', query: 'bone marrow' },
      { chosen: {}, offset: 10, limit: 20 },
    ).page;
    assert.deepEqual(second, whole.slice(10, 30));
  });

  it('has claims that speak of a sentence’s subject, and their references', () => {
    const { page } = engine().find(
      { mode: 'sentence', sentence: 'MSCs are immune-privileged.' },
      { chosen: {}, offset: 0, limit: 10 },
    );
    const kinds = new Set(page.map((number) => engine().catalogue.entries[number]?.kind));
    assert.deepEqual([...kinds].sort(), ['claim', 'reference']);
    assert.match(page.map(nameOf).join(' '), /immun/);
  });
});

describe('the evidence view’s facets', () => {
  it('count what choosing a value leaves', () => {
    const { counts } = find('bone marrow');
    for (const [facet, id] of [
      ['certainty', 'supported'],
      ['kind', 'reference'],
      ['disease', 'osteoarthritis'],
    ] as const) {
      const count = countOf(counts, facet, id);
      assert.ok(count > 0, id);
      assert.equal(find('bone marrow', { [facet]: [id] }).total, count, id);
    }
  });

  it('are not narrowed down by their own choice, but by that of others', () => {
    const before = find('bone marrow').counts;
    const { counts } = find('bone marrow', { certainty: ['limited'] });
    assert.equal(
      countOf(counts, 'certainty', 'supported'),
      countOf(before, 'certainty', 'supported'),
    );
    assert.ok(countOf(counts, 'kind', 'claim') < countOf(before, 'kind', 'claim'));
  });

  it('take two values of one facet as either, and two facets as both', () => {
    const limited = find('', { kind: ['claim'], certainty: ['limited'] }).total;
    const contested = find('', { kind: ['claim'], certainty: ['contested'] }).total;
    const either = find('', { kind: ['claim'], certainty: ['limited', 'contested'] }).total;
    assert.equal(either, limited + contested);
  });

  it('count a narrower disease for a wider one', () => {
    const { counts } = find('', { kind: ['claim'] });
    assert.ok(
      countOf(counts, 'disease', 'heart-disease') >= countOf(counts, 'disease', 'cardiomyopathy'),
    );
    assert.ok(countOf(counts, 'disease', 'cardiomyopathy') > 0);
  });

  it('tell what the manuscript cites from what it does not', () => {
    const cited = new Uint8Array(engine().catalogue.entries.length);
    cited[3] = 1;
    const { total, counts, page } = engine().find(
      { mode: 'all' },
      { chosen: { cited: ['cited'] }, cited, offset: 0, limit: 5 },
    );
    assert.equal(total, 1);
    assert.deepEqual(page, [3]);
    assert.equal(countOf(counts, 'cited', 'not-cited'), cited.length - 1);
  });
});
