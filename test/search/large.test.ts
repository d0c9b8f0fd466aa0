import assert from 'node:assert/strict';
import { searchTerms, searchTyped } from '../../src/search/large';
import { EXACT, numberKey } from '../../src/search/index';
import { tellingTerms } from '../../src/search/query';
import { searchEvidence } from '../../src/search/search';
import { shippedEvidence } from '../support/shipped';

const SENTENCES = [
  'Donor cells can be rejected after repeated dosing.',
  'Hypoxia slowed the growth of adipose-derived cells.',
  'In refractory lupus, cord-derived cells improved renal function.',
];
const BOOSTS = { title: 1, said: 1, concepts: 1.2, authors: 0.5, details: 0.3 };

describe('searching in a large collection', () => {
  it('finds for a sentence what MiniSearch finds, in its order', () => {
    const { index } = shippedEvidence();
    for (const sentence of SENTENCES) {
      const terms = tellingTerms(sentence, index);
      const queries = terms.map(({ term }) => ({ ...EXACT, queries: [term] }));
      const slow = index.mini
        .search(
          { combineWith: 'OR', queries },
          {
            filter: (hit) => hit.kind === 'reference',
            boost: BOOSTS,
            fields: Object.keys(BOOSTS),
          },
        )
        .slice(0, 10);
      const quick = searchTerms(index, terms, BOOSTS, 'reference', 10);
      assert.deepEqual(
        quick.map(([id]) => id),
        slow.map(({ id }) => id as string),
        sentence,
      );
      quick.forEach(([, score], i) => {
        assert.ok(Math.abs(score - (slow[i]?.score ?? 0)) < 1e-3 * score, `${sentence} ${i}`);
      });
    }
  });

  it('puts first, for what is typed, what the search puts first', () => {
    const { index } = shippedEvidence();
    for (const query of ['huang 2010', 'immune rejection of donor cells', 'hypoxia', 'bone marow'])
      assert.equal(
        searchTyped(index, query, () => true, 3)[0]?.[0]
          .split('/')
          .at(-1),
        searchEvidence(index, query, { limit: 1 })[0]?.id,
        query,
      );
  });

  it('leaves out what is not wanted, and gives no more than asked for', () => {
    const { index } = shippedEvidence();
    const claims = searchTyped(index, 'rejection', ({ kind }) => kind === 'claim', 2);
    assert.equal(claims.length, 2);
    assert.ok(claims.every(([id]) => id.includes('/claim/')));
  });

  it("finds a reference by the review's number", () => {
    const { index } = shippedEvidence();
    for (const document of index.documents.values())
      if (document.kind === 'reference' && document.number !== undefined)
        assert.equal(index.numbered.get(numberKey(document.pack, document.number)), document.id);
  });
});
