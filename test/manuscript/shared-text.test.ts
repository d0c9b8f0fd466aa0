import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sharedEnd, sharedStart } from '../../src/manuscript/shared-text';

describe('what two texts share', () => {
  it('is counted to the character, also over thousands of them', () => {
    const text = fc.integer({ min: 0, max: 10_000 }).map((length) => 'a'.repeat(length));
    const short = fc.constantFrom('', 'b', 'c', 'bc', 'ab');
    fc.assert(
      fc.property(text, short, short, text, (head, before, after, tail) => {
        const [a, b] = [head + before + tail, head + after + tail];
        const start = sharedStart(a, b);
        assert.equal(a.slice(0, start), b.slice(0, start));
        assert.ok(start === Math.min(a.length, b.length) || a[start] !== b[start]);
        const end = sharedEnd(a, b);
        assert.equal(a.slice(a.length - end), b.slice(b.length - end));
        assert.ok(end === Math.min(a.length, b.length) || a.at(-end - 1) !== b.at(-end - 1));
      }),
      { numRuns: 300 },
    );
  });
});
