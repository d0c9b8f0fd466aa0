import assert from 'node:assert/strict';
import { readMarkdown } from '../../../src/manuscript/markdown';
import type { ReadCache, Statement } from '../../../src/manuscript/types';

const source =
  '# One\n\nCells [@a] died.\n\nSee [it][x].\n\n## Two\n\nThe end.\n\n[x]: http://y.org\n';

function statements(text: string, cache?: ReadCache): Statement[] {
  return readMarkdown(text, cache).blocks.flatMap((block) => block.statements);
}

describe('reading again', () => {
  const edits: readonly (readonly [string, string])[] = [
    ['a word', source.replace('died', 'lived')],
    ['a line above', `New.\n\n${source}`],
    ['the headings', source.replace('# One', '# Three')],
    ['the definition of a link', source.replace('[x]:', '[z]:')],
    ['the beginning of a code block', source.replace('See', '```\nSee')],
    ['everything', 'Nothing.'],
  ];
  for (const [name, edited] of edits) {
    it(`gives what a first reading gives after ${name} changed`, () => {
      const cache: ReadCache = new Map();
      readMarkdown(source, cache);
      assert.deepEqual(readMarkdown(edited, cache), readMarkdown(edited));
      assert.deepEqual(readMarkdown(source, cache), readMarkdown(source));
    });
  }

  it('keeps the statements before an edit, and reads others anew', () => {
    const cache: ReadCache = new Map();
    const before = statements(source, cache);
    const after = statements(source.replace('The end', 'An end'), cache);
    assert.equal(after[0], before[0]);
    assert.equal(after[1], before[1]);
    assert.notEqual(after[2], before[2]);
  });

  it('forgets what is gone', () => {
    const cache: ReadCache = new Map();
    for (let i = 0; i < 20; i++) readMarkdown(`Version ${i}.\n\nThe end.`, cache);
    // Two paragraphs, and how the whole lay.
    assert.equal(cache.size, 3);
  });

  it('keeps the same paragraph in two places apart', () => {
    const spans = statements('Same. [@a]\n\nSame. [@a]').map((one) => [
      one.span.start,
      one.citations[0]?.span.start,
    ]);
    assert.deepEqual(spans, [
      [0, 8],
      [12, 20],
    ]);
  });
});
