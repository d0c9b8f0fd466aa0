// Waiting, running commands, and finding the page of a webview.
import type { Frame, Page } from 'playwright-core';

/** Runs a command that itself opens a box at the top, or ends the page. */
export async function run(page: Page, title: string): Promise<void> {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input.input').first().fill(`>${title}`);
  await page.locator('.quick-input-list .focused', { hasText: title }).waitFor();
  await page.keyboard.press('Enter');
}

/** The frame that has such an element; several webviews may be open. */
export async function frameWith(page: Page, selector: string): Promise<Frame> {
  let found: Frame | undefined;
  await until(async () => {
    for (const frame of page.frames()) {
      const count = await frame
        .locator(selector)
        .count()
        .catch(() => 0);
      if (count > 0) found = frame;
    }
    return found !== undefined;
  });
  if (!found) throw new Error(`No webview has ${selector}.`);
  return found;
}

/** @param limit milliseconds */
export async function until(holds: () => Promise<boolean>, limit = 30_000): Promise<void> {
  for (const end = Date.now() + limit; Date.now() < end;) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('Waited in vain.');
}
