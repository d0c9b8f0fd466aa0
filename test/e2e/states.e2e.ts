import assert from 'node:assert/strict';
import type { Editor } from './editor';
import { card, search, view } from './evidence-view';
import { frameWith, run, until } from './frames';
import { ourServers } from './servers';
import { openExplorer, openSidebar, pane } from './sidebar';
import { openWindow } from './window';

const DRAFT = '# Cells\n\nMSCs are immune-privileged.\n';

describe('a writer whose server is gone for good', () => {
  const editor = openWindow({ files: { 'draft.md': DRAFT } });

  it('is told so in the view, and starts it again there', async function () {
    // After many other windows its thirty restarts now and then outlast the page: run it alone, with CAVEAT_SLOW=1.
    if (process.platform !== 'linux' || process.env['CAVEAT_SLOW'] === undefined) this.skip();
    // Thirty deaths and starts take their time on a machine that has other work.
    this.timeout(240_000);
    // Another try begins in the side bar, perhaps without a server.
    await openExplorer(editor());
    await editor().command('Caveat: Restart Server');
    await editor().openFile('draft.md');
    await editor().squiggles('error');
    await editor().command('Caveat: Search Evidence in the Side Bar');
    await card(editor(), 0).waitFor();
    const stopped = view(editor()).locator('.empty', { hasText: 'server is not running' });
    // It is started again and again, up to a limit.
    await until(async () => {
      for (const id of ourServers()) kill(id);
      return stopped.isVisible();
    }, 150_000);
    await editor().screenshot('server-stopped');
    assert.deepEqual(ourServers(), []);
    await stopped.locator('vscode-button', { hasText: 'Restart Server' }).click();
    await stopped.waitFor({ state: 'detached' });
    await card(editor(), 0).waitFor();
    await search(editor(), 'huang 2010');
    await card(editor(), 0).filter({ hasText: 'Huang et al. 2010' }).waitFor();
  });
});

describe('a writer without evidence', () => {
  const editor = openWindow({
    files: { 'draft.md': DRAFT },
    settings: { 'caveat.disabledPacks': ['msc-allogeneic-autologous'] },
  });

  it('is told what is missing in each view, and led to the packs', async () => {
    await known(editor());
    await editor().openFile('draft.md');
    await editor().command('Caveat: Search Evidence in the Side Bar');
    const empty = view(editor()).locator('.empty', { hasText: 'No evidence is loaded.' });
    await empty.waitFor();
    await openSidebar(editor());
    await pane(editor(), 'Findings').getByText('Every evidence pack is switched off').waitFor();
    assert.equal(await editor().page.locator('.squiggly-error').count(), 0);
    await empty.locator('vscode-button', { hasText: 'Show Packs' }).click();
    await editor().page.locator('.pane-header.expanded', { hasText: 'Packs' }).waitFor();
  });
});

describe('a reader of the map with no manuscript open', () => {
  const editor = openWindow({ files: { 'notes.txt': 'Nothing.\n' } });

  it('sees the claims of a cell in the Evidence view', async () => {
    const { page } = editor();
    await known(editor());
    await run(page, 'Caveat: Open Evidence Map');
    const map = await frameWith(page, 'caveat-map table.grid');
    const cell = map.locator('[data-place="2 0"]');
    const label = (await cell.getAttribute('aria-label')) ?? '';
    const claims = /(\d+) claims/.exec(label)?.[1];
    assert.ok(claims, label);
    await cell.click();
    await view(editor())
      .locator('.count', { hasText: `${claims} results` })
      .waitFor();
    await card(editor(), 0).waitFor();
    await editor().screenshot('map-without-manuscript');
    const text = await view(editor()).locator('main').innerText();
    assert.doesNotMatch(text, /Open a manuscript/);
    assert.doesNotMatch(text, /All evidence/);
  });
});

function kill(id: number): void {
  try {
    process.kill(id, 'SIGKILL');
  } catch {
    // It has ended meanwhile.
  }
}

/** Waits until VS Code knows the extension, which it reads after it has drawn its window. */
async function known({ page }: Editor): Promise<void> {
  await page.locator('.activitybar [aria-label^="Caveat"]').first().waitFor();
}
