import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CONTRAST_BUCKETS, type Contrast } from '../../src/checks/contrast';
import { FeatureSet } from '../../src/checks/features';
import { partsOf, wordingOf } from '../../src/checks/wording';
import { readStatement } from '../../src/language/read';
import { shippedEvidence } from '../support/shipped';

const { vocabulary, partReader, profiles, contrasts } = shippedEvidence();
const set = new FeatureSet(CONTRAST_BUCKETS);
const CLAIM = 'bm-msc-more-osteogenic-than-at-msc';

function contrast(text: string): Contrast & { readonly buckets: readonly number[] } {
  const profile = profiles.find(({ claim }) => claim.id === CLAIM);
  assert.ok(profile);
  const wording = wordingOf(readStatement(text, vocabulary));
  const found = contrasts(partsOf(wording, profile, partReader), profile.known, set);
  return { ...found, buckets: set.all().buckets };
}

describe('contrasts', () => {
  it('finds a known sentence to be like itself', () => {
    const profile = profiles.find(({ claim }) => claim.id === CLAIM);
    assert.ok(profile);
    const { right, wrong } = contrast(profile.claim.statement);
    assert.ok(right > 0.99, `likeness ${right}`);
    assert.ok(right > wrong);
  });

  it('sees the one word by which twins differ', () => {
    const text = 'BM-MSCs form bone more readily than AT-MSCs.';
    const plain = new Set(contrast(text).buckets);
    const turned = contrast('BM-MSCs form bone hardly more readily than AT-MSCs.').buckets;
    assert.ok(turned.some((bucket) => !plain.has(bucket)));
  });

  it('does not remember the statement before', () => {
    const text = 'BM-MSCs form bone more readily than AT-MSCs.';
    const first = contrast(text);
    contrast('AT-MSCs store fat.');
    assert.deepEqual(contrast(text), first);
  });

  it('keeps to its ranges for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const { right, wrong, lean, buckets } = contrast(text);
        for (const share of [right, wrong, lean]) assert.ok(share >= 0 && share <= 1);
        assert.ok(buckets.every((bucket) => bucket >= 0 && bucket < CONTRAST_BUCKETS));
      }),
      { numRuns: 60 },
    );
  });
});
