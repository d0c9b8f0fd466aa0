import assert from 'node:assert/strict';
import { lemma } from '../../src/language/words';

describe('lemma', () => {
  for (const [a, b] of [
    ['tumours', 'tumor'],
    ['haematopoietic', 'hematopoietic'],
    ['randomised', 'randomized'],
    ['leukaemia', 'leukemia'],
    ['ischaemic', 'ischemic'],
    ['mice', 'mouse'],
    ['rejected', 'reject'],
    ['rapidly', 'rapid'],
    ['fell', 'fall'],
    ['therapies', 'therapy'],
  ] as const) {
    it(`takes ${a} and ${b} for the same`, () => assert.equal(lemma(a), lemma(b)));
  }

  for (const [a, b] of [
    ['system', 'systemic'],
    ['tolerable', 'tolerability'],
    ['adipose', 'adiposity'],
    ['immunogenic', 'immunogenicity'],
  ] as const) {
    it(`keeps ${a} and ${b} apart`, () => assert.notEqual(lemma(a), lemma(b)));
  }

  it('answers for a very long run of letters', () => {
    assert.equal(lemma('a'.repeat(100_000)).length, 40);
  });

  it('takes what every object has for a word like any other', () => {
    for (const word of ['constructor', '__proto__', 'toString', 'valueOf'])
      assert.equal(typeof lemma(word), 'string', word);
  });
});
