// Pictures of the evidence view in each kind of theme, at two widths.
import { launch } from '../test/e2e/launch.ts';
import { applyMedia, THEMES } from './picture-themes.mjs';

const DRAFT = `# Donor cells

MSCs are immune-privileged.

Differentiation makes allogeneic MSCs immunogenic [@huang2010differentiation].
`;
/** Of the side bar; the narrow one is the least that VS Code allows. */
const WIDTHS = { narrow: 170, wide: 900 };

/**
 * Takes `evidence-<theme>-<width>-sentence` and `-filters`, each theme in a window of its own.
 *
 * @param {string} out the folder
 */
export async function evidencePictures(out) {
  for (const [theme, kind] of Object.entries(THEMES)) {
    const { editor, close } = await launch({
      files: { 'draft.md': DRAFT },
      size: { width: 1300, height: 900 },
      settings: {
        'workbench.colorTheme': kind.theme,
        'chat.disableAIFeatures': true,
        'editor.minimap.enabled': false,
      },
    });
    const { page } = editor;
    const take = async (what) => {
      await page.waitForTimeout(700);
      await editor.screenshot(`evidence-${theme}-${what}`, out);
      console.log(`${out}/evidence-${theme}-${what}.png`);
    };
    try {
      await editor.openFile('draft.md');
      await editor.squiggles('error');
      await applyMedia(editor.page, kind);
      await editor.goToLine(3);
      await editor.command('Caveat: Search Evidence in the Side Bar');
      const view = editor.page
        .frameLocator(`iframe.webview.ready[src*="purpose=webviewView"]`)
        .frameLocator('#active-frame');
      await view.locator('.card').first().waitFor();
      await page.locator('.pane-header', { hasText: 'Findings' }).click();
      const box = view.locator('.search input');
      for (const [width, pixels] of Object.entries(WIDTHS)) {
        await box.fill('');
        await widen(page, pixels);
        await take(`${width}-sentence`);
        await box.fill('osteoarthritis bone marow');
        await view.locator('.filter-toggle').click();
        await view.locator('[data-facet=kind] input').first().check();
        await view.locator('.chip.chosen').waitFor();
        await box.press('ArrowDown');
        await take(`${width}-filters`);
        await view.locator('.chosen-chips .link').click();
        await view.locator('.filter-toggle').click();
      }
    } finally {
      await close();
    }
  }
}

/** Pulls the side bar to a width. */
export async function widen(page, width) {
  const { x, y, width: now } = await page.locator('.part.sidebar').boundingBox();
  await page.mouse.move(x + now, y + 400);
  await page.mouse.down();
  await page.mouse.move(x + width, y + 400, { steps: 5 });
  await page.mouse.up();
  await page.mouse.move(x + width + 100, y + 600);
}
