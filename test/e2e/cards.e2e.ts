import assert from 'node:assert/strict';
import type { Editor } from './editor';
import { card, search, view } from './evidence-view';
import { until } from './frames';
import { openWindow } from './window';

const DRAFT = `# Donor cells

Donor cells have been tried in many diseases with MSCs
`;

for (const host of ['node', 'web'] as const) {
  describe(`what can be done with a card of the evidence, ${host} host`, () => {
    const editor = openWindow({
      host,
      files: { 'draft.md': DRAFT },
    });

    before(async () => {
      const { page } = editor();
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      // Nothing is asked of the network.
      await page.context().route('https://doi.org/**', (route) => route.fulfill({ body: 'DOI' }));
      await editor().openFile('draft.md');
      await page.locator('.statusbar-item[id="caveat.caveat.caveat.status"]').waitFor();
      await editor().command('Caveat: Search Evidence in the Side Bar');
      await search(editor(), 'huang 2010');
      await card(editor(), 0).filter({ hasText: 'Huang et al. 2010' }).waitFor();
    });

    it('its citation is copied', async () => {
      await act(editor(), 'copyCitation');
      await until(async () => (await clipboard(editor())) === '[@huang2010differentiation]');
      await view(editor()).locator('[aria-live]', { hasText: 'Copied [@huang2010' }).waitFor();
    });

    it('its reference is copied in the style that is chosen', async () => {
      const { page } = editor();
      for (const [style, looks] of [
        ['Vancouver', /^Huang XP, .*Circulation\. 2010/],
        ['BibTeX', /^@article\{huang2010differentiation,\n/],
      ] as const) {
        await act(editor(), 'copyReference');
        await page.locator('.quick-input-list .monaco-list-row', { hasText: style }).click();
        await until(async () => looks.test(await clipboard(editor())));
      }
    });

    it('its DOI is opened', async () => {
      const { page } = editor();
      const opened = page.context().waitForEvent('page');
      await act(editor(), 'openDoi');
      const dialog = page.locator('.monaco-dialog-box', { hasText: 'doi.org/10.1161' });
      await dialog.getByRole('button', { name: 'Open', exact: true }).click();
      const browser = await opened;
      await browser.waitForURL(/^https:\/\/doi\.org\/10\.1161\/CIRCULATIONAHA\.110\.955971$/);
      await browser.close();
    });

    it('its page is opened', async () => {
      const { page } = editor();
      await act(editor(), 'openPage');
      await page.locator('.tab', { hasText: /Preview.*huang2010/ }).waitFor();
      await page
        .frameLocator('iframe.webview.ready:not([src*="purpose=webviewView"])')
        .frameLocator('#active-frame')
        .locator('body', { hasText: 'What the review says' })
        .waitFor();
    });

    it('it is cited at the cursor', async () => {
      const { page } = editor();
      await page.locator('.tab[data-resource-name="draft.md"]').click();
      await editor().goToLine(3);
      await act(editor(), 'insertCitation');
      // It is in no bibliography, and there is none.
      await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Never' }).click();
      await page.locator('.view-line', { hasText: '@huang2010differentiation]' }).waitFor();
      await card(editor(), 0).locator('.cited').waitFor();
      assert.equal((await editor().visibleText()).split('@huang2010').length, 2);
    });
  });
}

async function act(editor: Editor, action: string): Promise<void> {
  await card(editor, 0).locator(`[data-action=${action}]`).click();
}

function clipboard({ page }: Editor): Promise<string> {
  return page.evaluate('navigator.clipboard.readText()');
}
