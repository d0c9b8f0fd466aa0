import assert from 'node:assert/strict';
import {
  fileName,
  folderOf,
  isWithin,
  parentOf,
  relativePath,
  resolvePath,
  uriKey,
} from '../../src/server/uris';

describe('addresses of files', () => {
  it('resolves a path against a folder', () => {
    assert.equal(resolvePath('file:///work/', 'refs.bib'), 'file:///work/refs.bib');
    assert.equal(
      resolvePath('file:///work/a', '../lib/my refs.bib'),
      'file:///work/lib/my%20refs.bib',
    );
    assert.equal(
      resolvePath('file:///c%3A/work/', 'bib\\refs.bib'),
      'file:///c%3A/work/bib/refs.bib',
    );
    assert.equal(resolvePath('file:///work/', '/etc/passwd'), 'file:///etc/passwd');
    assert.equal(
      resolvePath('vscode-vfs://github/o/r/', './x#1.bib'),
      'vscode-vfs://github/o/r/x%231.bib',
    );
  });

  it('does not resolve what is no file here', () => {
    assert.equal(resolvePath('file:///work/', '../../../etc/passwd'), undefined);
    assert.equal(resolvePath('file:///work/', 'https://example.com/refs.bib'), undefined);
    assert.equal(resolvePath('untitled:Untitled-1', 'refs.bib'), undefined);
  });

  it('tells what lies in a folder, whatever the spelling', () => {
    assert.ok(isWithin('file:///c%3A/work/a.md', ['file:///C:/work']));
    assert.ok(isWithin('file:///work', ['file:///work/']));
    assert.ok(!isWithin('file:///workshop/a.md', ['file:///work']));
    assert.ok(!isWithin('file:///work/%2e%2e/secret', ['file:///work']));
    assert.ok(!isWithin('file:///work/..%2Fsecret', ['file:///work']));
    assert.ok(!isWithin('vscode-vfs://github/work/a.md', ['file:///work']));
  });

  it('walks up to the top and stays there', () => {
    assert.equal(folderOf('file:///work/a/b.md'), 'file:///work/a/');
    assert.equal(parentOf('file:///work/a/'), 'file:///work/');
    assert.equal(parentOf('file:///'), 'file:///');
    assert.equal(folderOf('untitled:Untitled-1'), undefined);
  });

  it('names a file by its path below a folder', () => {
    assert.equal(
      relativePath('file:///work/pack/', 'file:///work/pack/claims/a%20b.yaml'),
      'claims/a b.yaml',
    );
    assert.equal(relativePath('file:///work/pack', 'file:///work/packs/x'), undefined);
    assert.equal(fileName('file:///work/a%20b.md'), 'a b.md');
    assert.equal(uriKey('file:///C%3A/x'), uriKey('file:///c:/x'));
  });
});
