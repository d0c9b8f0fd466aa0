import assert from 'node:assert/strict';
import { UNUSED_SUPPRESSION } from '../../src/checks/suppress';
import { rulesIn } from '../support/lint';

const wrong = 'MSCs are immune-privileged.';

describe('suppression comments', () => {
  for (const [what, text] of [
    ['the next line', `<!-- caveat-disable-next-line contradicted-claim -- quoted -->\n\n${wrong}`],
    ['this line', `${wrong} <!-- caveat-disable-line contradicted-claim -->`],
    ['all rules on the next line', `<!-- caveat-disable-next-line -->\n\n${wrong}`],
    ['the file', `${wrong}\n\n<!-- caveat-disable-file contradicted-claim -->`],
    [
      'a stretch',
      `<!-- caveat-disable contradicted-claim -->\n\n${wrong}\n\n<!-- caveat-enable -->`,
    ],
  ] as const) {
    it(`silence ${what}`, () => assert.deepEqual(rulesIn(text), []));
  }

  it('silence no other rule and no other line', () => {
    const text = `<!-- caveat-disable-next-line contradicted-claim -->\n\n${wrong}\n\n${wrong}`;
    assert.deepEqual(rulesIn(text), ['contradicted-claim']);
    const other = `<!-- caveat-disable-next-line preferred-term -->\n\n${wrong}`;
    assert.deepEqual(rulesIn(other).sort(), ['contradicted-claim', UNUSED_SUPPRESSION]);
  });

  it('are reported where they suppress nothing', () => {
    assert.deepEqual(
      rulesIn('<!-- caveat-disable-next-line contradicted-claim -->\n\nMSCs exist.'),
      [UNUSED_SUPPRESSION],
    );
  });

  it('end at enable', () => {
    const text = `<!-- caveat-disable -->\n\n${wrong}\n\n<!-- caveat-enable -->\n\n${wrong}`;
    assert.deepEqual(rulesIn(text), ['contradicted-claim']);
  });
});
