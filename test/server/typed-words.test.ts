import assert from 'node:assert/strict';
import { typedParts, wordTest } from '../../src/server/typed-words';

const words = ['huang2010', 'huang', 'sun', '2010', 'immunogenicity', 'of', 'donor', 'cells'];
const resembles = (typed: string) => typedParts(typed).every((part) => words.some(wordTest(part)));

describe('words that were typed', () => {
  it('resemble with a typo, whole or half typed', () => {
    for (const typed of ['haung', 'immunogneicity', 'imunogen', 'donr', 'dnor cell', 'huangg'])
      assert.equal(resembles(typed), true, typed);
  });

  it('do not with another number, in short words, or where one of them fits nothing', () => {
    for (const typed of ['2011', 'sub', 'donor horse', 'xuang'])
      assert.equal(resembles(typed), false, typed);
  });
});
