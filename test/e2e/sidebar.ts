// The side bar and its trees.
import type { Locator } from 'playwright-core';
import type { Editor } from './editor';

export async function openSidebar({ page }: Editor): Promise<void> {
  const icon = page.locator('.activitybar .action-item', {
    has: page.locator('[aria-label^="Caveat"]'),
  });
  await icon.waitFor();
  // A click on the one that is open would close it.
  if (!/\bchecked\b/.test((await icon.getAttribute('class')) ?? '')) await icon.click();
  await page.locator('.pane-header', { hasText: 'Findings' }).waitFor();
}

export async function openExplorer({ page }: Editor): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Shift+KeyE');
  await page.locator('.explorer-folders-view').waitFor();
}

/** One view of the sidebar, with its header. */
export function pane(editor: Editor, name: string): Locator {
  return editor.page.locator('.pane', {
    has: editor.page.locator('.pane-header', { hasText: name }),
  });
}

/** A row of a view by what a screen reader says of it. */
export function row(editor: Editor, view: string, name: RegExp): Locator {
  return pane(editor, view).getByRole('treeitem', { name }).first();
}

export async function menu({ page }: Editor, at: Locator, title: string): Promise<void> {
  await at.click({ button: 'right' });
  const item = page.getByRole('menuitem', { name: title });
  await item.hover();
  // A menu takes no click at once, so that the one that opened it does not choose as well.
  await page.waitForTimeout(300);
  await item.click();
}
