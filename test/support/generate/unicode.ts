import fc from 'fast-check';

/** Characters that break what was written with plain text in mind. */
export const oddities: readonly string[] = [
  // Halves of surrogate pairs, whole pairs, and pairs joined into one picture.
  ...['\uD83D', '\uDE00', '😀', '👩‍🔬', '🇨🇳', '𝛼'],
  // Direction marks, isolates and overrides (https://www.unicode.org/reports/tr9/).
  ...['\u200E', '\u200F', '\u202A', '\u202E', '\u202C', '\u2066', '\u2067', '\u2069', '\u061C'],
  // No width, or no ink.
  ...['\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF', '\u00AD', '\u034F', '\u180E'],
  // Spaces and line ends that are not the usual ones.
  ...['\u00A0', '\u2003', '\u3000', '\u2028', '\u2029', '\u0085', '\v', '\f'],
  // Letters that change length or shape when their case changes, or that are written in pieces.
  ...['İ', 'ı', 'ß', 'ſ', 'ﬁ', 'e\u0301', 'a\u0300\u0316\u0327', 'Å', 'K', '\u0345'],
  // What readers put in the place of something else, and what editors never show.
  ...['⟦cite⟧', '⟦', '⟧', '\uE000', '\uE001', '\uFFFD', '\uFFFE', '\uFFFF', '\0', '\u001B[31m'],
];

export const lineEnds: readonly string[] = ['\n', '\r\n', '\r', '\n\n', '\r\n\r\n', '\r\r', '\n\r'];

/** Any text: odd characters, code points of all planes, halves of pairs, mixed line ends. */
export const anyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...oddities) },
      { weight: 2, arbitrary: fc.constantFrom(...lineEnds) },
      { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
      { weight: 1, arbitrary: fc.integer({ min: 0xd800, max: 0xdfff }).map(String.fromCharCode) },
      { weight: 3, arbitrary: fc.constantFrom('MSCs ', 'cells', '. ', ' (', ') ', '"', '12 %') },
    ),
    { maxLength: 20 },
  )
  .map((parts) => parts.join(''));
