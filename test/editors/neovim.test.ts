import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { folderWith } from '../cli/run';

/** What the driver saw. */
interface Seen {
  readonly failure?: string;
  readonly found: number;
  readonly diagnostics: readonly {
    readonly lnum: number;
    readonly col: number;
    readonly message: string;
    readonly source: string;
  }[];
  readonly hover: { readonly contents: { readonly value: string } };
  readonly actions: readonly { readonly title: string }[];
  readonly applied?: string;
  readonly left: number;
  readonly text: string;
  readonly completions: readonly string[];
}

const SNIPPET = resolve('docs/editors/neovim.lua');
const DRAFT = '# Cells\n\nMSCs are immune-privileged.\n';
const hasNeovim = spawnSync('nvim', ['--version']).status === 0;

/** Neovim with nothing of its user's, the snippet of docs/editors.md, and `caveat` on the path. */
async function write(): Promise<Seen> {
  const cwd = folderWith({ 'draft.md': DRAFT, '.caveatrc.yaml': 'rules: {}\n' });
  const bin = folderWith({
    caveat: `#!/bin/sh\nexec "${process.execPath}" "${resolve('dist/cli.js')}" "$@"\n`,
  });
  chmodSync(join(bin, 'caveat'), 0o755);
  const result = join(bin, 'seen.json');
  writeFileSync(result, '{"failure":"Neovim wrote nothing"}');
  const state = folderWith({});
  await promisify(execFile)(
    'nvim',
    ['--headless', '--clean', '-u', SNIPPET, '-c', `luafile ${resolve('test/editors/drive.lua')}`],
    {
      cwd,
      timeout: 120_000,
      env: {
        ...process.env,
        PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}`,
        CAVEAT_RESULT: result,
        XDG_STATE_HOME: state,
        XDG_CACHE_HOME: state,
        XDG_DATA_HOME: state,
      },
    },
  );
  return JSON.parse(readFileSync(result, 'utf8')) as Seen;
}

describe('in Neovim', function () {
  this.timeout(180_000);
  let seen: Seen;

  before(async function () {
    if (!hasNeovim) {
      console.log('    skipped: there is no nvim on this machine (Debian: apt-get install neovim)');
      this.skip();
    }
    seen = await write();
    assert.equal(seen.failure, undefined);
  });

  it('a finding stands at its sentence', () => {
    const [finding] = seen.diagnostics;
    assert.equal(seen.found, 1);
    assert.deepEqual([finding?.lnum, finding?.col], [2, 0]);
    assert.match(finding?.message ?? '', /differs from the review/i);
    assert.match(finding?.source ?? '', /caveat/i);
  });

  it('the evidence is shown on hover', () => {
    assert.match(seen.hover.contents.value, /immun/i);
  });

  it('a code action can be applied, and the finding goes', () => {
    assert.ok(seen.applied, `of ${seen.actions.map(({ title }) => title).join(', ')}`);
    assert.match(seen.text, /caveat-disable-next-line contradicted-claim/);
    assert.equal(seen.left, 0);
  });

  it('references are offered for the sentence', () => {
    assert.ok(seen.completions.length > 0);
    assert.ok(
      seen.completions.some((label) => /\d{4}/.test(label)),
      seen.completions.slice(0, 5).join(', '),
    );
  });
});
