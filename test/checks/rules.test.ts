import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { RULES } from '../../src/checks/rules/all.generated';
import { UNUSED_SUPPRESSION } from '../../src/checks/suppress';
import { rulesIn } from '../support/lint';

/** The blocks ```markdown bad / good of a page. */
function examples(page: string, kind: 'bad' | 'good'): string[] {
  return [...page.matchAll(/^```markdown (bad|good)\r?\n([\s\S]*?)^```/gm)]
    .filter(([, which]) => which === kind)
    .map(([, , text]) => text ?? '');
}

describe('every rule', () => {
  it('stands in the list that the engine walks', () => {
    execFileSync(process.execPath, ['scripts/generate.mjs', '--check'], { stdio: 'pipe' });
  });

  for (const id of [...RULES.map((rule) => rule.id), UNUSED_SUPPRESSION]) {
    describe(id, () => {
      const path = `docs/rules/${id}.md`;

      it('has a page and a test', () => {
        assert.ok(existsSync(path), `write ${path}`);
        const test =
          id === UNUSED_SUPPRESSION
            ? 'test/checks/suppress.test.ts'
            : `test/checks/rules/${id}.test.ts`;
        assert.ok(existsSync(test), `write ${test}`);
      });

      it('has examples on its page that are what the page says', () => {
        const page = readFileSync(path, 'utf8');
        const bad = examples(page, 'bad');
        const good = examples(page, 'good');
        assert.ok(bad.length > 0 && good.length > 0, 'a page needs bad and good examples');
        for (const text of bad) assert.ok(rulesIn(text).includes(id), `not flagged: ${text}`);
        for (const text of good) assert.ok(!rulesIn(text).includes(id), `flagged: ${text}`);
      });
    });
  }
});
