import assert from 'node:assert/strict';
import { longest, PatternSet } from '../../src/language/patterns';
import { tokenize } from '../../src/language/tokens';

function find(pattern: string, text: string): boolean {
  const patterns = new PatternSet<string>();
  patterns.add(pattern, pattern);
  return patterns.find(tokenize(text)).length > 0;
}

describe('PatternSet', () => {
  it('ignores case, hyphens, endings and British spelling', () => {
    assert.ok(find('immune privileged', 'MSCs are Immune-privileged.'));
    assert.ok(find('tumour', 'Tumors grow.'));
  });

  it('asks for capitals where the pattern has them', () => {
    assert.ok(find('AT', 'AT-MSCs'));
    assert.ok(find('MSC', 'MSCs'));
    assert.ok(!find('AT', 'at 12 months'));
  });

  it('takes alternatives, gaps and passes over small words', () => {
    assert.ok(find('escape|evade * immune recognition', 'They evade the host immune recognition'));
    assert.ok(find('differentiation into bone', 'differentiation into the bone'));
    assert.ok(!find('escape * recognition', 'They escape one two three four five recognition'));
  });

  it('does not match over a comma', () => {
    assert.ok(!find('bone marrow', 'bone, marrow'));
  });

  it('lets the longer match replace the shorter one only where it may', () => {
    const patterns = new PatternSet<string>();
    patterns.add('umbilical cord', 'short');
    patterns.add('umbilical cord blood', 'long');
    const matches = patterns.find(tokenize('umbilical cord blood'));
    assert.deepEqual(
      longest(matches, () => true).map(({ value }) => value),
      ['long'],
    );
    assert.equal(longest(matches, () => false).length, 2);
  });
});
