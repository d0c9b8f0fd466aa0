import assert from 'node:assert/strict';
import { apply, lint, rulesIn } from '../../support/lint';

const id = 'uncited-claim';
const text = 'BM-derived MSCs have a higher osteogenic potential than AT-derived MSCs.';

describe(id, () => {
  it('offers the citation of what the evidence says too', () => {
    const finding = lint(text).find(({ ruleId }) => ruleId === id);
    assert.equal(finding?.severity, 'information');
    assert.ok(finding);
    const mended = apply(text, finding);
    assert.match(mended, /^BM-derived .* AT-derived MSCs \[@\w+\]\.$/);
    assert.ok(!rulesIn(mended).includes(id));
  });

  it('is silent where something is cited', () => {
    assert.ok(!rulesIn(text.replace('.', ' [@tissueSourceDetermines].')).includes(id));
  });

  it('is silent on what stands under "Results", where the writer found it', () => {
    assert.ok(rulesIn(`# Discussion\n\n${text}`).includes(id));
    assert.ok(!rulesIn(`# 3. Results\n\n${text}`).includes(id));
    assert.ok(!rulesIn(`# Results\n\n## Differentiation\n\n${text}`).includes(id));
  });

  it('is silent on what is asked', () => {
    assert.ok(!rulesIn(`It was asked whether ${text}`).includes(id));
  });
});
