import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { root } from '../../scripts/hosts/index.mjs';
import type { Editor } from './editor';
import { frameWith, run, until } from './frames';
import { openWindow } from './window';

const DRAFT = `# Donor cells

Differentiation makes allogeneic MSCs immunogenic [@huang2010differentiation].
`;
const AXE = readFileSync(join(root, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

for (const host of ['node', 'web'] as const) {
  describe(`a reviewer at the evidence map, ${host} host`, () => {
    const editor = openWindow({ host, files: { 'draft.md': DRAFT } });
    let map: Frame;

    it('opens it by its command and sees conditions, donors and gaps', async () => {
      await open(editor());
      map = await mapFrame(editor().page);
      await map.locator('table.grid').waitFor();
      assert.match(await map.locator('h1').innerText(), /Allogeneic vs\. autologous MSCs/);
      assert.match(await map.locator('.grid thead').innerText(), /Allogeneic[^]*Autologous/);
      assert.ok((await map.locator('.grid td.cell svg').count()) > 20);
      assert.ok((await map.locator('.grid td.gap').count()) > 20);
      await editor().screenshot(`map-${host}`);
    });

    it('moves from cell to cell with the keyboard and reads what is in one', async () => {
      await map.locator('[data-place="0 0"]').focus();
      await press(editor().page, 'ArrowDown', 'ArrowDown', 'End', 'Home', 'ArrowRight');
      assert.equal(await focused(map), '2 0');
      const label = await map.locator('[data-place="2 0"]').getAttribute('aria-label');
      assert.match(
        label ?? '',
        /^Heart disease: Allogeneic, bone marrow: \d+ claims, 2 references/,
      );
      const card = map.locator('#card');
      assert.match(
        await card.innerText(),
        /Heart disease: Allogeneic, bone marrow[^]*and \d+ more/,
      );
      await press(editor().page, 'Escape');
      await card.waitFor({ state: 'detached' });
    });

    it('opens a row to see what is part of it', async () => {
      await press(editor().page, 'ArrowLeft', 'Enter');
      await map.locator('.depth-1', { hasText: 'Ischaemic heart disease' }).waitFor();
      await press(editor().page, 'Enter');
      await map.locator('.depth-1').first().waitFor({ state: 'detached' });
    });

    it('has the claims of a cell shown in the Evidence view', async () => {
      const cell = map.locator('[data-place="2 0"]');
      const label = (await cell.getAttribute('aria-label')) ?? '';
      const claims = /(\d+) claims/.exec(label)?.[1];
      assert.ok(claims);
      // Whatever sentence the cursor stands in.
      await editor().page.locator('.tab[data-resource-name="draft.md"]').click();
      await editor().goToLine(3);
      await editor().page.locator('.tab', { hasText: 'Evidence Map' }).click();
      map = await mapFrame(editor().page);
      await map.locator('[data-place="2 0"]').focus();
      await press(editor().page, 'Enter');
      const view = await frameWith(editor().page, 'caveat-evidence');
      await view.getByText(`${claims} results`).first().waitFor();
    });

    it('lays over it what the manuscript cites', async () => {
      const overlay = map.locator('vscode-checkbox.overlay');
      assert.equal(await overlay.getAttribute('label'), 'Cited in draft.md');
      await overlay.click();
      await map.locator('.number', { hasText: '1/' }).first().waitFor();
      await overlay.click();
      assert.equal(await map.locator('.number', { hasText: '1/' }).count(), 0);
    });

    it('chooses other dimensions', async () => {
      await map.locator('vscode-single-select').first().click();
      await map.getByRole('option', { name: 'Topic' }).click();
      await map.locator('th.head', { hasText: 'Lupus and lupus nephritis' }).waitFor();
      assert.match(await map.locator('th.corner').innerText(), /Topic/);
    });

    it('reads the same as a table, which is kept like the dimensions when the window is loaded again', async () => {
      await map.locator('vscode-checkbox.as-table').click();
      const table = map.locator('table.words');
      assert.match(await table.innerText(), /gap: no claim/);
      assert.match(await table.innerText(), /\d+ references, \d+ claims/);
      if (host === 'web') return;
      // As a person does it: VS Code then stores what it has to, which a browser's own reload may cut off.
      const loaded = editor().page.waitForEvent('load');
      await run(editor().page, 'Developer: Reload Window');
      await loaded;
      map = await mapFrame(editor().page);
      await map.locator('table.words th', { hasText: 'Lupus and lupus nephritis' }).waitFor();
    });

    it('leaves axe nothing to find, as a table and as bubbles', async () => {
      assert.deepEqual(await violations(map), []);
      await map.locator('vscode-checkbox.as-table').click();
      await map.locator('table.grid').waitFor();
      assert.deepEqual(await violations(map), []);
    });
  });
}

describe('a reviewer without evidence', () => {
  const editor = openWindow({
    files: { 'draft.md': DRAFT },
    settings: { 'caveat.packs': ['nowhere'] },
  });

  it('reads what is missing, and is led to the packs', async () => {
    const { page } = editor();
    await open(editor());
    const map = await frameWith(page, 'caveat-map .message');
    await map.getByText('No evidence pack is loaded').waitFor();
    assert.deepEqual(await violations(map), []);
    await map.getByText('Show Packs').click();
    await page.locator('.pane-header.expanded', { hasText: 'Packs' }).waitFor();
  });
});

describe('a reviewer who shows the evidence map to others', () => {
  const editor = openWindow({ files: { 'draft.md': DRAFT } });

  for (const [format, looks] of [
    ['svg', /^<svg[^]*<\/svg>\n$/],
    ['png', /^\x89PNG/],
  ] as const) {
    it(`exports it as ${format.toUpperCase()}`, async () => {
      const { page } = editor();
      await present(editor());
      await run(page, `Caveat: Export Evidence Map as ${format.toUpperCase()}…`);
      await page.locator('.quick-input-list .focused', { hasText: 'On white' }).waitFor();
      await page.keyboard.press('Enter');
      const box = page.locator('.quick-input-widget input.input');
      await until(async () => (await box.inputValue()).endsWith(`evidence-map.${format}`));
      const path = await box.inputValue();
      await page.keyboard.press('Enter');
      await page.getByText(`The map was exported to evidence-map.${format}.`).first().waitFor();
      const content = readFileSync(path, 'latin1');
      assert.match(content, looks);
      if (format === 'svg') assert.equal(await parseError(page, readFileSync(path, 'utf8')), '');
    });
  }
});

/** What a browser has to say against an XML document; nothing where it is well-formed. */
function parseError(page: Page, text: string): Promise<string> {
  return page.evaluate(
    `new DOMParser().parseFromString(${JSON.stringify(text)}, 'image/svg+xml').querySelector('parsererror')?.textContent ?? ''`,
  );
}

/** Waits until VS Code knows the extension, which it reads after it has drawn its window. */
async function present(editor: Editor): Promise<void> {
  await editor.openFile('draft.md');
  await editor.page.locator('.activitybar [aria-label^="Caveat"]').first().waitFor();
}

async function open(editor: Editor): Promise<void> {
  await present(editor);
  await editor.command('Caveat: Open Evidence Map');
}

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

function focused(map: Frame): Promise<unknown> {
  return map.evaluate('document.activeElement?.dataset.place');
}

async function violations(map: Frame): Promise<string[]> {
  await map.evaluate(AXE);
  const found = await map.evaluate<{
    violations: { id: string; nodes: { html: string }[] }[];
  }>(`axe.run(document, { runOnly: ${JSON.stringify(RULES)} })`);
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}

function mapFrame(page: Page): Promise<Frame> {
  return frameWith(page, 'caveat-map h1');
}
