import assert from 'node:assert/strict';
import { posix } from 'node:path';
import { readerFor } from '../../src/manuscript/formats';
import { namedBibliographies } from '../../src/manuscript/project';
import { findSurroundings } from '../../src/manuscript/surroundings';
import type { Search } from '../../src/manuscript/wanted-files';

type Files = Readonly<Record<string, string>>;

/** Gives a search the files that it wants. */
function follow<T>(search: Search<T>, files: Files): T {
  let step = search.next();
  while (!step.done) {
    const { from, path, endings } = step.value;
    const file = posix.join(posix.dirname(from), path);
    const text = files[file];
    const names = Object.keys(files).flatMap((name) =>
      posix.join(posix.dirname(name), '/') === posix.join(file, '/') ? posix.basename(name) : [],
    );
    if (endings) step = search.next({ file, text: '', names });
    else step = search.next(text === undefined ? undefined : { file, text });
  }
  return step.value;
}

/** A manuscript among these files, read as a part of its document, and its bibliographies as paths from the top. */
function read(path: string, files: Files) {
  const source = files[path] ?? '';
  const reader = readerFor({ path, source });
  assert.ok(reader);
  const around = follow(findSurroundings(reader, source, path), files);
  const manuscript = (reader.within?.(around?.preambles ?? []) ?? reader).read(source);
  const found = follow(namedBibliographies(reader, manuscript, path, around), files);
  const bibliographies = found.map(({ link, from }) => posix.join(posix.dirname(from), link.path));
  return { manuscript, bibliographies };
}

const named = (path: string, files: Files) => read(path, files).bibliographies;

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

  it('come from a LaTeX document that takes a chapter in without the chapter saying so', () => {
    const files = {
      'other.tex': '\\begin{document}\\input{elsewhere}\\end{document}\\bibliography{no}',
      'thesis.tex': '\\begin{document}\\include{parts/one}\\bibliography{refs}\\end{document}',
      'parts/one.tex': 'Text. \\input{parts/deep}',
      'parts/deep.tex': 'Deep.',
      'parts/stray.tex': 'Nobody takes this in.',
    };
    assert.deepEqual(named('parts/one.tex', files), ['refs.bib']);
    assert.deepEqual(named('parts/deep.tex', files), ['refs.bib']);
    assert.deepEqual(named('parts/stray.tex', files), []);
  });

  it('come from a MyST project', () => {
    const files = {
      'myst.yml': 'project:\n  bibliography: [refs.bib]\n',
      'docs/a.md': 'Cells {cite}`a`.',
    };
    assert.deepEqual(named('docs/a.md', files), ['refs.bib']);
  });
});

describe('macros of a LaTeX document', () => {
  const macro = '\\newcommand{\\msc}{stromal cells}\\newcommand{\\see}[1]{\\citep{#1}}';
  const files = {
    'main.tex': '\\input{setup}\\begin{document}\\input{one} All \\msc{} die.\\end{document}',
    'setup.tex': macro,
    'one.tex': 'Most \\msc{} died \\see{a2010}.',
    'alone.tex': 'Most \\msc{} died.',
  };
  const text = (path: string) =>
    read(path, files).manuscript.blocks.flatMap(({ statements }) =>
      statements.map((statement) => statement.text),
    );

  it('count in its chapters, and those of its preamble in itself', () => {
    assert.deepEqual(text('one.tex'), ['Most stromal cells died.']);
    assert.deepEqual(
      read('one.tex', files).manuscript.citations.map(({ key }) => key),
      ['a2010'],
    );
    assert.deepEqual(text('main.tex'), ['All stromal cells die.']);
    assert.deepEqual(text('alone.tex'), ['Most ⟦code⟧ died.']);
  });
});
