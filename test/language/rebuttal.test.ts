import assert from 'node:assert/strict';
import { isRebuttal } from '../../src/language/rebuttal';
import { readStatement } from '../../src/language/read';
import { shippedEvidence } from '../support/shipped';

const { vocabulary } = shippedEvidence();
const rebuts = (text: string) => isRebuttal(readStatement(text, vocabulary));

describe('isRebuttal', () => {
  it('knows sentences that take back the one before', () => {
    for (const text of [
      'This is a myth.',
      'That is wrong.',
      'It is not true.',
      'This view is untenable today.',
      'The figures contradict this.',
      'The trials tell otherwise.',
    ])
      assert.ok(rebuts(text), text);
  });

  it('takes nothing else for one', () => {
    for (const text of [
      'This was a phase II trial.',
      'It has been argued that the dose was too small.',
      'This is not wrong.',
      'The wrong dose was given to two patients.',
      'Cells were thawed on the day of infusion.',
    ])
      assert.ok(!rebuts(text), text);
  });
});
