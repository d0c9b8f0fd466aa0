// Pictures of the trees and of the evidence map at the least width, in each kind of theme.
import { launch } from '../test/e2e/launch.ts';
import { openSidebar, pane, row } from '../test/e2e/sidebar.ts';
import { widen } from './evidence-pictures.mjs';
import { applyMedia, THEMES } from './picture-themes.mjs';

const DRAFT = `# Donor cells

MSCs are immune-privileged.

MSCs can differentiate into osteocytes, adipocytes and chondrocytes.
`;
/** Of the side bar, pixels: the least that VS Code allows. */
const NARROW = 170;

/**
 * Takes `trees-<theme>-narrow` and, with the map moved into a window of that width, `map-<theme>-170`.
 *
 * @param {string} out the folder
 */
export async function narrowPictures(out) {
  for (const [theme, kind] of Object.entries(THEMES)) {
    const { editor, close } = await launch({
      files: { 'draft.md': DRAFT },
      size: { width: 900, height: 900 },
      settings: { 'workbench.colorTheme': kind.theme, 'chat.disableAIFeatures': true },
    });
    const { page } = editor;
    const take = async (name) => {
      await page.waitForTimeout(700);
      await editor.screenshot(name, out);
      console.log(`${out}/${name}.png`);
    };
    try {
      await editor.openFile('draft.md');
      await editor.squiggles('error');
      await applyMedia(page, kind);
      await openSidebar(editor);
      await row(editor, 'Findings', /immune-privileged/).waitFor();
      await pane(editor, 'Evidence').locator('.pane-header').click();
      await pane(editor, 'Packs').locator('.pane-header').click();
      const pack = row(editor, 'Packs', /^Allogeneic vs\. autologous MSCs/);
      await pack.locator('.monaco-tl-twistie').click();
      await widen(page, NARROW);
      await row(editor, 'Findings', /immune-privileged/).click();
      await take(`trees-${theme}-narrow`);
      await editor.command('Caveat: Open Evidence Map');
      const map = editor.webview();
      await map.locator('table.grid').waitFor();
      await editor.command('View: Toggle Primary Side Bar Visibility');
      // What is left beside the activity bar.
      await page.setViewportSize({ width: NARROW + 60, height: 900 });
      await take(`map-${theme}-${NARROW}`);
      await map.locator('vscode-checkbox.as-table').click();
      await take(`map-${theme}-${NARROW}-table`);
    } finally {
      await close();
    }
  }
}
