import assert from 'node:assert/strict';
import { FeatureScore, FeatureSet } from '../../src/checks/features';

const SIZE = 1 << 10;
const HASHES = [1, 2, 3, 2, 1].map((n) => n * 7919);

describe('features', () => {
  it('are kept once each, and forgotten when others begin', () => {
    const set = new FeatureSet(SIZE);
    set.begin();
    for (const hash of HASHES) set.add(hash, hash % 2);
    const { buckets, groups } = set.all();
    assert.equal(buckets.length, 3);
    assert.equal(groups.length, 3);
    set.begin();
    assert.deepEqual(set.all(), { buckets: [], groups: [] });
  });

  it('weigh what their buckets weigh, as a whole and by group', () => {
    const set = new FeatureSet(SIZE);
    const weights = Int8Array.from({ length: SIZE }, (_, i) => (i % 7) - 3);
    const score = new FeatureScore(SIZE, { bias: 0.5, scale: 0.25, weights }, 2);
    for (const sink of [set, score]) {
      sink.begin();
      HASHES.forEach((hash, i) => {
        sink.add(hash, i % 2);
      });
    }
    const expected = [0.5, 0, 0];
    const { buckets, groups } = set.all();
    buckets.forEach((bucket, i) => {
      const weight = (weights[bucket] ?? 0) * 0.25;
      expected[0] = (expected[0] ?? 0) + weight;
      const group = (groups[i] ?? 0) + 1;
      expected[group] = (expected[group] ?? 0) + weight;
    });
    assert.deepEqual(score.logOdds(), expected);
  });
});
