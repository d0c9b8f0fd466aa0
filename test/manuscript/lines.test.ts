import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LineIndex } from '../../src/manuscript/lines';

describe('LineIndex', () => {
  const endings: readonly (readonly [string, string])[] = [
    ['LF', 'one\ntwo\n\nfour'],
    ['CRLF', 'one\r\ntwo\r\n\r\nfour'],
    ['CR', 'one\rtwo\r\rfour'],
  ];
  for (const [name, source] of endings) {
    it(`counts lines that end in ${name}`, () => {
      const lines = new LineIndex(source);
      assert.equal(lines.lineCount, 4);
      assert.deepEqual(lines.positionAt(source.indexOf('wo')), { line: 1, character: 1 });
      assert.deepEqual(lines.positionAt(source.indexOf('four')), { line: 3, character: 0 });
      assert.equal(lines.offsetAt({ line: 3, character: 2 }), source.indexOf('ur'));
    });

    it(`stops before ${name} where a character past the line's end is asked for`, () => {
      assert.equal(new LineIndex(source).offsetAt({ line: 0, character: 99 }), 3);
    });
  }

  it('counts UTF-16 code units, as LSP does', () => {
    const source = 'a😀b';
    assert.deepEqual(new LineIndex(source).positionAt(3), { line: 0, character: 3 });
  });

  it('moves what lies outside the text to its ends', () => {
    const lines = new LineIndex('ab\ncd');
    assert.equal(lines.offsetAt({ line: 9, character: 0 }), 5);
    assert.equal(lines.offsetAt({ line: -1, character: 5 }), 0);
    assert.deepEqual(lines.positionAt(99), { line: 1, character: 2 });
    assert.deepEqual(lines.positionAt(-5), { line: 0, character: 0 });
  });

  it('gives the range of a span', () => {
    assert.deepEqual(new LineIndex('ab\r\ncd').rangeOf({ start: 1, end: 5 }), {
      start: { line: 0, character: 1 },
      end: { line: 1, character: 1 },
    });
  });

  it('brings every offset back, save the middle of a CRLF', () => {
    const text = fc
      .array(fc.constantFrom('a', '😀', '\n', '\r\n', '\r'))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.nat(60), (source, at) => {
        const offset = Math.min(at, source.length);
        fc.pre(source.slice(offset - 1, offset + 1) !== '\r\n');
        const lines = new LineIndex(source);
        assert.equal(lines.offsetAt(lines.positionAt(offset)), offset);
      }),
    );
  });
});
