import assert from 'node:assert/strict';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './frames';
import { openWindow } from './window';

const STATUS = '.statusbar-item[id="caveat.caveat.caveat.status"]';
const SENTENCE = 'Donor MSCs can provoke an immune response in infarcted rats';
const FILES = {
  'paper.tex': `\\documentclass{article}
\\usepackage{natbib}
\\begin{document}
${SENTENCE}

\\input{chapter}
\\bibliography{refs}
\\end{document}
`,
  'chapter.tex': 'Donor MSCs are cells \\citep{own2001, nobody}.\n',
  'notes.qmd': `---\nbibliography: refs.bib\n---\n\n${SENTENCE}\n\nSee @fig-one.\n`,
  'refs.bib': '@misc{own2001,\n  title = {Own},\n  doi = {10.1000/own}\n}\n',
};

describe('a writer who cites', () => {
  const editor = openWindow({
    files: FILES,
    settings: { 'caveat.citations.appendEntries': 'always' },
  });

  it('types what it is about, presses Enter, and tells the page', async () => {
    const { page } = editor();
    await editor().openFile('paper.tex');
    await page.locator(STATUS).waitFor();
    await editor().goToLine(4);
    await page.keyboard.press('Control+Alt+KeyC');
    const list = page.locator('.quick-input-list');
    await list.getByText('For this sentence').first().waitFor();
    await page.keyboard.type('nauta');
    await list.locator('.monaco-list-row.focused', { hasText: 'Nauta et al. 2006' }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-title', { hasText: 'Page or other locator' }).waitFor();
    await page.keyboard.type('p. 3');
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-title', { hasText: 'Words before' }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.view-line', { hasText: 'citep[p. 3]{nauta2006donor}' }).waitFor();
    await editor().openFile('refs.bib');
    await page.locator('.view-line', { hasText: '@article{nauta2006donor' }).waitFor();
    // A DOI is a link there.
    await page.locator('.detected-link', { hasText: '10.1000/own' }).waitFor();
  });

  it('has the bibliography of the document in a chapter that does not name it', async () => {
    await editor().openFile('chapter.tex');
    const unknown = await editor().squiggles('error');
    assert.equal(await unknown.count(), 1);
  });

  it('is served in Quarto, be its extension there or not', async () => {
    await editor().openFile('notes.qmd');
    await editor().goToLine(5);
    await editor().type(' [@');
    const [first] = await editor().suggestions();
    assert.match(first ?? '', /^(?:huang2010|nauta2006)/);
    await editor().page.keyboard.press('Escape');
    assert.equal(await editor().page.locator('.squiggly-error').count(), 0);
  });
});

describe('a writer whose bibliography goes while the question stands', () => {
  const draft = `---\nbibliography: refs.bib\n---\n\n${SENTENCE}\n`;
  const editor = openWindow({ files: { 'draft.md': draft, 'refs.bib': FILES['refs.bib'] } });

  it('is told so, and the manuscript stays as it was', async () => {
    const { page } = editor();
    await editor().openFile('draft.md');
    await page.locator(STATUS).waitFor();
    await editor().goToLine(5);
    await run(page, 'Caveat: Find Evidence…');
    await page.locator('.quick-input-title', { hasText: 'Find Evidence' }).waitFor();
    await page.keyboard.type('nauta 2006');
    await page.locator('.quick-input-list .focused', { hasText: 'Nauta' }).waitFor();
    await page.keyboard.press('Enter');
    const once = page.locator('.quick-input-list .monaco-list-row', { hasText: 'This Time' });
    await once.waitFor();
    const bib = join(new URL(page.url()).searchParams.get('folder') ?? '', 'refs.bib');
    assert.ok(existsSync(bib));
    rmSync(bib);
    await once.click();
    // A window under test keeps its notifications to itself.
    await editor().command('Notifications: Show Notifications');
    const told = page.locator('.notifications-center');
    await told.getByText('refs.bib is not there any more').waitFor();
    await told.getByText('The citation was not inserted').waitFor();
    assert.doesNotMatch(await editor().visibleText(), /nauta/);
    assert.equal(existsSync(bib), false);
    // Unless the writer wants it so.
    await told.getByText('Insert Anyway').click();
    await page.locator('.view-line', { hasText: '[@nauta2006donor]' }).waitFor();
  });
});
