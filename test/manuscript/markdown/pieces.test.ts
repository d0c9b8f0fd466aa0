import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readMarkdown } from '../../../src/manuscript/markdown';
import { readBlocks } from '../../../src/manuscript/markdown/blocks';
import type { Manuscript } from '../../../src/manuscript/types';
import { assemble } from '../../../src/manuscript/assemble';
import { pandoc } from '../../../src/manuscript/markdown/dialect';
import { cutPieces } from '../../../src/manuscript/markdown/pieces';

const pieces = (source: string): string[] =>
  cutPieces(source, 0).map(({ start, end }) => source.slice(start, end));

describe('cutPieces', () => {
  it('cuts at blank lines and headings', () => {
    assert.deepEqual(pieces('A\nb\n\n\nC\n# D\ne\n'), ['A\nb\n\n\n', 'C\n', '# D\ne\n']);
  });

  const whole: readonly (readonly [string, string])[] = [
    ['a fence', '```\na\n\nb\n```'],
    ['a fence that is not closed', '~~~\na\n\nb\n\nc'],
    ['a list item', '- a\n\n  b\n\n      code'],
    ['a footnote', '[^1]: a\n\n    b'],
    ['math', '$$\na\n\nb\n$$'],
    ['a comment', '<!-- a\n\nb -->'],
    ['a script', '<script>\n\na\n\n</script>'],
  ];
  for (const [name, source] of whole) {
    it(`keeps ${name} whole`, () => assert.deepEqual(pieces(source), [source]));
  }

  const apart: readonly (readonly [string, string[]])[] = [
    ['- ```\n  a\n\n', ['b\n']],
    ['<!-- a -->\n\n', ['b\n']],
    ['```a``` b\n\n', ['c\n']],
    ['In\n1986. a\n\n', ['    b\n\n', 'c\n']],
  ].map(([first, rest]) => [first as string, rest as string[]]);
  for (const [first, rest] of apart) {
    it(`cuts after ${JSON.stringify(first)}`, () => {
      const [start] = rest.at(-1) ?? '';
      const source = first + rest.join('');
      assert.equal(pieces(source).at(-1)?.[0], start);
    });
  }

  it('covers the source without gaps, and cuts what is too long', () => {
    const source = 'The cells died in the joint. '.repeat(2000);
    const cut = pieces(source);
    assert.equal(cut.join(''), source);
    assert.ok(cut.every((piece) => piece.length <= 8000));
    assert.ok(cut.every((piece) => piece.startsWith('The cells')));
  });

  it('lets a long line keep its kind', () => {
    const long = 'The cells died in the joint. '.repeat(1000);
    const kinds = (source: string): string[] => [
      ...new Set(readMarkdown(source).blocks.map((block) => block.kind)),
    ];
    assert.deepEqual(kinds(`> ${long}`), []);
    assert.deepEqual(kinds(`- ${long}`), ['list-item']);
    assert.equal(readMarkdown(long).blocks.flatMap((block) => block.statements).length, 1000);
  });

  it('reads piece by piece what it reads in the whole', () => {
    const line = fc.constantFrom(
      ...[
        'Cells died.',
        'The end',
        '- item',
        '1. one',
        '2. two',
        '+',
        '*',
        '> quote',
        '>',
        '  text',
        '   text',
      ],
      ...[
        '```',
        '~~~',
        '  ```',
        '- ```',
        '- > q',
        '  - nested',
        '# H',
        '---',
        '===',
        '* * *',
        '1986. A year',
      ],
      ...[
        '<!--',
        '-->',
        '<!-- c -->',
        '<div>',
        '</div>',
        '<b>x',
        '<pre>',
        '</pre>',
        '<',
        '$x$',
        '$',
        '**',
        '@a',
      ],
      ...[
        '\n\n$$\nx\n\n$$',
        '$$ a\n+ b $$',
        'a $$\nb$$',
        '[^1]: note',
        '[^1]',
        '[a]: http://x',
        '[t][a] and [a]',
      ],
      ...[
        '| a | b |',
        '|---|---|',
        '::: {#refs}',
        ':::',
        '[@a; @b]',
        '\\begin{x}',
        '![i',
        '](u)',
        '`code`',
      ],
    );
    const end = fc.constantFrom('\n', '\n', '\n', '\n\n', '\n\n', ' ', '\r\n', '\r\n\r\n', '\r');
    const document = fc
      .array(fc.tuple(line, end), { minLength: 1, maxLength: 14 })
      .map((lines) => lines.flat().join(''))
      .filter((source) => !source.startsWith('---'));
    fc.assert(
      fc.property(document, (source) => {
        const { blocks, citations, suppressions } = plain(readMarkdown(source));
        assert.deepEqual(
          { blocks, citations, suppressions },
          plain(assemble([readBlocks(source, pandoc)])),
        );
      }),
      { numRuns: 300 },
    );
  });
});

/** Without the identity of objects, which `deepEqual` does not look at but prints, and without where things were read. */
function plain<T extends Pick<Manuscript, 'blocks'>>(read: T): T {
  const copy = structuredClone(read);
  return { ...copy, blocks: copy.blocks.map(({ origin: _, ...block }) => block) };
}
