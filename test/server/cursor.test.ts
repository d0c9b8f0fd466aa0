import assert from 'node:assert/strict';
import { readerFor } from '../../src/manuscript/formats';
import { citationAt } from '../../src/server/cursor';

const markdown = readerFor({ languageId: 'markdown' });

/** The citation at the `|` of a text. */
function at(marked: string, reader = markdown) {
  const offset = marked.indexOf('|');
  return citationAt(marked.replace('|', ''), offset, reader);
}

describe('the citation at the cursor', () => {
  it('is what stands behind the @', () => {
    assert.deepEqual(at('MSCs help in lupus [@su|].'), {
      typed: 'su',
      start: 21,
      end: 23,
      closing: '',
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

  it('is the key in a LaTeX command', () => {
    const latex = readerFor({ languageId: 'latex' });
    const found = at('MSCs help in lupus~\\citep[see][p.~3]{a, su|n2010}.', latex);
    assert.deepEqual([found?.typed, found?.sentence], ['su', 'MSCs help in lupus.']);
    assert.equal((found?.end ?? 0) - (found?.start ?? 0), 'sun2010'.length);
    assert.equal(at('MSCs help \\cite{|', latex)?.sentence, 'MSCs help');
    assert.equal(at('MSCs help \\cite{su|\nin lupus.', latex)?.typed, 'su');
    assert.equal(at('MSCs help \\parencites[1]{a}[2]{su|}.', latex)?.typed, 'su');
    assert.equal(at('\\newcommand{\\see}[1]{\\cite{#1}} MSCs \\see{su|}.', latex)?.typed, 'su');
    for (const text of [
      'No \\emph{su|} here.',
      '% \\cite{su|}',
      '\\begin{verbatim}\n\\cite{su|}\n\\end{verbatim}',
      'No key @su| here.',
      '\\cite{a} su|',
    ]) {
      assert.equal(at(text, latex), undefined, text);
    }
  });

  it('is the key in a MyST role, or behind an @ there too', () => {
    const myst = readerFor({ languageId: 'myst' });
    const found = at('MSCs help in lupus {cite:p}`a,su|n`.', myst);
    assert.deepEqual([found?.typed, found?.sentence], ['su', 'MSCs help in lupus.']);
    assert.equal(at('MSCs help {cite}`su|', myst)?.typed, 'su');
    assert.equal(at('MSCs help [@su|].', myst)?.typed, 'su');
    assert.equal(at('MSCs help {sub}`su|`.', myst), undefined);
  });

  it('is no cross reference of Quarto', () => {
    const quarto = readerFor({ languageId: 'quarto' });
    assert.equal(at('MSCs help [@su|].', quarto)?.typed, 'su');
    assert.equal(at('```{r}\n# @su|\n```', quarto), undefined);
  });

  it('is taken for one after any @ where the format is not known', () => {
    assert.equal(citationAt('text @sm', 8, undefined)?.typed, 'sm');
    assert.equal(citationAt('a@b', 3, undefined), undefined);
  });
});
