import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  openSync,
  closeSync,
  readFileSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { caveat, folderWith } from '../cli/run';
import { PACK_FILES } from '../server/pack';

const DRAFT = 'Allogeneic MSCs are immune-privileged.\n'.repeat(200);
const pack = Object.fromEntries(
  Object.entries(PACK_FILES).map(([name, text]) => [`small/${name}`, text]),
);

/** A file system of 64 kB, where this machine lets us make one. */
function smallDisk(): { path: string; remove: () => void } | undefined {
  const path = folderWith({});
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', path], { stdio: 'ignore' });
    return { path, remove: () => execFileSync('umount', [path]) };
  } catch {
    return undefined;
  }
}

/** Takes all that is left. */
function fill(path: string): void {
  const file = openSync(path, 'w');
  try {
    for (;;) writeSync(file, Buffer.alloc(1024));
  } catch {
    closeSync(file);
  }
}

describe('a disk that takes no more', () => {
  it('ends a report with a message, and says where it could not be written', async () => {
    const cwd = folderWith({ 'draft.md': DRAFT, 'taken/report.html/x': '' });
    for (const output of ['none/report.html', 'taken/report.html']) {
      const { code, err } = await caveat(['report', 'draft.md', '--output', output], { cwd });
      assert.equal(code, 2, err);
      assert.match(err, /The report cannot be written to/);
      assert.doesNotMatch(err, /internal error|at .*\.js/);
    }
  });

  it('leaves no half of a report or a pack behind that could be taken for a whole', async function () {
    const disk = smallDisk();
    if (!disk) return this.skip();
    try {
      writeFileSync(join(disk.path, 'filler'), Buffer.alloc(48_000));
      const cwd = folderWith({ 'draft.md': DRAFT, ...pack });
      const output = join(disk.path, 'report.html');
      const report = await caveat(['report', 'draft.md', '--output', output], { cwd });
      assert.equal(report.code, 2, report.err);
      assert.match(report.err, /ENOSPC|no space/i);
      assert.ok(!existsSync(output), 'no half of it');
      mkdirSync(join(disk.path, 'packs'));
      fill(join(disk.path, 'filler2'));
      const build = await caveat(['pack', 'build', 'small', '--out', join(disk.path, 'packs')], {
        cwd,
      });
      assert.equal(build.code, 2, build.err);
      assert.doesNotMatch(build.err, /internal error/);
    } finally {
      disk.remove();
    }
  });

  it('leaves what was there before as it was', async function () {
    const disk = smallDisk();
    if (!disk) return this.skip();
    try {
      const output = join(disk.path, 'report.html');
      writeFileSync(output, 'the report of yesterday');
      writeFileSync(join(disk.path, 'filler'), Buffer.alloc(52_000));
      const cwd = folderWith({ 'draft.md': DRAFT });
      const { code } = await caveat(['report', 'draft.md', '--output', output], { cwd });
      assert.equal(code, 2);
      assert.ok(readFileSync(output, 'utf8') === 'the report of yesterday', 'it is the old one');
    } finally {
      disk.remove();
    }
  });

  it('ends what is printed into it with a message', async function () {
    if (!existsSync('/dev/full')) return this.skip();
    const cwd = folderWith({ 'draft.md': DRAFT });
    const full = openSync('/dev/full', 'w');
    const child = spawn(process.execPath, [resolve('dist/cli.js'), 'lint', 'draft.md'], {
      cwd,
      stdio: ['ignore', full, 'pipe'],
    });
    let err = '';
    child.stderr?.on('data', (chunk: Buffer) => (err += chunk.toString()));
    const code = await new Promise((done) => child.on('close', done));
    closeSync(full);
    assert.equal(code, 2, err);
    assert.match(err, /cannot be written/);
    assert.doesNotMatch(err, /at .*\.js|node:/);
  });
});
