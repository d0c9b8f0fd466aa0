import fc from 'fast-check';
import { sentence } from './prose';
import { anyText, lineEnds, oddities } from './unicode';

/** One edit by shares of the text's length, so that it fits whatever text it meets. */
export interface AnyEdit {
  readonly from: number;
  readonly length: number;
  readonly text: string;
}

/** What a writer does: a letter, a word, a sentence, a line end, a mark of the format, a passage taken out. */
export const anyEdit: fc.Arbitrary<AnyEdit> = fc.record({
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(
    { weight: 4, arbitrary: fc.constant(0) },
    { weight: 2, arbitrary: fc.nat(4) },
    { weight: 1, arbitrary: fc.nat(80) },
  ),
  text: fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom('', 'a', ' ', '.', ' not', '@', '[', '{', '\\', '*', '#'),
    },
    { weight: 2, arbitrary: sentence },
    { weight: 2, arbitrary: fc.constantFrom(...lineEnds) },
    {
      weight: 2,
      arbitrary: fc.constantFrom('\n\n', '\n- ', '\n> ', '\n```\n', '<!-- ', ' -->', '$$'),
    },
    { weight: 1, arbitrary: fc.constantFrom(...oddities) },
    { weight: 1, arbitrary: anyText },
  ),
});

/** The place of an edit in a text, in UTF-16 code units. */
export function placeOf({ from, length }: AnyEdit, text: string): { start: number; end: number } {
  const start = Math.floor(from * text.length);
  return { start, end: Math.min(text.length, start + length) };
}
