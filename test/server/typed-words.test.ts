import assert from 'node:assert/strict';
import { resemblance } from '../../src/server/typed-words';

const text = 'huang2010 huang sun 2010 immunogenicity of donor cells';

describe('words that were typed', () => {
  it('resemble with a typo, whole or half typed', () => {
    for (const typed of ['haung', 'immunogneicity', 'imunogen', 'donr', 'dnor cell', 'huangg'])
      assert.equal(resemblance(typed)(text), true, typed);
  });

  it('do not with another number, in short words, or where one of them fits nothing', () => {
    for (const typed of ['2011', 'sub', 'donor horse', 'xuang'])
      assert.equal(resemblance(typed)(text), false, typed);
  });
});
