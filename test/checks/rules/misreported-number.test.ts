import assert from 'node:assert/strict';
import { lint, rulesIn } from '../../support/lint';

const id = 'misreported-number';

describe(id, () => {
  it('flags a figure that differs, and says which one the review gives', () => {
    const [finding] = lint(
      'An overall response was seen in 80% of patients with steroid-refractory acute GVHD after MSC infusion.',
    );
    assert.equal(finding?.ruleId, id);
    assert.match(finding?.message ?? '', /50/);
  });

  it('spares the right figure', () => {
    assert.ok(
      !rulesIn(
        'An overall response was seen in 50% of patients with steroid-refractory acute GVHD after MSC infusion.',
      ).includes(id),
    );
  });
});
