import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { caveat, folderWith } from './run';

const DRAFT = '# Donor cells\n\nMSCs are immune-privileged.\n';

describe('caveat report', () => {
  it('writes HTML to standard output and ends with 0 whatever was found', async () => {
    const cwd = folderWith({ 'draft.md': DRAFT });
    const { code, out, err } = await caveat(['report', 'draft.md'], { cwd });
    assert.equal(code, 0, err);
    assert.match(out, /^<!doctype html>/);
    assert.match(out, /<h1>Donor cells<\/h1>/);
    assert.match(out, /<mark>MSCs are immune-privileged/);
  });

  it('writes Markdown to a file, which a check then leaves alone', async () => {
    const cwd = folderWith({ 'draft.md': DRAFT });
    const args = ['report', 'draft.md', '--format', 'markdown', '--output', 'report.md'];
    const { code, out } = await caveat(args, { cwd });
    assert.deepEqual([code, out], [0, '']);
    const today = new Date().getFullYear();
    assert.match(readFileSync(join(cwd, 'report.md'), 'utf8'), new RegExp(`- Date: ${today}-`));
    const linted = await caveat(['lint', 'report.md', '--format', 'json'], { cwd });
    const { files } = JSON.parse(linted.out) as { files: { findings: unknown[] }[] };
    assert.deepEqual(files[0]?.findings, []);
  });

  it('reads standard input under the name that is given', async () => {
    const input = '\\title{Cells}\nMSCs are immune-privileged.\n';
    const args = ['report', '-', '--stdin-filename', 'part.tex', '--format', 'markdown'];
    const { code, out } = await caveat(args, { input });
    assert.equal(code, 0);
    assert.match(out, /^# Cells$/m);
    assert.match(out, /- Manuscript: part\.tex/);
  });

  it('ends with 2 where it cannot read or write', async () => {
    const cwd = folderWith({ 'draft.md': DRAFT });
    const missing = await caveat(['report', 'none.md'], { cwd });
    assert.equal(missing.code, 2);
    assert.match(missing.err, /none\.md cannot be reported on/);
    const nowhere = await caveat(['report', 'draft.md', '--output', 'no/where.html'], { cwd });
    assert.equal(nowhere.code, 2);
    assert.match(nowhere.err, /cannot be written to no\/where\.html/);
    assert.ok(!existsSync(join(cwd, 'no')));
    assert.equal((await caveat(['report', 'draft.md', '--format', 'pdf'], { cwd })).code, 2);
  });
});

describe('a pack that the configuration switches off', () => {
  it('checks nothing, unless another configuration counts', async () => {
    const cwd = folderWith({
      'draft.md': DRAFT,
      'other.yaml': 'rules: {}\n',
      '.caveatrc.yaml': 'disabledPacks: [msc-allogeneic-autologous]\n',
    });
    assert.equal((await caveat(['lint', 'draft.md'], { cwd })).code, 0);
    assert.equal((await caveat(['lint', 'draft.md', '--config', 'other.yaml'], { cwd })).code, 1);
  });
});
