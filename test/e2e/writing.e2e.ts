import assert from 'node:assert/strict';
import { ourServers } from './servers';
import { openWindow } from './window';

const CELLS = 'MSCs can differentiate into osteocytes, adipocytes and chondrocytes.';
const DRAFT = `# Cells\n\n${CELLS}\n`;
const STATUS = '.statusbar-item[id="caveat.caveat.caveat.status"]';
const WEATHER = '# Weather\n\nThe day is fine.\n';

describe('a writer who looks for evidence', () => {
  const editor = openWindow({ files: { 'draft.md': DRAFT, 'weather.md': WEATHER } });

  it('sees how many findings the manuscript has, and nothing where there is no manuscript', async () => {
    await editor().openFile('draft.md');
    const item = editor().page.locator(STATUS);
    await item.waitFor();
    assert.match(await item.innerText(), /^\s*1$/);
    await editor().openFile('weather.md');
    await item.waitFor({ state: 'hidden' });
    await editor().openFile('draft.md');
  });

  it('is offered the references for the sentence, and puts one in', async () => {
    await editor().goToLine(3);
    await editor().type(' [@');
    const [first] = await editor().suggestions();
    assert.ok(first);
    await editor().screenshot('completion');
    await editor().type('vody');
    await editor().page.locator('.suggest-widget .focused', { hasText: 'vodyanik2010' }).waitFor();
    await editor().page.keyboard.press('Enter');
    assert.match(await editor().visibleText(), /\[@vodyanik2010mesoderm\]/);
  });

  it('reads about a cited paper when pointing at its key', async () => {
    const card = await editor().hover('vodyanik2010');
    assert.match(card, /Vodyanik et al\. 2010[^]*What the review says/);
    await editor().screenshot('hover-citation');
  });

  it('searches claims and references, and puts a citation in', async () => {
    const { page } = editor();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('F1');
    await page.keyboard.type('Caveat: Find Evidence');
    await page.locator('.quick-input-list .focused', { hasText: 'Find Evidence' }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-title', { hasText: 'Find Evidence' }).waitFor();
    await page.keyboard.type('nauta 2006');
    await page.locator('.quick-input-list .focused', { hasText: 'Nauta' }).waitFor();
    await editor().screenshot('find-evidence');
    await page.keyboard.press('Enter');
    await page.locator('.view-line', { hasText: '[@nauta2006donor' }).waitFor();
  });
});

describe('a writer whose server dies', () => {
  const editor = openWindow({ files: { 'draft.md': DRAFT } });

  it('goes on as if nothing had happened', async function () {
    if (process.platform !== 'linux') this.skip();
    await editor().openFile('draft.md');
    await editor().squiggles('info');
    await editor().goToLine(3);
    await editor().type(' They are round.');
    const [first] = ourServers();
    assert.ok(first !== undefined, 'the server runs');
    process.kill(first, 'SIGKILL');
    // The new server knows what was typed and not saved: what is typed now is checked with it.
    await editor().type(` ${CELLS}`);
    await editor()
      .page.locator(STATUS)
      .filter({ hasText: /^\s*2$/ })
      .waitFor();
    const [second] = ourServers();
    assert.ok(second !== undefined && second !== first, 'another server runs');
  });
});

describe('a writer who has VS Code validate Markdown', () => {
  const editor = openWindow({
    files: { 'draft.md': `# Cells\n\n${CELLS} [@vodyanik2010mesoderm]\n` },
    settings: { 'markdown.validate.enabled': true },
  });

  it('is offered to have citations spared, and they are', async () => {
    const { page } = editor();
    await editor().openFile('draft.md');
    await page.locator(STATUS).waitFor();
    // A window under test keeps its notifications to itself.
    await editor().command('Notifications: Show Notifications');
    const offer = page.locator('.notifications-center', { hasText: 'as missing links' });
    await offer.getByText('Silence in this workspace').click();
    await page.locator('[role=treeitem][aria-label^=".vscode"]').first().waitFor();
    await page.locator('.squiggly-warning').first().waitFor({ state: 'detached' });
  });
});
