// Pictures of the evidence map in each kind of theme, wide and narrow.
import { launch } from '../test/e2e/launch.ts';
import { applyMedia, THEMES } from './picture-themes.mjs';

const DRAFT = `# Donor cells

Differentiation makes allogeneic MSCs immunogenic [@huang2010differentiation].
`;
const WIDE = { width: 1300, height: 960 };
const NARROW = { width: 470, height: 960 };

/**
 * Takes `map-<theme>` (the page alone), `map-<theme>-wide`, `-overlay`, `-table` and `-narrow`, each theme in a window of its own.
 *
 * @param {string} out the folder
 */
export async function mapPictures(out) {
  for (const [theme, kind] of Object.entries(THEMES)) {
    const { editor, close } = await launch({
      files: { 'draft.md': DRAFT },
      size: WIDE,
      settings: { 'workbench.colorTheme': kind.theme, 'chat.disableAIFeatures': true },
    });
    const take = async (what) => {
      await editor.page.waitForTimeout(600);
      await editor.screenshot(`map-${theme}-${what}`, out);
      console.log(`${out}/map-${theme}-${what}.png`);
    };
    try {
      await editor.openFile('draft.md');
      await editor.page.locator('.activitybar [aria-label^="Caveat"]').first().waitFor();
      await applyMedia(editor.page, kind);
      await editor.command('Caveat: Open Evidence Map');
      await editor.command('View: Toggle Primary Side Bar Visibility');
      const map = editor.webview();
      await map.locator('table.grid').waitFor();
      await map.locator('vscode-checkbox.overlay').waitFor();
      await take('wide');
      await map.locator('main').screenshot({ path: `${out}/map-${theme}.png` });
      await map.locator('vscode-checkbox.overlay').click();
      await map.locator('[data-place="2 4"]').focus();
      await take('overlay');
      await map.locator('vscode-checkbox.overlay').click();
      await map.locator('vscode-checkbox.as-table').click();
      await take('table');
      await map.locator('vscode-checkbox.as-table').click();
      await editor.page.setViewportSize(NARROW);
      await take('narrow');
    } finally {
      await close();
    }
  }
}
