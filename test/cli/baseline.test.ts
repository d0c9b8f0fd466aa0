import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { caveat, folderWith } from './run';

const WRONG = 'MSCs are immune-privileged.\n';

interface Output {
  readonly files: readonly { readonly findings: readonly { readonly range: unknown }[] }[];
}
const findingsIn = (out: string) =>
  (JSON.parse(out) as Output).files.flatMap(({ findings }) => findings);

describe('a baseline', () => {
  /** A folder whose draft's one finding is in `old.json`. */
  async function adopted(): Promise<string> {
    const cwd = folderWith({ 'draft.md': WRONG });
    const { code, out, err } = await caveat(['lint', '--write-baseline', 'old.json', 'draft.md'], {
      cwd,
    });
    assert.equal(code, 0);
    assert.equal(out, '');
    assert.match(err, /1 finding written to old\.json/);
    return cwd;
  }

  it('holds the rule, the text and the claim', async () => {
    const cwd = await adopted();
    const { version, findings } = JSON.parse(readFileSync(join(cwd, 'old.json'), 'utf8')) as {
      version: number;
      findings: Record<string, unknown>[];
    };
    assert.equal(version, 1);
    assert.equal(findings.length, 1);
    assert.equal(findings[0]?.['ruleId'], 'contradicted-claim');
    assert.equal(findings[0]['text'], 'MSCs are immune-privileged.');
    assert.match(String(findings[0]['claim']), /immun/);
  });

  it('lets the old finding be, also where it has moved and was wrapped anew', async () => {
    const cwd = await adopted();
    writeFileSync(
      join(cwd, 'draft.md'),
      `# A title\n\nSome words.\n\nMSCs are\nimmune-privileged.\n`,
    );
    const { code, out, err } = await caveat(['lint', '--baseline', 'old.json', 'draft.md'], {
      cwd,
    });
    assert.equal(code, 0);
    assert.match(out, /no findings/);
    assert.match(err, /1 finding left out by the baseline old\.json\.$/m);
  });

  it('reports a second copy, and what is new', async () => {
    const cwd = await adopted();
    writeFileSync(join(cwd, 'draft.md'), `${WRONG}\n${WRONG}`);
    const args = ['lint', '--baseline', 'old.json', '--format', 'json', 'draft.md'];
    const { code, out } = await caveat(args, { cwd });
    assert.equal(code, 1);
    assert.equal(findingsIn(out).length, 1);
  });

  it('tells of entries that are not met any more', async () => {
    const cwd = await adopted();
    writeFileSync(join(cwd, 'draft.md'), 'Some words.\n');
    const { code, err } = await caveat(['lint', '--baseline', 'old.json', 'draft.md'], { cwd });
    assert.equal(code, 0);
    assert.match(err, /0 findings left out .*; 1 finding of it not met any more/);
  });

  it('ends with 2 where it is missing, no baseline, or both are asked for', async () => {
    const cwd = folderWith({ 'draft.md': WRONG, 'no.json': '{"findings": [1]}', 'no.txt': 'x' });
    for (const name of ['gone.json', 'no.json', 'no.txt']) {
      const { code, err } = await caveat(['lint', '--baseline', name, 'draft.md'], { cwd });
      assert.equal(code, 2, name);
      assert.match(err, new RegExp(`${name}.*--write-baseline`));
    }
    const both = ['lint', '--baseline', 'no.json', '--write-baseline', 'new.json', 'draft.md'];
    assert.equal((await caveat(both, { cwd })).code, 2);
    assert.ok(!existsSync(join(cwd, 'new.json')));
  });
});
