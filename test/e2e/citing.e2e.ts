import assert from 'node:assert/strict';
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
