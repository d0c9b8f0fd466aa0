import assert from 'node:assert/strict';
import { apply, lint, rulesIn } from '../../support/lint';

const id = 'preferred-term';

describe(id, () => {
  it('replaces the term and keeps capital and plural', () => {
    const text = 'Mesenchymal stem cells were thawed.';
    const finding = lint(text).find(({ ruleId }) => ruleId === id);
    assert.ok(finding);
    assert.equal(finding.severity, 'hint');
    assert.equal(apply(text, finding), 'Mesenchymal stromal cells were thawed.');
  });

  it('leaves the name alone where it is spoken of in quotation marks', () => {
    assert.ok(!rulesIn('Caplan coined the name "mesenchymal stem cell".').includes(id));
  });
});
