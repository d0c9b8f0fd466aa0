import assert from 'node:assert/strict';
import { posix } from 'node:path';
import { readerFor } from '../../src/manuscript/formats';
import { namedBibliographies } from '../../src/manuscript/project';

/** What a manuscript among these files has for bibliographies, as paths from the top. */
function named(path: string, files: Readonly<Record<string, string>>): string[] {
  const source = files[path] ?? '';
  const reader = readerFor({ path, source });
  assert.ok(reader);
  const search = namedBibliographies(reader, reader.read(source), path);
  let step = search.next();
  while (!step.done) {
    const file = posix.join(posix.dirname(step.value.from), step.value.path);
    const text = files[file];
    step = search.next(text === undefined ? undefined : { file, text });
  }
  return step.value.map(({ link, from }) => posix.join(posix.dirname(from), link.path));
}

describe('bibliographies of a manuscript', () => {
  it('come from the manuscript, then from the Quarto projects above it', () => {
    const files = {
      'book/_quarto.yml': 'bibliography: refs.bib\n',
      'book/part/_metadata.yml': 'bibliography: [part.bib]\n',
      'book/part/one.qmd': '---\nbibliography: own.bib\n---\n',
      'book/part/one.md': '---\nbibliography: own.bib\n---\n',
    };
    assert.deepEqual(named('book/part/one.qmd', files), [
      'book/part/own.bib',
      'book/part/part.bib',
      'book/refs.bib',
    ]);
    assert.deepEqual(named('book/part/one.md', files), ['book/part/own.bib']);
  });

  it("come from a bookdown book's first page where a chapter names none", () => {
    const files = {
      'index.Rmd': '---\nbibliography: book.bib\n---\n',
      '01-one.Rmd': '# One\n',
      '02-two.Rmd': '---\nbibliography: own.bib\n---\n',
    };
    assert.deepEqual(named('01-one.Rmd', files), ['book.bib']);
    assert.deepEqual(named('02-two.Rmd', files), ['own.bib']);
    assert.deepEqual(named('index.Rmd', files), ['book.bib']);
  });

  it('come from the root of a LaTeX document, counted from it, also from its preamble', () => {
    const files = {
      'main.tex': '\\input{setup/preamble}\\begin{document}\\input{parts/one}\\end{document}',
      'setup/preamble.tex': '\\addbibresource{lib/refs.bib}',
      'parts/one.tex': '% !TEX root = ../main.tex\nText.',
      'parts/two.tex': 'Text.',
      'parts/three.tex': '% !TEX root = ../main.tex\n\\bibliography{own}',
      'loop.tex': '% !TEX root = loop.tex\n\\input{loop}',
    };
    assert.deepEqual(named('parts/one.tex', files), ['lib/refs.bib']);
    assert.deepEqual(named('main.tex', files), ['lib/refs.bib']);
    assert.deepEqual(named('parts/two.tex', files), []);
    assert.deepEqual(named('parts/three.tex', files), ['parts/own.bib']);
    assert.deepEqual(named('loop.tex', files), []);
  });

  it('come from a MyST project', () => {
    const files = {
      'myst.yml': 'project:\n  bibliography: [refs.bib]\n',
      'docs/a.md': 'Cells {cite}`a`.',
    };
    assert.deepEqual(named('docs/a.md', files), ['refs.bib']);
  });
});
