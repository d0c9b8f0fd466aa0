import assert from 'node:assert/strict';
import { readerFor } from '../../src/manuscript/formats';
import { rmarkdown } from '../../src/manuscript/rmarkdown';

const texts = (source: string): string[] =>
  rmarkdown.read(source).blocks.flatMap((block) => block.statements.map(({ text }) => text));

describe('R Markdown', () => {
  it('reads prose, and neither chunks nor inline R', () => {
    const source =
      'Cells [@a] died in `r nrow(x)` rats.\n\n```{r, echo = FALSE}\n# MSCs are immune-privileged.\n```\n\nMore.';
    assert.deepEqual(texts(source), ['Cells died in ⟦code⟧ rats.', 'More.']);
  });

  it("takes bookdown's references for place-holders", () => {
    assert.deepEqual(texts('See Figure \\@ref(fig:one) and Section \\@ref(two).'), [
      'See Figure ⟦code⟧ and Section ⟦code⟧.',
    ]);
    assert.deepEqual(rmarkdown.read('See \\@ref(fig:one).').citations, []);
  });

  it('follows no path that R makes', () => {
    const source = '---\nbibliography: ["`r here::here(\'a.bib\')`", b.bib]\n---\n';
    assert.deepEqual(
      rmarkdown.read(source).bibliographies.map(({ path }) => path),
      ['b.bib'],
    );
  });

  it('takes what the first page of a book names', () => {
    const index = '---\nbibliography: book.bib\n---\n\nHello.';
    assert.deepEqual(
      rmarkdown.project?.bibliographies(index, 'index.Rmd').map(({ path }) => path),
      ['book.bib'],
    );
  });

  it('is told by its file ending and its language', () => {
    assert.equal(readerFor({ path: 'a/B.Rmd' }), rmarkdown);
    assert.equal(readerFor({ languageId: 'rmd' }), rmarkdown);
  });
});
