import assert from 'node:assert/strict';
import { lint, rulesIn } from '../../support/lint';

const id = 'contradicted-claim';

describe(id, () => {
  it('flags the opposite of what the evidence says, and names the evidence', () => {
    const [finding] = lint('MSCs are immune-privileged.');
    assert.equal(finding?.ruleId, id);
    assert.deepEqual(finding?.span, { start: 0, end: 27 });
    assert.ok(finding?.claims.length);
    assert.ok(finding?.references.includes('nauta2006donor'));
    assert.match(finding?.message ?? '', /review/);
  });

  it('spares a belief that is named in order to reject it', () => {
    const text =
      'Although MSCs were long thought to be immune-privileged, allogeneic cells can be rejected [@huang2010differentiation].';
    assert.deepEqual(rulesIn(text), []);
  });

  it("spares questions, aims, quotations, headings, code and the writer's own methods", () => {
    for (const text of [
      'Are MSCs immune-privileged?',
      'The aim of this study was to test whether MSCs are immune-privileged.',
      '> MSCs are immune-privileged.',
      '# MSCs are immune-privileged',
      '`MSCs are immune-privileged.`',
    ]) {
      assert.ok(!rulesIn(text).includes(id), text);
    }
  });

  it('says nothing of a text on something else', () => {
    assert.deepEqual(rulesIn('The bridge was painted red. It does not carry lorries.'), []);
  });
});
