import assert from 'node:assert/strict';
import { openWindow } from './window';

const DRAFT = '# Donor cells\n\nMesenchymal stromal cells (MSCs) have been tried.\n';

for (const host of ['node', 'web'] as const) {
  describe(`a writer in VS Code, ${host} host`, () => {
    const editor = openWindow({ host, files: { 'draft.md': DRAFT } });

    it('sees a sentence underlined that differs from the evidence', async () => {
      await editor().openFile('draft.md');
      await editor().goToLine(3);
      await editor().type(' MSCs are immune-privileged.');
      assert.equal(await (await editor().squiggles('error')).count(), 1);
      await editor().screenshot(`findings-${host}`);
    });

    it('reads the evidence when pointing at it', async () => {
      assert.match(await editor().hover('immune-privileged'), /can be immunogenic/);
      await editor().screenshot(`hover-${host}`);
    });
  });
}

describe('a writer who does not trust the folder', () => {
  const editor = openWindow({
    trust: false,
    files: { 'draft.md': `${DRAFT}MSCs are immune-privileged.\n` },
  });

  it('gets findings from the shipped evidence all the same', async () => {
    await editor().page.getByText('Restricted Mode', { exact: true }).waitFor();
    await editor().openFile('draft.md');
    assert.equal(await (await editor().squiggles('error')).count(), 1);
  });
});
