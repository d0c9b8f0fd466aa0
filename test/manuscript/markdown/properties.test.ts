import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readMarkdown } from '../../../src/manuscript/markdown';
import { assertPlaced } from '../places';

const fragment = fc.constantFrom(
  ...[
    'Cells died.',
    'The end',
    ' ',
    '  ',
    '- item',
    '1. one',
    '> quote',
    '\n```\n',
    '    code',
    '# H',
    '---',
    '\t',
  ],
  ...[
    '<!-- c -->',
    '<b>',
    '</b>',
    '<sup>',
    '</sup>',
    '$$',
    '$x$',
    '$',
    '$5',
    '[^1]',
    '[a]: http://x',
    '[t][a]',
  ],
  ...[
    '| a | b |\n|---|---|\n| c | d |',
    '::: {#refs}',
    ':::',
    '*',
    '**',
    '_',
    '~~',
    '~',
    '^',
    '`',
    '![',
    '](u)',
    '[',
  ],
  ...[
    '@a',
    '@_b_',
    '@{x y}',
    '@{http://a_b_c}',
    '[@a; @b, p. 3]',
    '-@c',
    '[-@c]',
    '@fig:x',
    '{.x}',
    '{#fig:a}',
  ],
  ...[
    '&amp;',
    '&lt;',
    '&#65;',
    '&nvlt;',
    '&fjlig;',
    '&',
    '\\',
    '\\*',
    '\\@',
    '“',
    '”',
    '"',
    '(',
    ')',
    '^[note',
  ],
  ...[
    'e.g.',
    'et al.',
    'Fig. 1',
    '?',
    '!',
    '…',
    'é',
    'Ünder',
    '⟦cite⟧',
    '\u00A0',
    '😀',
    '\uD83D',
    '\uFEFF',
    '\0',
  ],
  ...['\u200B', '\uE000', '\uE001', '\r', '\r\n', '\n', '\n\n', '\n\n'],
);
const document = fc.oneof(
  { weight: 5, arbitrary: fc.array(fragment, { maxLength: 25 }).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
);

describe('Markdown, whatever it is given', () => {
  it('places all that it reads', () => {
    fc.assert(
      fc.property(document, (source) => {
        const read = readMarkdown(source);
        assertPlaced(read, source, (text, offset) => text[offset] === '&');
        for (const { span } of read.blocks.flatMap((block) => block.statements))
          assert.doesNotMatch(source.slice(span.start, span.end), /^\s|\s$/);
      }),
      { numRuns: 1000 },
    );
  });

  it('takes time in proportion to the length', () => {
    for (const part of [
      '*a ',
      '[',
      'a] ',
      '[@a ',
      '[a](',
      '>',
      '- ',
      '(',
      '@{',
      '![a',
      '<!-- ',
      '^[a',
      '"x. ',
      '\\',
    ]) {
      const text = Array.from(
        { length: 40_000 / part.length },
        (_, i) => part + (i % 40 ? '' : `w${i} `),
      ).join('');
      const started = performance.now();
      readMarkdown(text);
      assert.ok(performance.now() - started < 15_000, part);
    }
  }).timeout(60_000);
});
