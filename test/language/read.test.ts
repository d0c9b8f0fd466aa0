import assert from 'node:assert/strict';
import fc from 'fast-check';
import { NO_CONTEXT, readStatement } from '../../src/language/read';
import { DOWN, SAME, UP } from '../../src/language/types';
import { shippedEvidence } from '../support/shipped';

function signs(text: string, outcome: string): number[] {
  return readStatement(text, shippedEvidence().vocabulary)
    .assertions.filter((assertion) => assertion.outcome === outcome)
    .map(({ sign }) => sign);
}

describe('readStatement', () => {
  for (const [text, outcome, sign] of [
    ['MSCs are immune-privileged.', 'immunogenicity', DOWN],
    ['MSCs are not immune-privileged.', 'immunogenicity', UP],
    ['Donor MSCs can be rejected.', 'immunogenicity', UP],
    ['Donor MSCs never provoke an immune response.', 'immunogenicity', DOWN],
    ['The cells improved LVEF.', 'lvef', UP],
    ['LVEF was higher after treatment.', 'lvef', UP],
    ['A decline in LVEF was seen.', 'lvef', DOWN],
    ['Treatment prevented the decline in LVEF.', 'lvef', UP],
    ['LVEF did not differ between the arms.', 'lvef', SAME],
    ['LVEF did not improve.', 'lvef', DOWN | SAME],
    ['Gains in LVEF were smaller with donor cells.', 'lvef', DOWN],
    ['The improvement in LVEF was greater with donor cells.', 'lvef', UP],
    ['The injections relieved pain.', 'pain', DOWN],
    ['Senescence was increased.', 'senescence', UP],
  ] as const) {
    it(`reads "${text}"`, () => assert.deepEqual(signs(text, outcome)[0], sign));
  }

  it('tells a belief that is reported from what the writer says', () => {
    const { assertions } = readStatement(
      'Although MSCs were long thought to be immune-privileged, allogeneic cells can be rejected.',
      shippedEvidence().vocabulary,
    );
    assert.deepEqual(
      assertions
        .filter(({ outcome }) => outcome === 'immunogenicity')
        .map(({ voice, sign }) => [voice, sign]),
      [
        ['reported', DOWN],
        ['writer', UP],
      ],
    );
  });

  for (const [text, voice] of [
    ['Are MSCs immune-privileged?', 'question'],
    ['We randomised 48 patients to MSCs or saline.', 'own-methods'],
    ['The aim of this study was to compare allogeneic with autologous MSCs.', 'aim'],
  ] as const) {
    it(`hears the voice of "${text}"`, () => {
      assert.equal(readStatement(text, shippedEvidence().vocabulary).voice, voice);
    });
  }

  it('knows who is compared with whom', () => {
    const { assertions } = readStatement(
      'Allogeneic cells outperformed autologous cells on ejection fraction.',
      shippedEvidence().vocabulary,
    );
    const found = assertions.find(({ outcome }) => outcome === 'lvef');
    assert.ok(found);
    assert.ok(found.subject.has('allogeneic'));
    assert.ok(found.comparator.has('autologous'));
  });

  it('carries the subject over from the sentence before', () => {
    const context = { entities: new Set(['allogeneic', 'msc']) };
    const { assertions } = readStatement(
      'They can be rejected.',
      shippedEvidence().vocabulary,
      context,
    );
    assert.ok(assertions[0]?.subject.has('allogeneic'));
  });

  it('takes a sentence in quotation marks for a quotation', () => {
    const text = '“MSCs are immune-privileged”.';
    const { assertions } = readStatement(text, shippedEvidence().vocabulary, NO_CONTEXT, [
      { start: 0, end: text.length },
    ]);
    assert.deepEqual(
      assertions.map(({ voice }) => voice),
      ['quotation'],
    );
  });

  it('answers for any text, inside it, and in time that grows with it', () => {
    const words = [
      'MSCs',
      'not',
      'allogeneic',
      'than',
      'never',
      'increased',
      'LVEF',
      ',',
      'but',
      '50%',
      '⟦cite⟧',
      '“',
      '(',
      'reduced',
    ];
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...words), fc.string()), { maxLength: 60 }),
        (parts) => {
          const { tokens, assertions } = readStatement(
            parts.join(' '),
            shippedEvidence().vocabulary,
          );
          for (const { first, last } of assertions)
            assert.ok(first >= 0 && last < tokens.length && first <= last);
        },
      ),
    );
  });
});
