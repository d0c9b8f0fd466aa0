// The Evidence view, as the tests see it.
import type { FrameLocator, Locator } from 'playwright-core';
import type { Editor } from './editor';

/** The page in the side bar; a preview of Markdown beside the manuscript is a webview too. */
export function view({ page }: Editor): FrameLocator {
  return page
    .frameLocator('iframe.webview.ready[src*="purpose=webviewView"]')
    .frameLocator('#active-frame');
}

export function card(editor: Editor, index: number): Locator {
  return view(editor).locator(`#card-${index}`);
}

export function sentence(editor: Editor): Locator {
  return view(editor).locator('.sentence');
}

export async function search(editor: Editor, words: string): Promise<void> {
  await view(editor).locator('.search input').fill(words);
  // The answer comes within a few frames.
  await editor.page.waitForTimeout(500);
}

export async function count(editor: Editor): Promise<number> {
  const text = await view(editor).locator('.count').innerText();
  return Number(/\d+/.exec(text)?.[0] ?? 0);
}

export async function waitForCount(editor: Editor, wanted: number): Promise<void> {
  await view(editor)
    .locator('.count', { hasText: new RegExp(`^${wanted} results?$`) })
    .waitFor();
}

export async function choose(editor: Editor, facet: string, value: string): Promise<void> {
  await view(editor).locator(`[data-facet=${facet}] [data-value="${value}"]`).check();
  await editor.page.waitForTimeout(500);
}
