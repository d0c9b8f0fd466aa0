import assert from 'node:assert/strict';
import fc from 'fast-check';
import { FeatureSet } from '../../src/checks/features';
import {
  partsOf,
  WORDING_BUCKETS,
  WORDING_GROUPS,
  wordingFeatures,
  wordingOf,
  type Wording,
} from '../../src/checks/wording';
import type { ClaimProfile } from '../../src/checks/profile';
import { readStatement } from '../../src/language/read';
import { shippedEvidence } from '../support/shipped';

const { vocabulary, partReader, profiles } = shippedEvidence();
const set = new FeatureSet(WORDING_BUCKETS);

function features(text: string, claim: string): readonly number[] {
  const profile = profiles.find((one) => one.claim.id === claim);
  assert.ok(profile, claim);
  return bucketsOf(wordingOf(readStatement(text, vocabulary)), profile);
}

function bucketsOf(wording: Wording, profile: ClaimProfile): readonly number[] {
  const parts = partsOf(wording, profile, partReader);
  wordingFeatures(parts, profile, true, set);
  const { buckets, groups } = set.all();
  assert.equal(groups.length, buckets.length);
  assert.ok(groups.every((group) => group < WORDING_GROUPS.length));
  return buckets;
}

const OSTEOGENIC = 'bm-msc-more-osteogenic-than-at-msc';
const ADIPOGENIC = 'bm-msc-less-adipogenic-than-at-msc';

describe('wordingFeatures', () => {
  it('sees the parts that things play in the claim, not their names', () => {
    // Each is its own claim with the sides in the same places, so the parts are the same.
    const a = new Set(features('BM-MSCs were better than AT-MSCs.', OSTEOGENIC));
    const b = new Set(features('AT-MSCs were better than BM-MSCs.', OSTEOGENIC));
    const shared = [...a].filter((feature) => b.has(feature)).length;
    assert.ok(shared < a.size, 'exchanging the sides must show');
  });

  it('is another for another direction of the claim', () => {
    const text = 'BM-MSCs were better than AT-MSCs.';
    assert.notDeepEqual(features(text, OSTEOGENIC), features(text, ADIPOGENIC));
  });

  it('gives distinct buckets for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const found = features(text, OSTEOGENIC);
        assert.equal(new Set(found).size, found.length);
        assert.ok(found.every((bucket) => bucket >= 0 && bucket < WORDING_BUCKETS));
      }),
      { numRuns: 100 },
    );
  });
});
