import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readMarkdown } from '../../../src/manuscript/markdown';
import type { Block, Span, Statement } from '../../../src/manuscript/types';

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

function assertWithin(inner: Span, outer: Span): void {
  assert.ok(outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end);
}

function assertPlaces(statement: Statement, source: string): void {
  const { text, offsets, span } = statement;
  assert.equal(offsets.length, text.length);
  const own = text.replace(/⟦\w+⟧/g, (holder) => ' '.repeat(holder.length));
  let last = span.start;
  offsets.forEach((offset, i) => {
    assert.ok(last <= offset && offset < span.end, `offset ${i} of ${JSON.stringify(text)}`);
    last = offset;
    const written = source[offset] ?? '';
    if (/[A-Za-z]/.test(own[i] ?? '') && written !== '&') assert.equal(written, own[i]);
  });
}

function assertBlock(block: Block, source: string): void {
  let end = block.span.start;
  for (const statement of block.statements) {
    assertWithin(statement.span, { start: end, end: block.span.end });
    assertPlaces(statement, source);
    assert.doesNotMatch(statement.text, / {2}|^\s|\s$/);
    assert.doesNotMatch(source.slice(statement.span.start, statement.span.end), /^\s|\s$/);
    for (const quote of statement.quoted)
      assertWithin(quote, { start: 0, end: statement.text.length });
    end = statement.span.end;
  }
}

describe('Markdown, whatever it is given', () => {
  it('places all that it reads', () => {
    fc.assert(
      fc.property(document, (source) => {
        const read = readMarkdown(source);
        const all = { start: 0, end: source.length };
        for (const block of read.blocks) {
          assertWithin(block.span, all);
          assertBlock(block, source);
        }
        for (const { key, span, cluster } of read.citations) {
          assert.equal(source.slice(span.start, span.end), key);
          assertWithin(span, cluster);
          assertWithin(cluster, all);
        }
        for (const statement of read.blocks.flatMap((block) => block.statements)) {
          assert.ok(statement.citations.every((citation) => read.citations.includes(citation)));
        }
        for (const { span } of read.suppressions) assertWithin(span, all);
        const starts = read.citations.map((citation) => citation.span.start);
        assert.deepEqual(
          starts,
          [...starts].sort((a, b) => a - b),
        );
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
