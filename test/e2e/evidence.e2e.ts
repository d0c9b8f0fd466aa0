import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Editor } from './editor';
import { card, choose, count, search, sentence, view, waitForCount } from './evidence-view';
import { openWindow } from './window';

const DRAFT = `# Donor cells

MSCs are immune-privileged.

Cells of older donors proliferate more slowly.

The weather was fine [@huang2010differentiation].
`;
const AXE = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');

describe('a writer with the evidence in the side bar', () => {
  const editor = openWindow({
    files: { 'draft.md': DRAFT },
    settings: { 'caveat.citations.appendEntries': 'never', 'chat.disableAIFeatures': true },
  });

  it('sees the evidence for the sentence at the cursor', async () => {
    await editor().openFile('draft.md');
    // The extension is there.
    await editor().squiggles('error');
    await editor().goToLine(3);
    await editor().page.keyboard.press('Control+Alt+KeyE');
    await sentence(editor()).filter({ hasText: 'MSCs are immune-privileged.' }).waitFor();
    assert.match(await card(editor(), 0).innerText(), /contested[^]*immune/);
    await editor().screenshot('evidence-view');
  });

  it('is given the evidence for another sentence when going there', async () => {
    await inEditor(editor());
    await editor().goToLine(5);
    await sentence(editor()).filter({ hasText: 'older donors' }).waitFor();
    await view(editor())
      .locator('.card', { hasText: /proliferate/ })
      .first()
      .waitFor();
  });

  it('pins a sentence, goes elsewhere, and follows again', async () => {
    const pin = view(editor()).locator('.pin');
    await pin.click();
    await view(editor()).locator('.subject-title', { hasText: 'Pinned' }).waitFor();
    await inEditor(editor());
    await editor().goToLine(3);
    await editor().page.waitForTimeout(600);
    assert.match(await sentence(editor()).innerText(), /older donors/);
    await editor().command('Caveat: Follow the Editor Again');
    await sentence(editor()).filter({ hasText: 'immune-privileged' }).waitFor();
  });

  it('finds while typing, a typo forgiven, with the words marked', async () => {
    const box = view(editor()).locator('.search input');
    await box.click();
    await editor().type('hunag 2010');
    await view(editor())
      .locator('.count', { hasText: /^1 result$/ })
      .waitFor();
    const found = card(editor(), 0);
    assert.match(await found.innerText(), /Huang et al\. 2010 \[25\]/);
    assert.match(await found.innerText(), /cited here/);
    assert.ok((await found.locator('mark', { hasText: 'Huang' }).count()) > 0);
  });

  it('narrows down with filters, combined, and clears them', async () => {
    await search(editor(), 'osteoarthritis');
    const before = await count(editor());
    await view(editor()).locator('.filter-toggle').click();
    await choose(editor(), 'kind', 'claim');
    await choose(editor(), 'certainty', 'supported');
    await view(editor()).locator('.chip.chosen').nth(1).waitFor();
    const after = await count(editor());
    assert.ok(after > 0 && after < before, `${after} of ${before}`);
    assert.equal(await view(editor()).locator('.card.reference').count(), 0);
    const said = await view(editor()).locator('[role=status]').first().innerText();
    assert.match(said, new RegExp(`^${after} results$`));
    await view(editor()).locator('.chosen-chips .link').click();
    await waitForCount(editor(), before);
  });

  it('moves from card to card with the arrow keys, and opens the evidence with Enter', async () => {
    const { page } = editor();
    await view(editor()).locator('.search input').press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await view(editor()).locator('#card-1:focus').waitFor();
    const statement = await view(editor()).locator('#card-text-1').innerText();
    await page.keyboard.press('Enter');
    await page.locator('.tab', { hasText: /Preview.*\.md/ }).waitFor();
    await page
      .frameLocator('iframe.webview.ready:not([src*="purpose=webviewView"])')
      .frameLocator('#active-frame')
      .locator('h1', { hasText: statement.slice(0, 30) })
      .waitFor();
  });

  it('inserts the citation of a card at the cursor, in the syntax of the manuscript', async () => {
    await editor().page.locator('.tab[data-resource-name="draft.md"]').click();
    await editor().goToLine(3);
    await search(editor(), 'nauta 2006');
    await card(editor(), 0).locator('[data-action=insertCitation]').click();
    await editor().page.locator('.view-line', { hasText: '[@nauta2006donor]' }).waitFor();
    await view(editor()).locator('[aria-live]', { hasText: 'Citation inserted' }).waitFor();
    await card(editor(), 0).locator('.cited').waitFor();
  });

  it('finds where the manuscript speaks of a card', async () => {
    await search(editor(), 'huang 2010');
    await card(editor(), 0).focus();
    await editor().page.keyboard.press('m');
    await editor()
      .page.locator('.statusbar-item', { hasText: /Ln 7\b/ })
      .waitFor();
  });

  it('chooses one of the references of a claim to copy it', async () => {
    const { page } = editor();
    await search(editor(), 'belief that MSCs are immune-privileged');
    await card(editor(), 0).locator('[data-action=copyReference]').click();
    await page.locator('.quick-input-list', { hasText: 'Nauta' }).waitFor();
    await page.keyboard.press('Escape');
  });

  it('finds everything as it was after a reload', async () => {
    await search(editor(), 'umbilical cord');
    await choose(editor(), 'kind', 'reference');
    const total = await count(editor());
    // As a person does it: VS Code then stores what it has to, which a browser's own reload may cut off.
    const loaded = editor().page.waitForEvent('load');
    const { page } = editor();
    await page.keyboard.press('F1');
    await page.locator('.quick-input-widget input.input').fill('>Developer: Reload Window');
    await page.locator('.quick-input-list .focused', { hasText: 'Reload Window' }).waitFor();
    await page.keyboard.press('Enter');
    await loaded;
    await card(editor(), 0).waitFor({ timeout: 60_000 });
    assert.equal(await view(editor()).locator('.search input').inputValue(), 'umbilical cord');
    await waitForCount(editor(), total);
    await view(editor()).locator('.chip.chosen', { hasText: 'References' }).waitFor();
  });

  it('meets nothing that axe-core objects to', async () => {
    await search(editor(), 'immune');
    await assertAccessible(editor());
    await search(editor(), 'zzzzqqqq');
    await view(editor()).locator('.empty').waitFor();
    await assertAccessible(editor());
  });
});

describe('a writer whose workspace is not trusted', () => {
  const editor = openWindow({ files: { 'draft.md': DRAFT }, trust: false });

  it('is told so in the view, which works with the evidence that ships', async () => {
    await editor().openFile('draft.md');
    await editor().squiggles('error');
    await editor().command('Caveat: Search Evidence in the Side Bar');
    await view(editor()).locator('.note', { hasText: 'not trusted' }).waitFor();
    await search(editor(), 'huang 2010');
    await card(editor(), 0).filter({ hasText: 'Huang et al. 2010' }).waitFor();
  });
});

async function inEditor(editor: Editor): Promise<void> {
  await editor.page.locator('.editor-instance .view-lines').first().click();
}

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
}

async function assertAccessible(editor: Editor): Promise<void> {
  const root = view(editor).locator('html');
  // Injected by the test alone: the page's own policy would not load it.
  await root
    .evaluate((_element, source) => {
      (0, eval)(source);
    }, AXE)
    .catch(() => undefined);
  const { violations } = await root.evaluate<AxeResults, unknown>((_element: unknown) =>
    (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  const told = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary ?? ''}`),
  );
  assert.deepEqual(told, []);
}
