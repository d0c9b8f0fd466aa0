import assert from 'node:assert/strict';
import type { Block, Manuscript, Span, Statement } from '../../src/manuscript/types';

/** Whether the character at a place of the source stands there for something else that is printed. */
export type IsCode = (source: string, offset: number) => boolean;

/** In LaTeX and MyST a letter that is printed by a command stands at that command. */
const isCommand: IsCode = (source, offset) =>
  /[\\&]/.test(source.slice(Math.max(0, offset - 12), offset + 1));

/** Asserts what holds for the reading of any text in any format: every place lies where it says. */
export function assertPlaced(read: Manuscript, source: string, isCode: IsCode = isCommand): void {
  const all = { start: 0, end: source.length };
  for (const block of read.blocks) {
    assertWithin(block.span, all);
    assertBlock(block, source, isCode);
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
  for (const { path, span } of read.bibliographies) {
    assertWithin(span, all);
    assert.ok(path.startsWith(source.slice(span.start, span.end)));
  }
  const starts = read.citations.map((citation) => citation.span.start);
  assert.deepEqual(
    starts,
    [...starts].sort((a, b) => a - b),
  );
}

function assertBlock(block: Block, source: string, isCode: IsCode): void {
  let end = block.span.start;
  for (const statement of block.statements) {
    assertWithin(statement.span, { start: end, end: block.span.end });
    assertStatement(statement, source, isCode);
    end = statement.span.end;
  }
}

function assertStatement(statement: Statement, source: string, isCode: IsCode): void {
  const { text, offsets, span, quoted } = statement;
  assert.equal(offsets.length, text.length);
  const own = text.replace(/⟦\w+⟧/g, (holder) => ' '.repeat(holder.length));
  let last = span.start;
  offsets.forEach((offset, i) => {
    assert.ok(last <= offset && offset < span.end, `offset ${i} of ${JSON.stringify(text)}`);
    last = offset;
    if (/[A-Za-z]/.test(own[i] ?? '') && !isCode(source, offset))
      assert.equal(source[offset], own[i]);
  });
  assert.doesNotMatch(text, / {2}|^\s|\s$/);
  for (const quote of quoted) assertWithin(quote, { start: 0, end: text.length });
}

function assertWithin(inner: Span, outer: Span): void {
  assert.ok(
    outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end,
    `${JSON.stringify(inner)} in ${JSON.stringify(outer)}`,
  );
}
