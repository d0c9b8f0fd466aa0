import assert from 'node:assert/strict';
import { readTraining } from '../../src/evidence/training';

const ids = new Set(['a-claim']);
const read = (text: string) =>
  readTraining('pack/training/ann/x.jsonl', 'training/ann/x.jsonl', text, ids);

describe('readTraining', () => {
  it('reads a statement a line and takes the folder for its writer', () => {
    const line = '{"claim":"a-claim","label":"ok","subtype":"supported","text":"So it is."}';
    const { statements, problems } = read(`${line}\n\n`);
    assert.deepEqual(problems, []);
    assert.deepEqual(statements, [
      { claim: 'a-claim', label: 'ok', subtype: 'supported', text: 'So it is.', hand: 'ann' },
    ]);
  });

  for (const [what, line, remedy] of [
    ['broken JSON', '{"claim":', /one labelled statement a line/],
    ['an unknown claim', '{"claim":"b","label":"ok","text":"x"}', /"b" is none/],
    [
      'an unknown label',
      '{"claim":"a-claim","label":"good","text":"x"}',
      /contradiction, overclaim/,
    ],
    ['a missing text', '{"claim":"a-claim","label":"ok"}', /`text`/],
    ['something else', 'null', /`text`/],
  ] as const) {
    it(`reports ${what} with its line and keeps the rest`, () => {
      const good = '{"claim":"a-claim","label":"ok","text":"So it is."}';
      const { statements, problems } = read(`${good}\n${line}\n${good}`);
      assert.equal(statements.length, 2);
      assert.equal(problems.length, 1);
      assert.match(problems[0]?.message ?? '', remedy);
      assert.equal(problems[0]?.range?.start.line, 1);
    });
  }
});
