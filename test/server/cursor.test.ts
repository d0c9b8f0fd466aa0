import assert from 'node:assert/strict';
import { readerFor } from '../../src/manuscript/formats';
import { citationAt } from '../../src/server/cursor';

const markdown = readerFor({ languageId: 'markdown' });

/** The citation at the `|` of a text. */
function at(marked: string) {
  const offset = marked.indexOf('|');
  return citationAt(marked.replace('|', ''), offset, markdown);
}

describe('the citation at the cursor', () => {
  it('is what stands behind the @', () => {
    assert.deepEqual(at('MSCs help in lupus [@su|].'), {
      typed: 'su',
      start: 21,
      end: 23,
      sentence: 'MSCs help in lupus.',
    });
    assert.equal(at('MSCs help in lupus [@|')?.sentence, 'MSCs help in lupus');
    assert.equal(at('As @hu|ang2010 showed, MSCs help.')?.typed, 'hu');
  });

  it('reaches to the end of the key behind the cursor', () => {
    const found = at('MSCs help [@hu|ang2010, p. 3].');
    assert.deepEqual([found?.typed, found?.end], ['hu', 21]);
  });

  it('belongs to the sentence before its full stop', () => {
    assert.equal(
      at('One thing. MSCs help in lupus. [@|] Another thing.')?.sentence,
      'MSCs help in lupus.',
    );
    assert.equal(at('MSCs help [see @a; @|].')?.sentence, 'MSCs help.');
  });

  it('has no sentence where none has begun', () => {
    assert.equal(at('[@|]')?.sentence, '');
  });

  it('is none in code, math, addresses and e-mail', () => {
    for (const text of [
      '`a @|`',
      '```r\nx @|\n```',
      'Write to me@|',
      'Write to jane@ex|ample.org',
      '$a @|$',
      '[x](https://example.org/@|)',
      'Escaped \\@|',
      'No key here|',
    ]) {
      assert.equal(at(text), undefined, text);
    }
  });

  it('is taken for one after any @ where the format is not known', () => {
    assert.equal(citationAt('text @sm', 8, undefined)?.typed, 'sm');
    assert.equal(citationAt('a@b', 3, undefined), undefined);
  });
});
