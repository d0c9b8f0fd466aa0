import assert from 'node:assert/strict';
import { mendTyped } from '../../src/search/mend';
import { shippedEvidence } from '../support/shipped';

const mend = (...words: string[]) => mendTyped(words, shippedEvidence().index);

describe('mendTyped', () => {
  it('puts swapped letters back where that gives a word of the evidence', () => {
    assert.deepEqual(mend('hunag'), ['huang']);
    assert.deepEqual(mend('osteoarthrtiis'), ['osteoarthritis']);
  });

  it('takes two figures after a word for a year, in the right century', () => {
    assert.deepEqual(mend('caplan', '91'), ['caplan', '1991', '91']);
    assert.deepEqual(mend('huang', '10'), ['huang', '2010', '10']);
  });

  it('leaves alone what is a word already, what is nothing, and figures that begin', () => {
    assert.deepEqual(mend('marrow', 'qwzyx', 'of'), ['marrow', 'qwzyx', 'of']);
    assert.deepEqual(mend('91', 'caplan'), ['91', 'caplan']);
    assert.deepEqual(mend('caplan', '77'), ['caplan', '77']);
  });
});
