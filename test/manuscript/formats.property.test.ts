import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readers } from '../../src/manuscript/formats';
import { LineIndex } from '../../src/manuscript/lines';
import type { ManuscriptReader } from '../../src/manuscript/types';
import { anyEdit, placeOf } from '../support/generate/edits';
import { latexDocument } from '../support/generate/latex';
import { commonMarkExamples, gfmExamples, markdownDocument } from '../support/generate/markdown';
import { anyText } from '../support/generate/unicode';
import { assertPlaced, type IsCode } from './places';

/** A letter that is printed for an entity, an escape or a command stands at that one. */
const isCode: IsCode = (source, offset) =>
  /[\\&]/.test(source.slice(Math.max(0, offset - 12), offset + 1));

const documentIn = ({ format }: ManuscriptReader) =>
  fc.oneof(
    { weight: 6, arbitrary: format === 'latex' ? latexDocument : markdownDocument },
    { weight: 1, arbitrary: format === 'latex' ? markdownDocument : latexDocument },
    { weight: 1, arbitrary: anyText },
  );

for (const reader of readers) {
  describe(`${reader.format}, with anything in it`, () => {
    it('is read without a crash, and all that is read lies where it says', () => {
      fc.assert(
        fc.property(documentIn(reader), (source) => {
          const read = reader.read(source);
          assertPlaced(read, source, isCode);
          const lines = new LineIndex(source);
          for (const { span } of read.blocks.flatMap(({ statements }) => statements)) {
            const { start, end } = lines.rangeOf(span);
            assert.ok(end.line < lines.lineCount);
            // Not in the middle of a line break, where no editor has a place.
            assert.deepEqual([lines.offsetAt(start), lines.offsetAt(end)], [span.start, span.end]);
          }
        }),
        { numRuns: 400 },
      );
    });

    it('reads an edited text as it reads a new one', () => {
      fc.assert(
        fc.property(
          documentIn(reader),
          fc.array(anyEdit, { minLength: 1, maxLength: 5 }),
          (source, edits) => {
            const cache = new Map<string, unknown>();
            let text = source;
            reader.read(text, cache);
            for (const edit of edits) {
              const { start, end } = placeOf(edit, text);
              text = text.slice(0, start) + edit.text + text.slice(end);
              assert.deepEqual(reader.read(text, cache), reader.read(text));
            }
          },
        ),
        { numRuns: 150 },
      );
    });
  });
}

describe('the examples of CommonMark and GFM', () => {
  it('are read in every Markdown format, each alone and all in one', () => {
    const all = [...commonMarkExamples, ...gfmExamples];
    assert.ok(all.length > 650, `${all.length} examples`);
    for (const reader of readers) {
      for (const source of all) assertPlaced(reader.read(source), source, isCode);
      const whole = all.join('\n\n');
      assertPlaced(reader.read(whole), whole, isCode);
    }
  });
});
