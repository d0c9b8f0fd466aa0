import assert from 'node:assert/strict';
import { findKeys, formatCitation } from '../../src/manuscript/citations';

const keysOf = (source: string): string[] => findKeys(source).map((key) => key.key);

describe('findKeys', () => {
  const cases: readonly (readonly [string, string[]])[] = [
    ['@huang2010', ['huang2010']],
    ['[see @a, pp. 33-35; also @b]', ['a', 'b']],
    // The manual's own examples.
    ['@Foo_bar.baz.', ['Foo_bar.baz']],
    ['@{Foo_bar.baz.}', ['Foo_bar.baz.']],
    ['@Foo_bar--baz', ['Foo_bar']],
    [
      '[@{https://example.com/bib?name=foobar&date=2000}, p. 33]',
      ['https://example.com/bib?name=foobar&date=2000'],
    ],
    ['@a:b.c#d$e%f&g-h+i?j<k>l~m/n', ['a:b.c#d$e%f&g-h+i?j<k>l~m/n']],
    ['@_a @1975x @Müller2001 @李2020', ['_a', '1975x', 'Müller2001', '李2020']],
    ['@{a{b}c}', ['a{b}c']],
    ["@smith's work", ['smith']],
    ['-@a [-@b]', ['a', 'b']],
    ['@a;@b', ['a', 'b']],
    ['(@a) "@b" *@c*', ['a', 'b', 'c']],
    ['mail me@example.com or äö@x.de, 𝒳@y', []],
    ['\\@a and \\\\@b', ['b']],
    ['https://example.com/@user and @b', ['b']],
    ['@ a @-a @{} @{a b} @{open', []],
  ];
  for (const [source, expected] of cases) {
    it(`finds ${JSON.stringify(expected)} in ${source}`, () => {
      assert.deepEqual(keysOf(source), expected);
    });
  }

  it('places the key without its @ and braces', () => {
    const source = 'x @{a b}@{c} @d.';
    const places = findKeys(source).map(({ start, end, close }) => [
      source.slice(start, end),
      source.slice(end, close),
    ]);
    assert.deepEqual(places, [
      ['c', '}'],
      ['d', ''],
    ]);
  });

  it('tells figures and tables from works', () => {
    const flags = findKeys('@fig:one @tbl-two @figueroa2010 @sec2').map(
      (key) => key.isCrossReference,
    );
    assert.deepEqual(flags, [true, true, false, false]);
  });

  it('takes linear time on what never closes', () => {
    const started = performance.now();
    findKeys('@{'.repeat(100_000));
    findKeys('a@'.repeat(100_000));
    assert.ok(performance.now() - started < 5000);
  });
});

describe('formatCitation', () => {
  it('joins keys', () => {
    assert.equal(formatCitation(['a', 'b']), '[@a; @b]');
  });

  it('braces a key that could not be read back otherwise', () => {
    const keys = ['plain', 'ends.', 'a--b', 'https://x.org/y', 'a b'.replace(' ', '(')];
    assert.equal(formatCitation(keys.slice(0, 2)), '[@plain; @{ends.}]');
    assert.deepEqual(keysOf(formatCitation(keys)), keys);
  });
});
