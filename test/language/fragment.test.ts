import assert from 'node:assert/strict';
import { isFragment } from '../../src/language/fragment';
import { readStatement } from '../../src/language/read';
import { shippedEvidence } from '../support/shipped';

const read = (text: string) => readStatement(text, shippedEvidence().vocabulary);

describe('isFragment', () => {
  it('knows a label from a sentence', () => {
    for (const label of [
      'Type 2 diabetes',
      'Safety.',
      'Umbilical cord',
      'Heterogeneity in culture.',
    ])
      assert.ok(isFragment(read(label)), label);
    for (const sentence of [
      'MSCs are immune-privileged.',
      'Donor MSCs never provoke an immune response.',
    ])
      assert.ok(!isFragment(read(sentence)), sentence);
  });

  it('takes most cells of a table for labels', () => {
    const cell = read('No added risk of rejection');
    assert.ok(isFragment(cell, true));
    assert.ok(!isFragment(cell));
  });
});
