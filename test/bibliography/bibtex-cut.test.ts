import assert from 'node:assert/strict';
import { cutBibtex } from '../../src/bibliography/bibtex-cut';
import { generateBib } from './generate';

function cut(text: string): string[] {
  return cutBibtex(text).map((chunk) => text.slice(chunk.start, chunk.end));
}

describe('cutBibtex', () => {
  it('finds entries with nested braces, side by side and with text between', () => {
    assert.deepEqual(cut('@a{k, t={x {y} z}} some text, a@b.org @b{l}@C {m, u={}}'), [
      '@a{k, t={x {y} z}}',
      '@b{l}',
      '@C {m, u={}}',
    ]);
  });

  it('leaves out @comment and @preamble with what they hold', () => {
    assert.deepEqual(cut('@comment{@a{k}} @preamble{"@b{l}"} @c{m}'), ['@c{m}']);
  });

  it('leaves out what a % comments out', () => {
    assert.deepEqual(cut('% old: @a{k}\n %@b{l}\n@c{m} % see @d{n}'), ['@c{m}']);
  });

  it('keeps @string with its type', () => {
    assert.deepEqual(
      cutBibtex('@STRING{x = "y"}').map(({ type }) => type),
      ['string'],
    );
  });

  it('ends an open entry where the next one starts a line, indented or not', () => {
    const text = '@a{k, t = {x\n\n  @b{l, t = {y}}\n@c{m';
    assert.deepEqual(cut(text), ['@a{k, t = {x', '@b{l, t = {y}}', '@c{m']);
    assert.deepEqual(
      cutBibtex(text).map(({ unclosed }) => unclosed),
      [true, false, true],
    );
  });

  it('is not misled by an address in an abstract, nor by a quote or parenthesis', () => {
    const text =
      '@a{k, abstract = {write to\n@home (or a@b.org) "now}}\n@b(l, t = "x) y {)} z", n = 1)';
    assert.deepEqual(cut(text), text.split(/\n(?=@b)/));
  });

  it('goes on after a brace too many when fields follow', () => {
    const text = '@a{k, t = {x}},\n  year = {2010}\n}\n@b{l}';
    assert.deepEqual(cut(text), ['@a{k, t = {x}},\n  year = {2010}\n}', '@b{l}']);
    assert.deepEqual(cut('@a{k}}\n@b{l}'), ['@a{k}', '@b{l}']);
  });

  it('cuts 20,000 entries', () => {
    assert.equal(cutBibtex(generateBib(20_000)).length, 20_001);
  });
});
