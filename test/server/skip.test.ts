import assert from 'node:assert/strict';
import { whySkipped } from '../../src/server/skip';

describe('manuscripts that are skipped', () => {
  it('are too large, counted in bytes', () => {
    assert.equal(whySkipped('a'.repeat(100), 100), undefined);
    assert.match(whySkipped('a'.repeat(101), 100) ?? '', /larger than 100 bytes.*maxFileSize/);
    assert.match(whySkipped('ä'.repeat(51), 100) ?? '', /larger/);
    // Four bytes each, wherever a long text is cut to be counted.
    for (const before of ['', 'a']) {
      const size = before.length + 4 * 40_000;
      assert.equal(whySkipped(before + '😀'.repeat(40_000), size), undefined);
      assert.match(whySkipped(before + '😀'.repeat(40_000), size - 1) ?? '', /larger/);
    }
  });

  it('are no text', () => {
    assert.match(whySkipped('MSCs\0', 100) ?? '', /not a text/);
  });
});
