import assert from 'node:assert/strict';
import { nameLatexBibliography } from '../../../src/manuscript/latex/naming';

/** The source once it names `refs.bib`. */
function named(source: string, preambles: readonly string[] = []): string | undefined {
  const insertion = nameLatexBibliography(source, 'refs.bib', preambles);
  if (!insertion) return undefined;
  const { offset, newText } = insertion;
  return source.slice(0, offset) + newText + source.slice(offset);
}

const head = '\\documentclass{article}\n';
const body = '\\begin{document}\nText.\n\\end{document}\n';

describe('naming the first bibliography in LaTeX', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    [
      'before the end of the text',
      head + body,
      `${head}\\begin{document}\nText.\n\\bibliography{refs}\n\\end{document}\n`,
    ],
    [
      'on a line of its own',
      `${head}\\begin{document}Text.\\end{document}`,
      `${head}\\begin{document}Text.\n\\bibliography{refs}\n\\end{document}`,
    ],
    [
      'before an indented end',
      `${head}\\begin{document}\n  Text.\n  \\end{document}`,
      `${head}\\begin{document}\n  Text.\n\\bibliography{refs}\n  \\end{document}`,
    ],
    [
      'with the line breaks of the file',
      `${head}${body}`.replaceAll('\n', '\r\n'),
      `${head}\\begin{document}\nText.\n\\bibliography{refs}\n\\end{document}\n`.replaceAll(
        '\n',
        '\r\n',
      ),
    ],
    [
      'at the end of what is not finished',
      `${head}\\begin{document}\nText.`,
      `${head}\\begin{document}\nText.\n\\bibliography{refs}\n`,
    ],
    [
      'past ends in comments and verbatim text',
      `${head}% \\end{document}\n\\begin{document}\n\\begin{verbatim}\n\\end{document}\n\\end{verbatim}\n\\end{document}\n`,
      `${head}% \\end{document}\n\\begin{document}\n\\begin{verbatim}\n\\end{document}\n\\end{verbatim}\n\\bibliography{refs}\n\\end{document}\n`,
    ],
    [
      'in the preamble where biblatex is loaded',
      `${head}\\usepackage[style=apa]{biblatex}\n${body}`,
      `${head}\\usepackage[style=apa]{biblatex}\n\\addbibresource{refs.bib}\n${body}`,
    ],
    [
      'as usual where biblatex is commented out',
      `${head}% \\usepackage{biblatex}\n\\begin{document}\n\\end{document}`,
      `${head}% \\usepackage{biblatex}\n\\begin{document}\n\\bibliography{refs}\n\\end{document}`,
    ],
  ];
  for (const [where, source, expected] of cases)
    it(`stands ${where}`, () => assert.equal(named(source), expected));

  it('stands in the preamble where another file of the document loads biblatex', () => {
    const preamble = '\\usepackage{biblatex}\n';
    assert.equal(named(head + body, [preamble]), `${head}\\addbibresource{refs.bib}\n${body}`);
  });

  it('has no place in a chapter, nor where references are written out', () => {
    for (const source of [
      'Text.',
      '% \\documentclass{article}\nText.',
      `\\documentclass[main.tex]{subfiles}\n${body}`,
      `${head}\\begin{document}\n\\begin{thebibliography}{9}\\bibitem{a} A.\\end{thebibliography}\n\\end{document}`,
    ])
      assert.equal(named(source), undefined, source);
  });
});
