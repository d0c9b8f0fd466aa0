import assert from 'node:assert/strict';
import type { PhrasingContent } from 'mdast';
import { align } from '../../../src/manuscript/markdown/align';
import { parseMarkdown } from '../../../src/manuscript/markdown/syntax';

/** The source slices that a paragraph's characters stand for, as the parser's own text says they should read. */
function slices(source: string): [char: string, slice: string][] {
  const found: [string, string][] = [];
  const visit = (node: PhrasingContent): void => {
    if ('children' in node) node.children.forEach(visit);
    if (node.type !== 'text') return;
    const from = node.position?.start.offset ?? 0;
    const to = node.position?.end.offset ?? 0;
    align(node.value, source, from, to, (char, _at, start, end) => {
      found.push([char, source.slice(start, end)]);
    });
  };
  for (const node of parseMarkdown(source).children)
    if (node.type === 'paragraph') node.children.forEach(visit);
  return found;
}

describe('align', () => {
  const cases: readonly (readonly [string, [string, string][]])[] = [
    [
      'a\\*b',
      [
        ['a', 'a'],
        ['*', '\\*'],
        ['b', 'b'],
      ],
    ],
    [
      'a\\b',
      [
        ['a', 'a'],
        ['\\', '\\'],
        ['b', 'b'],
      ],
    ],
    [
      '&amp;amp;',
      [
        ['&', '&amp;'],
        ['a', 'a'],
        ['m', 'm'],
        ['p', 'p'],
        [';', ';'],
      ],
    ],
    [
      '&x;a',
      [
        ['&', '&'],
        ['x', 'x'],
        [';', ';'],
        ['a', 'a'],
      ],
    ],
    [
      '&#65;&#x41;',
      [
        ['A', '&#65;'],
        ['A', '&#x41;'],
      ],
    ],
    [
      '&fjlig;a',
      [
        ['f', '&fjlig;'],
        ['j', '&fjlig;'],
        ['a', 'a'],
      ],
    ],
    [
      '&nvlt;a',
      [
        ['<', '&nvlt;'],
        ['\u20D2', '&nvlt;'],
        ['a', 'a'],
      ],
    ],
    [
      'a  \t\r\n  b',
      [
        ['a', 'a'],
        [' ', '\r\n'],
        ['b', 'b'],
      ],
    ],
    [
      'a\0b',
      [
        ['a', 'a'],
        ['\uFFFD', '\0'],
        ['b', 'b'],
      ],
    ],
    // Indented so far, the mark quotes nothing.
    [
      'a\n    > b',
      [
        ['a', 'a'],
        [' ', '\n'],
        ['>', '>'],
        [' ', ' '],
        ['b', 'b'],
      ],
    ],
    [
      'a\n\\> b',
      [
        ['a', 'a'],
        [' ', '\n'],
        ['>', '\\>'],
        [' ', ' '],
        ['b', 'b'],
      ],
    ],
  ];
  for (const [source, expected] of cases) {
    it(`follows ${JSON.stringify(source)}`, () => assert.deepEqual(slices(source), expected));
  }

  it('does not lose its way in a text it cannot explain', () => {
    const places: number[] = [];
    align('xyz', 'a x ?', 0, 5, (_char, at) => places.push(at));
    assert.deepEqual(places, [2, 3, 4]);
  });
});
