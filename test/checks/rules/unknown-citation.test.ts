import assert from 'node:assert/strict';
import { apply, lint, rulesIn } from '../../support/lint';

const id = 'unknown-citation';
const bib = '@article{smith2020cells,\n  title = {Cells},\n  year = {2020}\n}\n';

describe(id, () => {
  it('flags a key that no bibliography has, at the key alone, and mends it', () => {
    const text = 'MSCs were infused [@smith2020cell].';
    const finding = lint(text, { bib }).find(({ ruleId }) => ruleId === id);
    assert.ok(finding);
    assert.equal(text.slice(finding.span.start, finding.span.end), 'smith2020cell');
    assert.equal(apply(text, finding), 'MSCs were infused [@smith2020cells].');
  });

  it('knows the keys of the bibliography and of the evidence', () => {
    assert.ok(!rulesIn('MSCs [@smith2020cells; @huang2010differentiation].', { bib }).includes(id));
  });
});
