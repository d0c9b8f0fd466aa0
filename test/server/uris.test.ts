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

  it('understands the drives and shares of Windows', () => {
    const home = 'file:///c%3A/Users/J%C3%BCrgen/My%20paper/';
    assert.equal(resolvePath(home, '..\\refs.bib'), 'file:///c%3A/Users/J%C3%BCrgen/refs.bib');
    assert.equal(resolvePath(home, 'D:\\lib\\a b.bib'), 'file:///D%3A/lib/a%20b.bib');
    assert.equal(resolvePath(home, '/refs.bib'), 'file:///c%3A/refs.bib');
    assert.equal(resolvePath(home, '/../refs.bib'), undefined);
    assert.equal(resolvePath(home, '\\\\nas\\lab\\refs.bib'), 'file://nas/lab/refs.bib');
    assert.equal(resolvePath('file://nas/lab/a/', '..\\refs.bib'), 'file://nas/lab/refs.bib');
    assert.ok(isWithin('file://NAS/lab/a.md', ['file://nas/lab']));
    assert.ok(!isWithin('file://nas2/lab/a.md', ['file://nas/lab']));
    assert.ok(!isWithin('file:///d%3A/Users/a.md', ['file:///c%3A/Users']));
  });

  for (const root of [
    'file:///home/%C5%81ukasz/my%20papers',
    'vscode-remote://ssh-remote%2Bbox/home/%C5%81ukasz/my%20papers',
    'vscode-remote://wsl%2Bubuntu/home/me',
    'memfs:///%E8%AB%96%E6%96%87',
    'vscode-vfs://github/owner/repository',
  ])
    it(`keeps to the file system of ${root}`, () => {
      const manuscript = `${root}/chapters/%C3%9Cberblick%20%231.md`;
      const folder = folderOf(manuscript) ?? '';
      assert.equal(folder, `${root}/chapters/`);
      assert.equal(resolvePath(folder, '../bib/à #1?.bib'), `${root}/bib/%C3%A0%20%231%3F.bib`);
      assert.equal(fileName(manuscript), 'Überblick #1.md');
      assert.equal(relativePath(root, manuscript), 'chapters/Überblick #1.md');
      assert.ok(isWithin(manuscript, [root]));
      assert.ok(!isWithin(manuscript, [`${root}/chap`, 'untitled:Untitled-1', 'memfs:///other']));
      assert.equal(uriKey(manuscript), uriKey(manuscript.replace('%2B', '+')));
    });
});
