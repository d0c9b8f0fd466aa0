import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Editor } from './editor';
import { run, until } from './frames';
import { menu, openExplorer, openSidebar, pane, row } from './sidebar';
import { openWindow } from './window';

const SPACE = 'Many words stand here.\n\n'.repeat(40);
const DRAFT = `# Donor cells\n\nMesenchymal stromal cells (MSCs) have been tried.\n\n${SPACE}MSCs are immune-privileged.\n`;
const CITED = `# Cells\n\nMSCs can differentiate into osteocytes, adipocytes and chondrocytes.\n`;
const OWN_PACK = `id: own
version: 1.0.0
title: A pack of my own
licence: CC BY 4.0
review: { id: own2001, type: article-journal, title: Own }
sections: [{ id: one, title: One }]
subject: [MSC]
`;

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

describe('the findings of several kinds and files', () => {
  const editor = openWindow({
    files: {
      'draft.md': DRAFT,
      'cells.md': CITED,
      'my-pack/pack.yaml': OWN_PACK,
      'my-pack/references.json': '[]',
      'my-pack/concepts.yaml': '- { id: msc, kind: cell, names: [MSC] }\n',
    },
    settings: { 'caveat.packs': ['shipped', 'my-pack'] },
  });

  before(async () => {
    await editor().openFile('draft.md');
    await editor().openFile('cells.md');
    await openSidebar(editor());
    await row(editor(), 'Findings', /^contradicted-claim, 1 finding/).waitFor();
    await row(editor(), 'Findings', /^uncited-claim, 1 finding/).waitFor();
  });

  it('are grouped as is chosen from the list', async () => {
    await title(editor(), 'Findings', 'Group Findings…');
    await choose(editor(), 'by file');
    await row(editor(), 'Findings', /^draft\.md/).waitFor();
    await row(editor(), 'Findings', /^cells\.md/).waitFor();
    await pane(editor(), 'Findings').locator('.pane-header', { hasText: 'by file' }).waitFor();
    await title(editor(), 'Findings', 'Group Findings…');
    await choose(editor(), 'by claim');
    await row(editor(), 'Findings', /^draft\.md/).waitFor({ state: 'detached' });
    assert.equal(await row(editor(), 'Findings', /^cells\.md/).count(), 0);
  });

  it('are hidden by their severity, which is said, and shown again', async () => {
    const { page } = editor();
    const hide = async (severity: string) => {
      await title(editor(), 'Findings', 'Filter Findings by Severity…');
      const box = page.locator('.quick-input-list .monaco-list-row', { hasText: severity });
      await box.click();
      await page.locator('.quick-input-widget').getByText('OK', { exact: true }).click();
    };
    await hide('error');
    await pane(editor(), 'Findings').getByText('1 of 2 findings are hidden').waitFor();
    await row(editor(), 'Findings', /immune-privileged/).waitFor({ state: 'detached' });
    await row(editor(), 'Findings', /can differentiate/).waitFor();
    await hide('error');
    await row(editor(), 'Findings', /immune-privileged/).waitFor();
  });

  it('stand beside the packs, one of which is revealed among the files', async () => {
    const { page } = editor();
    await pane(editor(), 'Packs').locator('.pane-header').click();
    const own = row(editor(), 'Packs', /^A pack of my own/);
    await own.waitFor();
    await menu(editor(), own, 'Reveal Evidence Pack');
    await page
      .locator('.explorer-folders-view .monaco-list-row.selected', { hasText: 'my-pack' })
      .waitFor();
  });

  it('are exported as a report to the file that is chosen', async () => {
    const { page } = editor();
    await editor().openFile('draft.md');
    await run(page, 'Caveat: Export Report…');
    await choose(editor(), 'Markdown');
    const box = page.locator('.quick-input-widget input.input');
    await until(async () => (await box.inputValue()).endsWith('draft-report.md'));
    const target = (await box.inputValue()).replace(/draft-report\.md$/, 'for-ann.md');
    await box.fill(target);
    await page.keyboard.press('Enter');
    await page.getByText('the report is in for-ann.md').first().waitFor();
    assert.match(readFileSync(target, 'utf8'), /\n# Donor cells\n[^]*> MSCs are immune-privileged/);
  });
});

/** Clicks an icon in the title of a view. */
async function title(editor: Editor, view: string, name: string): Promise<void> {
  const header = pane(editor, view).locator('.pane-header');
  await header.hover();
  await header.getByRole('button', { name }).click();
}

/** Takes a row of the list that is open at the top. */
async function choose({ page }: Editor, label: string): Promise<void> {
  await page.locator('.quick-input-list .monaco-list-row', { hasText: label }).click();
}
