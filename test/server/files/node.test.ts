import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { nodeFiles } from '../../../src/server/files/node';

describe('files of this machine', () => {
  let folder: string;
  const uri = (path: string) => pathToFileURL(join(folder, path)).href;
  const read = (path: string, maxBytes = 1000) =>
    nodeFiles.readText(uri(path), { within: [uri('work')], maxBytes });

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'caveat-files-'));
    await mkdir(join(folder, 'work', 'pack', 'claims'), { recursive: true });
    await writeFile(join(folder, 'secret.bib'), 'secret');
    await writeFile(join(folder, 'work', 'my refs.bib'), 'ä');
    await writeFile(join(folder, 'work', 'pack', 'pack.yaml'), 'x');
    await writeFile(join(folder, 'work', 'pack', 'claims', 'a.yaml'), 'x');
    await symlink(join(folder, 'secret.bib'), join(folder, 'work', 'link.bib'));
    await symlink(folder, join(folder, 'work', 'pack', 'up'));
  });
  after(() => rm(folder, { recursive: true }));

  it('are read as UTF-8', async () => {
    assert.deepEqual(await read('work/my refs.bib'), { text: 'ä' });
  });

  it('are listed by their endings, without folders that are hidden', async () => {
    await mkdir(join(folder, 'work', '.git'), { recursive: true });
    await writeFile(join(folder, 'work', '.git', 'HEAD.bib'), 'x');
    await writeFile(join(folder, 'work', 'pack', 'More.BIB'), 'x');
    const found = await nodeFiles.listFiles(uri('work'), [uri('work')], ['.bib']);
    assert.deepEqual(found, [uri('work/my refs.bib'), uri('work/pack/More.BIB')]);
    await rm(join(folder, 'work', '.git'), { recursive: true });
    await rm(join(folder, 'work', 'pack', 'More.BIB'));
  });

  it('are not read outside of the folders, nor through a link that leads there', async () => {
    for (const path of [
      'secret.bib',
      'work/../secret.bib',
      'work/link.bib',
      'work/pack/up/secret.bib',
    ]) {
      const file = await read(path);
      assert.ok('fault' in file && file.fault === 'outside', path);
    }
  });

  it('may be missing, too large, or no file', async () => {
    const faults = await Promise.all([
      read('work/none.bib'),
      read('work/my refs.bib', 1),
      read('work/pack'),
    ]);
    assert.deepEqual(
      faults.map((file) => 'fault' in file && file.fault),
      ['missing', 'too-large', 'unreadable'],
    );
  });

  it('are listed without links', async () => {
    assert.deepEqual(await nodeFiles.listFiles(uri('work/pack'), [uri('work')]), [
      uri('work/pack/claims/a.yaml'),
      uri('work/pack/pack.yaml'),
    ]);
    assert.deepEqual(await nodeFiles.listFiles(folder, [uri('work')]), []);
    assert.deepEqual(await nodeFiles.listFiles(uri('work/none'), [uri('work')]), []);
  });
});
