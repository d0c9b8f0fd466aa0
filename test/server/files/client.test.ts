import assert from 'node:assert/strict';
import { openFirst } from '../../../src/server/files/client';
import { MemoryFiles } from '../memory';

describe('files that are open in the editor', () => {
  const onDisk = new MemoryFiles(new Map([['file:///work/a.bib', 'saved']]));
  const files = openFirst(onDisk, (uri) => (uri.endsWith('a.bib') ? 'typed' : undefined));
  const read = (uri: string) => files.readText(uri, { within: ['file:///work'], maxBytes: 100 });

  it('count as they stand there', async () => {
    assert.deepEqual(await read('file:///work/a.bib'), { text: 'typed' });
    assert.deepEqual(await read('file:///work/b.bib'), {
      fault: 'missing',
      detail: 'file:///work/b.bib',
    });
  });

  it('are not read outside of the folders either', async () => {
    assert.equal('fault' in (await read('file:///other/a.bib')), true);
  });
});
