import assert from 'node:assert/strict';
import { apply, lint, rulesIn } from '../../support/lint';

const id = 'unsupported-citation';
const text =
  'In chronic severe dilated cardiomyopathy, left ventricular function improved after autologous BM-derived MSCs [@murphy2002reduced].';

describe(id, () => {
  it('flags a reference that the review cites for something else, and offers the right one', () => {
    const finding = lint(text).find(({ ruleId }) => ruleId === id);
    assert.equal(finding?.severity, 'warning');
    assert.ok(finding);
    const mended = apply(text, finding);
    assert.match(mended, /\[@intramyocardialIntracoronaryAutologous\]\.$/);
    assert.ok(!rulesIn(mended).includes(id));
  });

  it('does not judge a reference that the evidence does not know', () => {
    const bib = '@article{own2024, title = {Our own}, year = {2024}}';
    assert.ok(!rulesIn(text.replace('murphy2002reduced', 'own2024'), { bib }).includes(id));
  });
});
