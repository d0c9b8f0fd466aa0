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
    assert.equal(resolvePath('file:///home/', 'refs.bib'), 'file:///home/refs.bib');
    assert.equal(
      resolvePath('file:///home/a', '../lib/my refs.bib'),
      'file:///home/lib/my%20refs.bib',
    );
    assert.equal(
      resolvePath('file:///c%3A/home/', 'bib\\refs.bib'),
      'file:///c%3A/home/bib/refs.bib',
    );
    assert.equal(resolvePath('file:///home/', '/etc/passwd'), 'file:///etc/passwd');
    assert.equal(
      resolvePath('vscode-vfs://github/o/r/', './x#1.bib'),
      'vscode-vfs://github/o/r/x%231.bib',
    );
  });

  it('does not resolve what is no file here', () => {
    assert.equal(resolvePath('file:///home/', '../../../etc/passwd'), undefined);
    assert.equal(resolvePath('file:///home/', 'https://example.com/refs.bib'), undefined);
    assert.equal(resolvePath('untitled:Untitled-1', 'refs.bib'), undefined);
  });

  it('tells what lies in a folder, whatever the spelling', () => {
    assert.ok(isWithin('file:///c%3A/home/a.md', ['file:///C:/home']));
    assert.ok(isWithin('file:///home', ['file:///home/']));
    assert.ok(!isWithin('file:///homeland/a.md', ['file:///home']));
    assert.ok(!isWithin('file:///home/%2e%2e/secret', ['file:///home']));
    assert.ok(!isWithin('file:///home/..%2Fsecret', ['file:///home']));
    assert.ok(!isWithin('vscode-vfs://github/home/a.md', ['file:///home']));
  });

  it('walks up to the top and stays there', () => {
    assert.equal(folderOf('file:///home/a/b.md'), 'file:///home/a/');
    assert.equal(parentOf('file:///home/a/'), 'file:///home/');
    assert.equal(parentOf('file:///'), 'file:///');
    assert.equal(folderOf('untitled:Untitled-1'), undefined);
  });

  it('names a file by its path below a folder', () => {
    assert.equal(
      relativePath('file:///home/pack/', 'file:///home/pack/claims/a%20b.yaml'),
      'claims/a b.yaml',
    );
    assert.equal(relativePath('file:///home/pack', 'file:///home/packs/x'), undefined);
    assert.equal(fileName('file:///home/a%20b.md'), 'a b.md');
    assert.equal(uriKey('file:///C%3A/x'), uriKey('file:///c:/x'));
  });
});
