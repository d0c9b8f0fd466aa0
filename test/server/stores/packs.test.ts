import assert from 'node:assert/strict';
import { PACK_FILES } from '../pack';
import { ROOT, Workspace } from '../workspace';

const CONTRADICTION = 'Allogeneic MSCs are immune-privileged.';

function packFiles(folder: string, changes: Record<string, string> = {}): Record<string, string> {
  return Object.fromEntries(
    Object.entries({ ...PACK_FILES, ...changes }).map(([path, text]) => [
      `${folder}/${path}`,
      text,
    ]),
  );
}

describe("a workspace's own pack", () => {
  const config = { '.caveatrc.yaml': 'packs: [packs/mine]' };

  it('is used instead of the shipped one', async () => {
    const changes = {
      'pack.yaml': (PACK_FILES['pack.yaml'] ?? '').replace('id: small', 'id: mine'),
    };
    const workspace = new Workspace({ files: { ...config, ...packFiles('packs/mine', changes) } });
    const checked = await workspace.session.check(workspace.document(CONTRADICTION));
    assert.deepEqual(
      checked?.evidence.packs.map(({ manifest }) => manifest.id),
      ['mine'],
    );
    assert.deepEqual(
      checked?.findings.map(({ ruleId }) => ruleId),
      ['contradicted-claim'],
    );
  });

  it('is what is searched where no manuscript is open', async () => {
    const changes = {
      'pack.yaml': (PACK_FILES['pack.yaml'] ?? '').replace('id: small', 'id: mine'),
    };
    const workspace = new Workspace({ files: { ...config, ...packFiles('packs/mine', changes) } });
    const { packs } = await workspace.session.evidence();
    assert.deepEqual(
      packs.map(({ manifest }) => manifest.id),
      ['mine'],
    );
  });

  it('that has a broken claim is reported there, and its other claims count', async () => {
    const broken = `- { id: broken }\n${(PACK_FILES['claims/immunity.yaml'] ?? '').trimStart()}`;
    const workspace = new Workspace({
      files: { ...config, ...packFiles('packs/mine', { 'claims/immunity.yaml': broken }) },
    });
    assert.deepEqual(await workspace.rules(workspace.document(CONTRADICTION)), [
      'contradicted-claim',
    ]);
    const problems = workspace.problems.get(`${ROOT}/packs/mine/claims/immunity.yaml`) ?? [];
    assert.ok(problems.length > 0);
    assert.equal(problems[0]?.range?.start.line, 0);
  });

  it('that is missing is reported on the configuration', async () => {
    const workspace = new Workspace({
      files: { '.caveatrc.yaml': 'packs: [shipped, ../outside, none]' },
    });
    workspace.files.files.set('file:///outside/pack.yaml', PACK_FILES['pack.yaml'] ?? '');
    assert.deepEqual(await workspace.rules(workspace.document(CONTRADICTION)), [
      'contradicted-claim',
    ]);
    const problems = workspace.problems.get(`${ROOT}/.caveatrc.yaml`) ?? [];
    assert.deepEqual(
      problems.map(({ range }) => range?.start.character),
      [17, 29],
    );
    assert.match(
      problems[0]?.message ?? '',
      /"\.\.\/outside" is no folder of an evidence pack inside this workspace/,
    );
  });

  it('is read again when one of its files changes', async () => {
    const workspace = new Workspace({
      files: { ...config, ...packFiles('packs/mine', { 'claims/immunity.yaml': '[]' }) },
    });
    assert.deepEqual(await workspace.rules(workspace.document(CONTRADICTION)), []);
    const uri = `${ROOT}/packs/mine/claims/immunity.yaml`;
    workspace.files.files.set(uri, PACK_FILES['claims/immunity.yaml'] ?? '');
    assert.equal(workspace.session.fileChanged(uri), true);
    assert.deepEqual(await workspace.rules(workspace.document(CONTRADICTION)), [
      'contradicted-claim',
    ]);
  });

  it('that is missing altogether when Caveat ships none is told in the log', async () => {
    const workspace = new Workspace();
    workspace.files.files.clear();
    assert.deepEqual(await workspace.rules(workspace.document(CONTRADICTION)), []);
    assert.match(workspace.log.join('\n'), /comes with Caveat cannot be read/);
  });
});
