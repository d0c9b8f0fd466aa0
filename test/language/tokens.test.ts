import assert from 'node:assert/strict';
import fc from 'fast-check';
import { tokenize } from '../../src/language/tokens';

const texts = (text: string) => tokenize(text).map((token) => token.text);

describe('tokenize', () => {
  it('parts hyphenated words and keeps abbreviations, decimals and powers whole', () => {
    assert.deepEqual(texts('UC-MSCs (16.7%) at 5 × 10^7'), [
      'UC',
      'MSCs',
      '(',
      '16.7',
      '%',
      ')',
      'at',
      '5',
      '×',
      '10^7',
    ]);
    assert.deepEqual(texts('given i.v. in PaO2/FiO2'), ['given', 'iv', 'in', 'PaO2', 'FiO2']);
  });

  it('sees the negation in a contraction', () => {
    assert.deepEqual(
      texts("cells don't and can't"),
      ['cells', 'do', "n't", 'and', 'ca', "n't"].map((t) => (t === 'ca' ? 'can' : t)),
    );
  });

  it('knows an abbreviation from a word', () => {
    const [at, tissue] = tokenize('AT at');
    assert.equal(at?.isAbbreviation, true);
    assert.equal(tissue?.isAbbreviation, false);
  });

  it('keeps a range apart', () => {
    assert.deepEqual(texts('4-6 days'), ['4', '-', '6', 'days']);
  });

  it('places every token inside the text, in order, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        let end = 0;
        for (const token of tokenize(text)) {
          assert.ok(token.start >= end && token.end > token.start && token.end <= text.length);
          end = token.end;
        }
      }),
    );
  });
});
