import assert from 'node:assert/strict';
import { lint, rulesIn } from '../../support/lint';

const id = 'missing-caveat';

describe(id, () => {
  it('flags certainty where the review has none', () => {
    const [finding] = lint(
      'For severe SLE that resists conventional drugs, UC-MSC transplantation offers a permanent solution.',
    );
    assert.equal(finding?.ruleId, id);
    assert.equal(finding?.severity, 'warning');
    assert.match(finding?.message ?? '', /permanent/);
  });

  it('spares the same with its caveat', () => {
    assert.ok(
      !rulesIn('UC-MSCs may help in refractory SLE, but the effect may not be permanent.').includes(
        id,
      ),
    );
  });
});
