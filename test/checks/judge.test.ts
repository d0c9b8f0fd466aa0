import assert from 'node:assert/strict';
import { lint } from '../support/lint';

const disagreements = (text: string) =>
  lint(text)
    .map(({ ruleId }) => ruleId)
    .filter((id) => !['uncited-claim', 'preferred-term', 'unknown-citation'].includes(id));

describe('judge', () => {
  it('holds a statement that says what its source says against no other source', () => {
    // Another series, of lupus nephritis, is on donor cells.
    const text =
      'Autologous bone marrow MSCs showed no clinical efficacy through week 14 in two patients with systemic lupus erythematosus [@carrion2010autologous].';
    assert.deepEqual(disagreements(text), []);
  });

  it('reports what differs from one claim for certain, though another is much like it', () => {
    const text =
      'Detection of donor DNA increased with the time from MSC infusion to sample collection [@vonbahr2012analysis].';
    assert.deepEqual(disagreements(text), ['contradicted-claim']);
  });

  it('finds in a paragraph what it finds alone', () => {
    const wrong = 'Allogeneic MSCs never provoke an immune response in the recipient.';
    const paragraph = [
      'Cell products differ in how they are made.',
      'Release tests look at viability and at sterility.',
      wrong,
      'Thawing was done at the bedside.',
    ].join(' ');
    assert.deepEqual(disagreements(wrong), ['contradicted-claim']);
    assert.deepEqual(disagreements(paragraph), ['contradicted-claim']);
  });
});
