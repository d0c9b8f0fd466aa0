import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import type { Editor } from './editor';
import { openWindow } from './window';

const SPACE = 'Many words stand here.\n\n'.repeat(40);
const DRAFT = `# Donor cells\n\nMesenchymal stromal cells (MSCs) have been tried.\n\n${SPACE}MSCs are immune-privileged.\n`;
const CITED = `# Cells\n\nMSCs can differentiate into osteocytes, adipocytes and chondrocytes.\n`;

for (const host of ['node', 'web'] as const) {
  describe(`the findings in the sidebar, ${host} host`, () => {
    const editor = openWindow({ host, files: { 'draft.md': DRAFT, 'cells.md': CITED } });

    it('are what is said to be missing while no manuscript is open', async () => {
      await openSidebar(editor());
      await pane(editor(), 'Findings').getByText('No manuscript is open').waitFor();
    });

    it('are counted on the activity bar and stand under their rule', async () => {
      await openExplorer(editor());
      await editor().openFile('draft.md');
      await openSidebar(editor());
      await row(editor(), 'Findings', /MSCs are immune-privileged/).waitFor();
      await row(editor(), 'Findings', /^contradicted-claim, 1 finding/).waitFor();
      const badge = editor().page.locator('.activitybar .action-item', {
        has: editor().page.locator('[aria-label^="Caveat"]'),
      });
      await badge.locator('.badge-content').filter({ hasText: /^1$/ }).waitFor();
    });

    it('lead to their place', async () => {
      assert.doesNotMatch(await editor().visibleText(), /immune-privileged/);
      await row(editor(), 'Findings', /MSCs are immune-privileged/).click();
      await editor()
        .page.getByText(/Ln 85, Col 2[78]/)
        .waitFor();
      assert.match(await editor().visibleText(), /immune-privileged/);
      await editor().screenshot(`trees-${host}`);
    });

    it('are suppressed from their menu, and go', async () => {
      const finding = row(editor(), 'Findings', /MSCs are immune-privileged/);
      await menu(editor(), finding, 'Suppress Finding Here');
      await finding.waitFor({ state: 'detached' });
      assert.match(await editor().visibleText(), /caveat-disable-next-line contradicted-claim/);
      await pane(editor(), 'Findings').getByText('Nothing was found').waitFor();
    });

    it('are put right from their menu, and go', async () => {
      await openExplorer(editor());
      await editor().openFile('cells.md');
      await openSidebar(editor());
      const finding = row(editor(), 'Findings', /MSCs can differentiate/);
      await menu(editor(), finding, 'Fix Finding…');
      await editor().page.locator('.quick-input-list .monaco-list-row').first().waitFor();
      await editor().page.keyboard.press('Enter');
      await finding.waitFor({ state: 'detached' });
      assert.match(await editor().visibleText(), /chondrocytes\s+\[@\w+\]\./);
    });
  });
}

describe('the packs in the sidebar', () => {
  const editor = openWindow({ files: { 'draft.md': DRAFT } });

  it('are shown with version and counts', async () => {
    await editor().openFile('draft.md');
    await openSidebar(editor());
    await row(editor(), 'Findings', /MSCs are immune-privileged/).waitFor();
    await pane(editor(), 'Packs').locator('.pane-header').click();
    const pack = row(editor(), 'Packs', /^Allogeneic vs\. autologous MSCs/);
    await pack.waitFor();
    await pack.locator('.monaco-tl-twistie').click();
    await row(editor(), 'Packs', /494 claims, 159 references/).waitFor();
    await row(editor(), 'Packs', /Comes with Caveat/).waitFor();
  });

  it('are switched off and on by their box, and the findings go and come', async () => {
    const box = row(editor(), 'Packs', /^Allogeneic vs\. autologous MSCs/).getByRole('checkbox');
    await box.click();
    await row(editor(), 'Findings', /immune-privileged/).waitFor({ state: 'detached' });
    await row(editor(), 'Packs', /^Allogeneic vs\. autologous MSCs, 1\.0\.0 · off/).waitFor();
    await editor().screenshot('packs-off');
    await box.click();
    await row(editor(), 'Findings', /immune-privileged/).waitFor();
  });
});

async function openSidebar({ page }: Editor): Promise<void> {
  const icon = page.locator('.activitybar .action-item', {
    has: page.locator('[aria-label^="Caveat"]'),
  });
  await icon.waitFor();
  // A click on the one that is open would close it.
  if (!/\bchecked\b/.test((await icon.getAttribute('class')) ?? '')) await icon.click();
  await page.locator('.pane-header', { hasText: 'Findings' }).waitFor();
}

async function openExplorer({ page }: Editor): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Shift+KeyE');
  await page.locator('.explorer-folders-view').waitFor();
}

/** One view of the sidebar, with its header. */
function pane(editor: Editor, name: string): Locator {
  return editor.page.locator('.pane', {
    has: editor.page.locator('.pane-header', { hasText: name }),
  });
}

/** A row of a view by what a screen reader says of it. */
function row(editor: Editor, view: string, name: RegExp): Locator {
  return pane(editor, view).getByRole('treeitem', { name }).first();
}

async function menu({ page }: Editor, at: Locator, title: string): Promise<void> {
  await at.click({ button: 'right' });
  const item = page.getByRole('menuitem', { name: title });
  await item.hover();
  // A menu takes no click at once, so that the one that opened it does not choose as well.
  await page.waitForTimeout(300);
  await item.click();
}
