// Drives VS Code in a browser as a person does: opens files, types, points, reads what is shown.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { JSHandle, Locator, Page } from 'playwright-core';
import { root } from '../../scripts/hosts/index.mjs';
import { placeInLine, type PageElement } from './place';

/** How loud a squiggle is, as VS Code draws it. */
export type Squiggle = 'error' | 'warning' | 'info' | 'hint';

/** One VS Code window. */
export class Editor {
  constructor(readonly page: Page) {}

  /** Waits until the workbench stands and shows the workspace's files. */
  async ready(timeout: number): Promise<void> {
    const files = this.page.locator('.explorer-folders-view [role=treeitem]');
    await files.first().waitFor({ timeout });
  }

  /** Opens a file of the workspace by its path, folder by folder in the explorer. */
  async openFile(path: string): Promise<void> {
    const names = path.split('/');
    const file = names.pop() ?? '';
    for (const name of names) {
      const folder = this.inExplorer(name);
      if ((await folder.getAttribute('aria-expanded')) !== 'true') await folder.click();
    }
    await this.inExplorer(file).dblclick();
    await this.page.locator(`.tab.active[data-resource-name="${file}"]`).waitFor();
    await this.page.locator('.editor-instance .view-lines').first().waitFor();
  }

  /** Runs a command by its title in the palette. */
  async command(title: string): Promise<void> {
    await this.page.keyboard.press('F1');
    await this.pick(`>${title}`);
  }

  /** Puts the cursor at the end of a line, counted from 1. */
  async goToLine(line: number): Promise<void> {
    await this.page.keyboard.press('Control+KeyG');
    await this.pick(`:${line}`);
    await this.page.keyboard.press('End');
  }

  /** Types at the cursor, one key after the other. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text, { delay: 15 });
  }

  /** Waits for a squiggle; gives all of its kind that are in view. */
  async squiggles(kind: Squiggle): Promise<Locator> {
    const found = this.page.locator(`.monaco-editor .squiggly-${kind}`);
    await found.first().waitFor();
    return found;
  }

  /** Points at a piece of text on one line of the editor; gives what the hover then says. */
  async hover(text: string): Promise<string> {
    const at = await this.placeOf(text);
    const content = this.page.locator('.monaco-resizable-hover .monaco-hover-content').last();
    // A pointer that does not move opens no hover, and one on a busy page may come to nothing.
    for (let tries = 4; tries > 0 && !(await content.isVisible()); tries--) {
      await this.page.mouse.move(at.x + 40, at.y + 200);
      await this.page.mouse.move(at.x, at.y, { steps: 4 });
      await content.waitFor({ timeout: 5000 }).catch(() => undefined);
    }
    // The hover shows a placeholder while providers are still at work.
    await content.filter({ hasNotText: /^\s*(Loading\.\.\.)?\s*$/ }).waitFor();
    return content.innerText();
  }

  /** The labels in the completion list, once it is open. */
  async suggestions(): Promise<string[]> {
    const rows = this.page.locator('.suggest-widget.visible .monaco-list-row .label-name');
    await rows.first().waitFor();
    return rows.allInnerTexts();
  }

  /** The titles in the quick fix menu at the cursor. */
  async quickFixes(): Promise<string[]> {
    await this.page.keyboard.press('ControlOrMeta+Period');
    const rows = this.page.locator('.action-widget .monaco-list-row.action .title');
    await rows.first().waitFor();
    return rows.allInnerTexts();
  }

  /** The editor's text as far as it is in view. */
  async visibleText(): Promise<string> {
    const lines = this.page.locator('.editor-instance .view-lines .view-line');
    return plain((await lines.allInnerTexts()).join('\n'));
  }

  /** What a webview shows, where one is open. */
  webview(): ReturnType<Page['frameLocator']> {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  }

  /** Keeps a picture, in test-results/ unless another folder is named. */
  async screenshot(name: string, folder = join(root, 'test-results')): Promise<void> {
    await mkdir(folder, { recursive: true });
    await this.page.screenshot({ path: join(folder, `${name}.png`) });
  }

  private inExplorer(name: string): Locator {
    return this.page
      .locator(`.explorer-folders-view [role=treeitem][aria-label^="${name}"]`)
      .first();
  }

  /** Types into the box that is open at the top and takes its first row. */
  private async pick(text: string): Promise<void> {
    const box = this.page.locator('.quick-input-widget input.input').first();
    await box.waitFor();
    await box.fill(text);
    const wanted = text.replace(/^[>:]/, '');
    const row = this.page.locator('.quick-input-list .monaco-list-row.focused');
    await row.filter({ hasText: wanted }).waitFor();
    await this.page.keyboard.press('Enter');
    await box.waitFor({ state: 'hidden' });
  }

  private async placeOf(text: string): Promise<{ x: number; y: number }> {
    const line = this.page.locator('.editor-instance .view-line').filter({ hasText: text }).first();
    await line.waitFor();
    const element = (await line.elementHandle()) as unknown as JSHandle<PageElement>;
    const place = await element.evaluate(placeInLine, text);
    if (!place) throw new Error(`"${text}" is not on one line of the editor.`);
    return place;
  }
}

// VS Code draws spaces as no-break spaces.
function plain(text: string): string {
  return text.replace(/\u00a0/g, ' ');
}
