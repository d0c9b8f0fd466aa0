import assert from 'node:assert/strict';
import { readLatex } from '../../../src/manuscript/latex';
import type { ReadCache } from '../../../src/manuscript/types';

const source = '\\section{One}\nCells \\cite{a} died.\n\nSee \\own.\n\nThe end.\n';

const statements = (text: string, cache: ReadCache) =>
  readLatex(text, cache).blocks.flatMap((block) => block.statements);

describe('reading LaTeX again', () => {
  it('keeps the statements before an edit, and reads others anew', () => {
    const cache: ReadCache = new Map();
    const before = statements(source, cache);
    const after = statements(source.replace('The end', 'An end'), cache);
    assert.equal(after[0], before[0]);
    assert.equal(after[1], before[1]);
    assert.notEqual(after[2], before[2]);
  });

  it('reads all anew when a macro changes', () => {
    const cache: ReadCache = new Map();
    const define = (text: string) => `\\newcommand{\\own}{${text}}\n\n${source}`;
    assert.equal(statements(define('ours'), cache)[1]?.text, 'See ours.');
    assert.equal(statements(define('mine'), cache)[1]?.text, 'See mine.');
  });

  it('forgets what is gone', () => {
    const cache: ReadCache = new Map();
    for (let i = 0; i < 20; i++) readLatex(`Version ${i}.\n\nThe end.`, cache);
    // Two paragraphs, and how the whole lay.
    assert.equal(cache.size, 3);
  });
});
