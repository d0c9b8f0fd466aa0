import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { apply, lint, rulesIn } from '../support/lint';

const FOLDERS = ['test/eval/prose-tuned', 'examples', 'docs/rules'];
const TRAINING = 'data/packs/msc-allogeneic-autologous/training/first';

/** Statements of every label, so that each kind of fix is met. */
function statements(): string[] {
  return readdirSync(TRAINING)
    .flatMap((name) => readFileSync(join(TRAINING, name), 'utf8').split('\n'))
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { text: string }).text.replace(/\s*\{\{\d+\}\}/g, ''))
    .filter((_, i) => i % 4 === 0);
}

describe('every fix', () => {
  it('leaves a document in which the finding is gone', () => {
    let tried = 0;
    for (const text of statements()) {
      for (const finding of lint(text)) {
        finding.suggestions.forEach((suggestion, i) => {
          tried++;
          const mended = apply(text, finding, i);
          assert.notEqual(mended, text);
          assert.ok(
            !rulesIn(mended).includes(finding.ruleId),
            `${finding.ruleId}, ${suggestion.title}: ${mended}`,
          );
        });
      }
    }
    assert.ok(tried > 30, `only ${tried} fixes were offered`);
  });

  it('changes nothing outside its statement', () => {
    for (const folder of FOLDERS) {
      for (const name of readdirSync(folder).filter((each) => each.endsWith('.md'))) {
        const text = readFileSync(join(folder, name), 'utf8');
        for (const finding of lint(text)) {
          for (const { span } of finding.suggestions.flatMap(({ edits }) => edits)) {
            assert.ok(span.start >= finding.span.start, name);
            // A citation may stand behind the full stop.
            assert.ok(span.end <= finding.span.end + 200, name);
          }
        }
      }
    }
  });
});
