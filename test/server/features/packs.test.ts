import assert from 'node:assert/strict';
import { packsOf } from '../../../src/server/features/packs';
import { PACK_FILES } from '../pack';
import { ROOT, Workspace } from '../workspace';

const CONTRADICTION = 'Allogeneic MSCs are immune-privileged.';

function packFiles(folder: string, id: string, changes: Record<string, string> = {}) {
  const manifest = (PACK_FILES['pack.yaml'] ?? '').replace('id: small', `id: ${id}`);
  const files = { ...PACK_FILES, 'pack.yaml': manifest, ...changes };
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]),
  );
}

describe('the list of packs', () => {
  it('has the shipped one with its counts', async () => {
    const workspace = new Workspace();
    assert.deepEqual(await packsOf(workspace.session, []), [
      {
        id: 'small',
        title: 'A small review',
        version: '1.0.0',
        claims: 2,
        references: 3,
        concepts: 6,
        from: 'shipped',
        problems: [],
      },
    ]);
  });

  it('has those of the configuration, once each, with what is wrong with them', async () => {
    const broken = `- { id: broken }\n${(PACK_FILES['claims/immunity.yaml'] ?? '').trimStart()}`;
    const workspace = new Workspace({
      files: {
        '.caveatrc.yaml': 'packs: [shipped, packs/mine, packs/none]',
        ...packFiles('packs/mine', 'mine', { 'claims/immunity.yaml': broken }),
      },
    });
    const document = workspace.document(CONTRADICTION);
    const packs = await packsOf(workspace.session, [document]);
    assert.deepEqual(
      packs.map(({ id, from, folder }) => [id, from, folder]),
      [
        ['small', 'shipped', undefined],
        ['mine', 'file', `${ROOT}/packs/mine`],
        [undefined, 'file', `${ROOT}/packs/none`],
      ],
    );
    const [, mine, none] = packs;
    assert.equal(mine?.problems[0]?.uri, `${ROOT}/packs/mine/claims/immunity.yaml`);
    assert.equal(mine.problems[0]?.range?.start.line, 0);
    assert.match(none?.problems[0]?.message ?? '', /is no folder of an evidence pack/);
    assert.equal(none?.problems[0]?.uri, `${ROOT}/.caveatrc.yaml`);
  });
});

describe('a pack that is switched off', () => {
  it('by the settings stays in the list and checks nothing', async () => {
    const workspace = new Workspace({ settings: { disabledPacks: ['small'] } });
    const document = workspace.document(CONTRADICTION);
    assert.deepEqual(await workspace.rules(document), []);
    assert.deepEqual((await workspace.session.evidence()).packs, []);
    const [pack] = await packsOf(workspace.session, [document]);
    assert.equal(pack?.disabledBy, 'settings');
  });

  it('by the configuration leaves the others at work', async () => {
    const workspace = new Workspace({
      files: {
        '.caveatrc.yaml': 'packs: [shipped, packs/mine]\ndisabledPacks: [small]',
        ...packFiles('packs/mine', 'mine'),
      },
    });
    const document = workspace.document(CONTRADICTION);
    const checked = await workspace.session.check(document);
    assert.deepEqual(
      checked?.evidence.packs.map(({ manifest }) => manifest.id),
      ['mine'],
    );
    assert.deepEqual(
      checked.findings.map(({ ruleId }) => ruleId),
      ['contradicted-claim'],
    );
    const packs = await packsOf(workspace.session, [document]);
    assert.deepEqual(
      packs.map(({ id, disabledBy }) => [id, disabledBy]),
      [
        ['small', 'file'],
        ['mine', undefined],
      ],
    );
  });
});
