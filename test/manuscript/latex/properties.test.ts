import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readLatex } from '../../../src/manuscript/latex';
import { assertPlaced } from '../places';

const fragment = fc.constantFrom(
  ...[
    'Cells died.',
    'The end',
    ' ',
    '  ',
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    '\t',
    '% note\n',
    '%',
    '\\%',
  ],
  ...[
    '{',
    '}',
    '[',
    ']',
    '(',
    ')',
    '$',
    '$$',
    '$x^2$',
    '$p < 0.05$',
    '$^{1,2}$',
    '\\(',
    '\\)',
    '\\[',
  ],
  ...[
    '\\cite{a}',
    '\\citep[see][p. 3]{b,c}',
    '\\citet{d}',
    '\\cite{',
    '\\cites(x)[1]{a}{b}',
    '\\mine{e}',
  ],
  ...[
    '\\begin{document}',
    '\\end{document}',
    '\\begin{itemize}',
    '\\item ',
    '\\item[x]',
    '\\end{itemize}',
  ],
  ...[
    '\\begin{tabular}{ll}',
    ' & ',
    '\\\\',
    '\\end{tabular}',
    '\\begin{verbatim}',
    '\\end{verbatim}',
  ],
  ...[
    '\\begin{equation}',
    '\\end{equation}',
    '\\begin{quote}',
    '\\end{quote}',
    '\\begin{abstract}',
  ],
  ...[
    '\\end{abstract}',
    '\\begin{figure}[t]',
    '\\caption{A caption.}',
    '\\end{figure}',
    '\\caption{',
  ],
  ...[
    '\\section{Methods}',
    '\\section*{',
    '\\subsection[s]{T}',
    '\\paragraph{P.}',
    '\\footnote{A note. }',
  ],
  ...[
    '\\footnote{',
    '\\emph{stress}',
    '\\textbf{',
    '\\textsuperscript{7}',
    '\\enquote{',
    '\\verb|x|',
    '\\verb',
  ],
  ...[
    "\\'e",
    '\\"{o}',
    '\\c{c}',
    '\\ss{}',
    '\\o ',
    '``',
    "''",
    '--',
    '---',
    '~',
    '\\,',
    '\\ ',
    '\\alpha',
  ],
  ...[
    '\\SI{5}{\\milli\\gram}',
    '\\num{1e6}',
    '\\ce{CO2}',
    '\\ref{x}',
    '\\label{x}',
    '\\gls{msc}',
    '\\own{}',
  ],
  ...[
    '\\newcommand{\\mine}[1]{(see \\citep{#1})}',
    '\\newcommand{\\own}{our own}',
    '\\def\\q#1{#1}',
  ],
  ...[
    '\\newacronym{msc}{MSC}{mesenchymal stromal cell}',
    '\\bibliography{a,b}',
    '\\addbibresource{c.bib}',
  ],
  ...[
    '% caveat-disable-line x -- y',
    '\\iffalse',
    '\\fi',
    '\\',
    '\\begin{',
    '\\end{x}',
    '&',
    '#',
    '_',
    '^',
  ],
  ...['e.g.', 'et al.', 'é', 'Ünder', '⟦cite⟧', '😀', '\uD83D', '\uFEFF', '\0', '\u00AD', '\u00A0'],
);
const document = fc.oneof(
  { weight: 5, arbitrary: fc.array(fragment, { maxLength: 25 }).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
);

describe('LaTeX, whatever it is given', () => {
  it('places all that it reads', () => {
    fc.assert(
      fc.property(document, (source) => assertPlaced(readLatex(source), source)),
      { numRuns: 1500 },
    );
  });

  it('reads the same with and without what it remembers', () => {
    fc.assert(
      fc.property(document, document, (before, after) => {
        const cache = new Map<string, unknown>();
        readLatex(before, cache);
        assert.deepEqual(readLatex(after, cache), readLatex(after));
      }),
      { numRuns: 300 },
    );
  });

  it('takes time in proportion to the length', () => {
    for (const part of [
      ...[
        '\\cite{',
        '\\cite[',
        '{',
        '}',
        '$',
        '$$',
        '\\(',
        '\\begin{verbatim}',
        '\\begin{equation}',
      ],
      ...[
        '\\begin{itemize}\\item ',
        '\\end{x}',
        '%',
        '\\footnote{',
        '\\verb|',
        '\\newcommand{\\x}{',
      ],
      ...[
        '\\textcolor{r}{',
        '\\enquote{',
        '\\SI{',
        '\\iffalse ',
        '& ',
        '\\\\',
        '`',
        '\\item[',
        '\\section{',
      ],
      ...[
        'a\\cite{k} ',
        '\\begin{document}',
        '\\cites(a)',
        "\\'",
        '\\x ',
        '{}',
        '\\acro{a}[',
        '\n%',
      ],
    ]) {
      const text = Array.from(
        { length: 100_000 / part.length },
        (_, i) => part + (i % 40 ? '' : `w${i} `),
      ).join('');
      const started = performance.now();
      readLatex(text);
      assert.ok(performance.now() - started < 5_000, part);
    }
  }).timeout(60_000);
});
