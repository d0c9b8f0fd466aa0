import assert from 'node:assert/strict';
import { rulesIn } from '../../support/lint';

const id = 'scope-overreach';

describe(id, () => {
  it('flags a finding that is moved to another species', () => {
    const text =
      'Zebrafish lacking Ctgf were shown by Ivkovic et al. to have impaired endochondral ossification.';
    assert.ok(rulesIn(text).includes(id));
  });

  it('spares the finding where it was made', () => {
    const text =
      'Mice lacking Ctgf were shown by Ivkovic et al. to have impaired endochondral ossification.';
    assert.ok(!rulesIn(text).includes(id));
  });
});
