import assert from 'node:assert/strict';
import { WordIndex } from '../../src/server/word-index';

const index = new WordIndex([
  'smith2001 smith cartilage repair',
  'zhao1999 zhao {tnf}-alpha release',
]);
const match = (word: string) => [...index.match(word, { wordStart: 2, inside: 1 })];

describe('a word index', () => {
  it('tells the beginning of a word from its inside, and finds nothing where nothing is', () => {
    assert.deepEqual(match('repa'), [2, 0]);
    assert.deepEqual(match('age'), [1, 0]);
    assert.deepEqual(match('a'), [1, 1]);
    assert.deepEqual(match('horse'), [0, 0]);
  });

  it('finds typos in words between punctuation, where all that was typed resembles', () => {
    assert.deepEqual([...index.resembling('alhpa')], [1]);
    assert.deepEqual([...index.resembling('cartilgae repiar')], [0]);
    assert.deepEqual([...index.resembling('cartilgae alpha')], []);
    assert.deepEqual([...index.resembling('')], []);
  });
});

describe('a word index of many words', () => {
  it('gives what looking at each word gives', () => {
    const texts = Array.from({ length: 300 }, (_, n) => `k${n * 7} w${n % 13}ab a${n % 5} end${n}`);
    const many = new WordIndex(texts);
    for (const wanted of ['a', 'ab', 'k7', '9', 'end29', 'w1', 'zz', '1a', 'd1']) {
      const expected = texts.map((text) =>
        Math.max(
          ...text.split(' ').map((word) => {
            const at = word.indexOf(wanted);
            return at < 0 ? 0 : at === 0 ? 2 : 1;
          }),
        ),
      );
      const found = many.match(wanted, { wordStart: 2, inside: 1 });
      assert.deepEqual([...found], expected, wanted);
    }
  });
});
