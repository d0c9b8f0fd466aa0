import assert from 'node:assert/strict';
import { quotedSpans } from '../../src/manuscript/quotes';

describe('quotedSpans', () => {
  const cases: readonly (readonly [string, string[]])[] = [
    ['He said “cells died” and “left”.', ['cells died', 'left']],
    ['He said "cells died." Then ("so") left.', ['cells died.', 'so']],
    ['«Oui», he said.', ['Oui']],
    ['A 5" needle and a 6" one.', []],
    ['An opening “ mark only.', []],
    ['A closing ” mark only, and "one.', []],
    ['An open “one, then “closed”.', ['closed']],
    ['“” and ""', []],
    ['“He said "so" there”', ['so']],
  ];
  for (const [text, expected] of cases) {
    it(`finds ${JSON.stringify(expected)} in ${text}`, () => {
      assert.deepEqual(
        quotedSpans(text).map(({ start, end }) => text.slice(start, end)),
        expected,
      );
    });
  }
});
