import assert from 'node:assert/strict';
import { compilePack, createEvidence } from '../../../src/checks/evidence';
import type { Pack } from '../../../src/evidence/types';
import { answerEvidence } from '../../../src/server/evidence/answer';
import { clip } from '../../../src/server/evidence/cards';
import type { EvidenceParams } from '../../../src/server/protocol';
import { shippedEvidence, shippedPack, trainedWording } from '../../support/shipped';

const ask = (params: Partial<EvidenceParams>, evidence = shippedEvidence()) =>
  answerEvidence(evidence, { query: '', chosen: {}, offset: 0, limit: 5, ...params });

describe('answerEvidence', () => {
  it('gives a reference with what it is, where it is, and what it carries', () => {
    const [card] = ask({ query: 'huang 2010' }).cards;
    assert.ok(card?.kind === 'reference');
    assert.equal(card.number, 25);
    assert.equal(card.journal, 'Circulation');
    assert.match(card.source?.text ?? '', /Huang et al\. 2010/);
    assert.match(card.url ?? '', /^https:\/\/doi\.org\/10\./);
    assert.equal(card.citation, '[@huang2010differentiation]');
    assert.ok(card.claims.length > 0);
  });

  it('gives a claim with its certainty, direction, caveat and references', () => {
    const { cards } = ask({ query: 'belief immune-privileged', chosen: { kind: ['claim'] } });
    const [card] = cards;
    assert.ok(card?.kind === 'claim');
    assert.equal(card.certainty, 'contested');
    assert.equal(card.direction, 'present');
    assert.ok(card.caveat);
    assert.ok(card.references.some(({ number, label }) => number === 22 && /Nauta/.test(label)));
    assert.ok(card.highlights.length > 0);
  });

  it('names an author further down the list who was looked for', () => {
    const { cards } = ask({ query: 'huang', limit: 40, chosen: { kind: ['reference'] } });
    const sources = cards.map((card) => (card.kind === 'reference' ? card.source?.text : ''));
    assert.ok(
      sources.every((source) => /Huang/.test(source ?? '')),
      sources.join(' | '),
    );
  });

  it('takes from a choice what does not exist, and what a wider value includes', () => {
    const { chosen } = ask({
      chosen: {
        disease: ['heart-disease', 'cardiomyopathy', 'nonsense'],
        cited: ['cited'],
        kind: 'claim' as unknown as string[],
      },
    });
    assert.deepEqual(chosen, { disease: ['heart-disease'] });
  });

  it('counts in each facet, certainties surest first, what is not stated last', () => {
    const { facets } = ask({});
    const values = (name: string) =>
      facets.find(({ facet }) => facet === name)?.values.map(({ id }) => id) ?? [];
    assert.equal(values('certainty')[0], 'established');
    assert.equal(values('disease').at(-1), 'not-stated');
    assert.ok(!facets.some(({ facet }) => facet === 'cited'), 'there is no manuscript');
  });

  it('says so where no evidence is loaded', () => {
    const { state, total } = ask({}, createEvidence([], trainedWording()));
    assert.equal(state, 'no-pack');
    assert.equal(total, 0);
  });

  it('shows hostile text as plain, clipped text', () => {
    const { pack } = shippedPack();
    assert.ok(pack);
    const [first, ...rest] = pack.references;
    assert.ok(first);
    const title = `\u202eevil <script>alert(1)</script> ${'long '.repeat(2000)}`;
    const hostile: Pack = { ...pack, references: [{ ...first, title }, ...rest] };
    const evidence = createEvidence([compilePack(hostile)], trainedWording());
    const [card] = ask({ query: 'evil script' }, evidence).cards;
    assert.ok(card);
    assert.ok(card.text.length <= 600);
    assert.ok(!card.text.includes('\u202e'));
    assert.ok(card.text.includes('<script>'), 'text, not markup: the page escapes it');
  }).timeout(120_000);
});

describe('clip', () => {
  it('cuts at a whole character', () => {
    assert.equal(clip('short', 10), 'short');
    assert.equal(clip('0123456789abc', 10), '012345678…');
    assert.equal(clip(`01234567😀xyz`, 10), '01234567…');
  });
});
