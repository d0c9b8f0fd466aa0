import assert from 'node:assert/strict';
import fc from 'fast-check';
import { splitSentences } from '../../src/manuscript/sentences';

/** Cases are written with ` | ` where a sentence ends. */
function check(marked: string): void {
  const expected = marked.split(' | ');
  const text = expected.join(' ');
  const found = splitSentences(text).map(({ start, end }) => text.slice(start, end));
  assert.deepEqual(found, expected);
}

const groups: Readonly<Record<string, readonly string[]>> = {
  'at full stops, question and exclamation marks': [
    'Cells died. | Others lived. | Then what? | Nothing!',
    'Is it so? | we asked.',
    'One sentence without a stop',
    'Cells lived: they grew; they spread. | The end.',
  ],
  'not at abbreviations': [
    'As Smith et al. showed, cells died.',
    'Given i.v., i.m. or s.c. injections, i.p. ones too.',
    'See Fig. 1, Figs. 2 and 3, Eq. 4, Ref. 5, No. 6 and p. 3 or pp. 3-5.',
    'See Fig. S1, Sect. IV and Eq. (3).',
    'Horses vs. donkeys, e.g. foals, i.e. MSCs, cf. Doe.',
    'About approx. 5 mg, ca. 6 mg, c. 7 mg.',
    'Dr. Smith and Prof. Doe of St. Louis.',
    'Staphylococcus spp. and Candida sp. and A. resp. B.',
    'Rosa canina var. albus grew.',
    'E. coli and S. aureus, by J. Smith and A. B. Doe.',
    'The U.S. Food and Drug Administration.',
    'A Ph.D. student.',
  ],
  'after an abbreviation only before the clear beginning of a sentence': [
    'As shown by Smith et al. | The cells died.',
    'As shown by Smith et al. MSCs died.',
    'Cells were given i.v. | However, they died.',
    'In the U.S. | This was so.',
    'By J. He and X. So.',
    'Foals, yearlings, etc. | Horses too.',
    'The answer was no. | MSCs died.',
    'Hepatitis B. | The virus.',
    'Equus caballus L. | These are horses.',
  ],
  'not in numbers, versions and addresses': [
    'It was 0.05, P < .05 and 5 × 10^7. | Then 3.2 followed.',
    'With v1.2 of the package. | It ran.',
    'See https://a.org/b.c?d=e. | It is there.',
    'Run on example.com. | It works.',
    'At 37 °C. | In vitro work followed.',
    'It raised IFN-γ. | MSCs died.',
    'It was the cells’. | MSCs died.',
  ],
  'not after a number that counts sections or items': [
    '1. Cells died.',
    'iv. Cells died.',
    'a. Cells died.',
    '2.3. Cells died.',
  ],
  'before figures, place-holders and names in lower case': [
    'Cells died. | 12 horses lived.',
    'Cells died. | ⟦cite⟧ found this.',
    'Cells died. | mRNA rose. | p53 fell. | miR-21 too. | α-SMA rose. | β-catenin fell.',
    'Cells died. | Übelkeit followed.',
  ],
  'with the marks that close it': [
    'He said “cells died.” | Then he left.',
    'He said "cells died." | Then he left.',
    '“Are they?” she asked. | Yes.',
    '(Cells died. They were old.) | Then others came.',
    'Cells died.¹² | Then others came.',
    'Cells died.12,14 | Then others came.',
  ],
  'not inside parentheses that close': [
    'Cells (they were old. They died.) were given.',
    'Cells (see Smith et al. The rest) were given.',
    'Cells [they were old. They died.] were given.',
    'Cells (they were old. | They died.',
    'It was a) old. | Then b) new.',
  ],
  'not at an ellipsis in mid-sentence': [
    'Cells ... died.',
    'Cells… MSCs died.',
    'Some died... | The rest lived.',
    'Cells . . . died.',
  ],
};

describe('splitSentences', () => {
  for (const [rule, cases] of Object.entries(groups)) {
    describe(`splits ${rule}`, () => {
      for (const marked of cases) it(marked, () => check(marked));
    });
  }

  it('ends a sentence before a citation that is the subject of the next one', () => {
    const text = 'Cells died. showed that.';
    assert.equal(splitSentences(text).length, 1);
    assert.deepEqual(splitSentences(text, new Set([11]))[1], {
      start: 12,
      end: 24,
      opensWithCitation: true,
    });
  });

  it('gives nothing for nothing', () => {
    assert.deepEqual(splitSentences(''), []);
    assert.deepEqual(splitSentences(' \n '), []);
  });

  it('leaves out nothing but white space, whatever it gets', () => {
    const part = fc.constantFrom(
      'Cells',
      'died',
      '.',
      '. ',
      '? ',
      '…',
      ' ',
      '(',
      ')',
      '[',
      '”',
      'et al.',
      'e.g.',
      '1',
      'A',
    );
    fc.assert(
      fc.property(
        fc.array(part).map((parts) => parts.join('')),
        (text) => {
          const kept = splitSentences(text).map(({ start, end }) => text.slice(start, end));
          assert.equal(kept.join('').replace(/\s/g, ''), text.replace(/\s/g, ''));
          assert.ok(kept.every((sentence) => sentence === sentence.trim() && sentence !== ''));
        },
      ),
    );
  });

  it('takes linear time', () => {
    for (const part of ['(', 'a. ', '. ', 'e.g. ', 'x', ')].', '"A. ']) {
      const started = performance.now();
      splitSentences(part.repeat(200_000 / part.length));
      assert.ok(performance.now() - started < 5000, part);
    }
  });
});
