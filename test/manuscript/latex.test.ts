import assert from 'node:assert/strict';
import { latex, readLatex } from '../../src/manuscript/latex';
import type { BlockKind, Statement } from '../../src/manuscript/types';

function statements(source: string): Statement[] {
  return readLatex(source).blocks.flatMap((block) => block.statements);
}

const texts = (source: string): string[] => statements(source).map((statement) => statement.text);

const sources = (source: string): string[] =>
  statements(source).map(({ span }) => source.slice(span.start, span.end));

const keys = (source: string): string[] => readLatex(source).citations.map(({ key }) => key);

describe('LaTeX: statements', () => {
  const readable: readonly (readonly [string, string])[] = [
    ['\\emph{Cells} \\textbf{died} {\\itshape fast}.', 'Cells died fast.'],
    ['One\nline % a note\nand another.', 'One line and another.'],
    ['A word cut in t%\n  wo.', 'A word cut in two.'],
    ['It was 85\\,\\% of 5\\,000 \\& more \\#1 \\_ \\$5.', 'It was 85 % of 5 000 & more #1 _ $5.'],
    ['T~cells, 10--20, and so --- on.', 'T cells, 10–20, and so — on.'],
    ["``Quoted'' and `single' words.", "“Quoted” and ‘single' words."],
    [
      'Sj\\"ogren, caf\\\'e, na\\"{\\i}ve, \\c{c}a, \\v{S}, \\ss{} \\o re.',
      'Sjögren, café, naïve, ça, Š, ß øre.',
    ],
    [
      'IFN-$\\gamma$, CD4$^+$, $10^{7}$, H$_2$O, 37$^\\circ$C, $p<0.05$.',
      'IFN-γ, CD4+, 10^7, H2O, 37°C, p<0.05.',
    ],
    ['Where $\\frac{a}{b}$ and \\(f(x) = 2\\) hold.', 'Where ⟦math⟧ and ⟦math⟧ hold.'],
    ['It is \\[ x = \\sum_i y_i \\] there.', 'It is ⟦math⟧ there.'],
    [
      'The sum\n\\begin{align}\na &= b \\\\\nc &= d\n\\end{align}\nis large.',
      'The sum ⟦math⟧ is large.',
    ],
    [
      'Given \\SI{5}{\\milli\\gram\\per\\kilo\\gram} at \\SI{37}{\\degreeCelsius}.',
      'Given 5 mg/kg at 37 °C.',
    ],
    [
      'In \\SI{85.5}{\\percent}, \\num{5e6}, \\SIrange{1}{2}{\\day}.',
      'In 85.5%, 5 × 10^6, 1 to 2 d.',
    ],
    ['More \\ce{CO2} and \\ce{Ca^{2+}}.', 'More CO2 and Ca2+.'],
    [
      'Ten\\textsuperscript{7} and 10\\textsuperscript{7} CD4\\textsuperscript{+} H\\textsubscript{2}O.',
      'Ten^7 and 10^7 CD4+ H2O.',
    ],
    ['Cells\\textsuperscript{1,2} died in the joint$^{12}$.', 'Cells died in the joint.'],
    [
      'Run \\verb|a % {b| and \\lstinline!x! at \\url{http://a.b/%7E} or \\href{http://a.b/%7E}{here}.',
      'Run ⟦code⟧ and ⟦code⟧ at ⟦code⟧ or here.',
    ],
    ['See Fig.~\\ref{fig:a}, \\cref{tab:b}.', 'See Fig. ⟦cite⟧, ⟦cite⟧.'],
    ['A \\textcolor{red}{red} \\href{http://x.org}{link} \\hspace{1cm}here.', 'A red link here.'],
    [
      '\\noindent\\small The \\LaTeX{} way\\label{a} is \\textit{in vivo}.',
      'The LaTeX way is in vivo.',
    ],
    ['We use \\ourmethod{} here.', 'We use ⟦code⟧ here.'],
    ['Cells \\enquote{so called} died.', 'Cells “so called” died.'],
    ['A \\textbf{word that is not closed.', 'A word that is not closed.'],
    ['A } brace too much.', 'A brace too much.'],
    ['Costs $5 a dose.', 'Costs 5 a dose.'],
  ];
  for (const [source, text] of readable) {
    it(`reads ${JSON.stringify(source)}`, () => assert.deepEqual(texts(source), [text]));
  }

  it('keeps the place of every character', () => {
    const source = 'The \\emph{cells} \\& 5\\,mg  left~us.';
    const [statement] = statements(source);
    assert.equal(statement?.text, 'The cells & 5 mg left us.');
    const back = statement.offsets.map((offset) => source[offset]).join('');
    assert.equal(back, 'The cells & 5\\mg left~us.');
  });

  it('keeps the place of figures in quantities', () => {
    const source = 'It was \\SI{85.5}{\\percent} here.';
    const [statement] = statements(source);
    const at = statement?.offsets[statement.text.indexOf('5.5')];
    assert.equal(source.slice(at, (at ?? 0) + 3), '5.5');
  });

  it('covers commands whole', () => {
    assert.deepEqual(sources('Cells {\\citet{a}} and $x$. More \\cite{b}.'), [
      'Cells {\\citet{a}} and $x$.',
      'More \\cite{b}.',
    ]);
    assert.deepEqual(
      sources('Cells died \\citep{a}.\\footnote{N.} Then.'),
      ['Cells died \\citep{a}.\\footnote{N.}', 'N.', 'Then.'].sort(
        (a, b) => 'CTN'.indexOf(a[0] ?? '') - 'CTN'.indexOf(b[0] ?? ''),
      ),
    );
  });

  it('says what stands in quotation marks', () => {
    const [statement] = statements("He said ``cells died''.");
    const quoted = statement?.quoted.map(({ start, end }) => statement.text.slice(start, end));
    assert.deepEqual(quoted, ['cells died']);
  });

  for (const [name, lineBreak] of [
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ] as const) {
    it(`tells paragraphs apart with ${name}, and after a byte order mark`, () => {
      const source = `\uFEFFOne${lineBreak}line.${lineBreak}\t${lineBreak}Two.`;
      assert.deepEqual(texts(source), ['One line.', 'Two.']);
      assert.deepEqual(sources(source), [`One${lineBreak}line.`, 'Two.']);
    });
  }
});

describe('LaTeX: what is read', () => {
  const kindsOf = (source: string): [BlockKind, string][] =>
    readLatex(source).blocks.flatMap((block) =>
      block.statements.map(({ text }): [BlockKind, string] => [block.kind, text]),
    );

  it('leaves out preamble, comments, code, the reference list and what follows the end', () => {
    const source = `\\documentclass[a4paper]{article}
\\title{A title. It is long.}
% A comment.
\\begin{document}
Read.
\\begin{verbatim}
Not { this.
\\end{verbatim}
\\begin{lstlisting}[language=R]
Nor $ this.
\\end{lstlisting}
\\begin{tikzpicture}\\node {Nor this.};\\end{tikzpicture}
\\iffalse Nor this. \\fi
\\begin{comment}Nor this.\\end{comment}
\\begin{thebibliography}{9}\\bibitem{a} Nor this.\\end{thebibliography}
\\section*{References}
Nor this.
\\section{Next}
Read again.
\\end{document}
Not this.`;
    assert.deepEqual(texts(source), ['Read.', 'Read again.']);
  });

  it('tells items, cells, captions and notes from paragraphs', () => {
    const source = `Text.\\footnote{A note. Of two.}
\\begin{itemize}
\\item One
\\item[b] Two. Three.

Still two.
\\end{itemize}
\\begin{table}[ht]\\centering
\\caption[short]{The caption.}
\\begin{tabular}{@{}lr@{}}
\\toprule Group & Value \\\\ \\midrule
Autologous \\textbf{a \\& b} & 5\\% \\\\[2pt]
\\end{tabular}
\\end{table}`;
    assert.deepEqual(kindsOf(source), [
      ['paragraph', 'Text.'],
      ['footnote', 'A note.'],
      ['footnote', 'Of two.'],
      ['list-item', 'One'],
      ['list-item', 'Two.'],
      ['list-item', 'Three.'],
      ['list-item', 'Still two.'],
      ['caption', 'The caption.'],
      ['table-cell', 'Group'],
      ['table-cell', 'Value'],
      ['table-cell', 'Autologous a & b'],
      ['table-cell', '5%'],
    ]);
  });

  it('says under which headings a paragraph stands', () => {
    const source = `\\begin{abstract}Short.\\end{abstract} Before.
\\section[S]{Methods \\& more\\label{s}} A. \\subsection*{\\emph{Cell} culture} B. \\section{Results} C.`;
    assert.deepEqual(
      readLatex(source).blocks.map(({ headings }) => headings),
      [['Abstract'], [], ['Methods & more'], ['Methods & more', 'Cell culture'], ['Results']],
    );
  });

  it('takes an abstract from the preamble', () => {
    const source =
      '\\documentclass{x}\\abstract{It is short.}\\begin{document}Text.\\end{document}';
    assert.deepEqual(texts(source), ['It is short.', 'Text.']);
  });

  it('makes no statements of block quotations, and keeps their citations', () => {
    const source = '\\begin{quote}They said so \\cite{a}.\\end{quote} We do not.';
    assert.deepEqual(texts(source), ['We do not.']);
    assert.deepEqual(keys(source), ['a']);
  });

  it('reads on after what is not closed or was not opened', () => {
    assert.deepEqual(texts('\\begin{itemize}\n\\item One.\n\n\\section{T}\nTwo.'), [
      'One.',
      'Two.',
    ]);
    assert.deepEqual(texts('\\end{figure} One. \\begin{verbatim} Two.'), ['One.', 'Two.']);
    assert.deepEqual(texts('One $x. Two.\n\nThree \\(y. Four.'), [
      'One x.',
      'Two.',
      'Three y.',
      'Four.',
    ]);
    assert.deepEqual(texts('\\section{Not closed\nOne.\n\nTwo.'), ['One.', 'Two.']);
  });
});

describe('LaTeX: citations', () => {
  const cited: readonly (readonly [string, readonly string[]])[] = [
    ['\\cite{a,b}', ['a', 'b']],
    ['\\citep[see][p.~3]{a, b}', ['a', 'b']],
    ['\\citet*{a} \\Citealp{b} \\citeauthor{c}', ['a', 'b', 'c']],
    ['\\parencite{a}\\autocite[12]{b}\\textcite{c}\\supercite{d}\\footcite{e}', [...'abcde']],
    ['\\parencites(see)(end)[1]{a}[2]{b,c}', ['a', 'b', 'c']],
    ['\\cite{a,%\n  b}', ['a', 'b']],
    ['\\cite\n{smith_2010:x-1}', ['smith_2010:x-1']],
    ['\\nocite{*} \\nocite{a} \\citestyle{b}', []],
    ['% \\cite{a}\n\\verb|\\cite{b}| \\begin{verbatim}\\cite{c}\\end{verbatim}', []],
    ['\\cite{} \\cite{#1} \\cite{\\x}', []],
    ['\\section{T \\cite{a}} \\caption{C \\cite{b}} A\\footnote{N \\cite{c}}', ['a', 'b', 'c']],
    ['\\newcommand{\\see}[2][x]{(see \\citep[#1]{#2})} \\see{a} \\see[p. 2]{b}', ['a', 'b']],
    ['\\def\\also#1{also~\\cite{#1}} \\also{a}', ['a']],
    ['\\mycite{a}', ['a']],
  ];
  for (const [source, expected] of cited) {
    it(`finds ${JSON.stringify(expected)} in ${JSON.stringify(source)}`, () => {
      assert.deepEqual(keys(source), expected);
    });
  }

  it('are taken out in brackets, and stand for a name in the sentence', () => {
    assert.deepEqual(texts('Cells died~\\citep{a}. \\citet{b} saw it.'), [
      'Cells died.',
      '⟦cite⟧ saw it.',
    ]);
    assert.deepEqual(texts('As shown by \\cite{a}, cells died (\\cite{b}).'), [
      'As shown by ⟦cite⟧, cells died.',
    ]);
  });

  it('know their sentence and their command', () => {
    const source = 'Cells died.\\cite{a} Then \\cite[p. 2]{b} more.';
    const [first, second] = statements(source);
    assert.deepEqual(
      first?.citations.map(({ key }) => key),
      ['a'],
    );
    const [citation] = second?.citations ?? [];
    const { start = 0, end } = citation?.cluster ?? {};
    assert.equal(source.slice(start, end), '\\cite[p. 2]{b}');
  });

  it('are written as the manuscript writes them', () => {
    const write = (source: string) => latex.cite(['x', 'y'], readLatex(source));
    assert.equal(write('\\parencite{a} \\parencite{b} \\citet{c} \\cite{d}'), '\\parencite{x,y}');
    assert.equal(write('\\usepackage[round]{natbib}'), '\\citep{x,y}');
    assert.equal(write('\\usepackage[style=apa]{biblatex}'), '\\autocite{x,y}');
    assert.equal(write(''), '\\cite{x,y}');
    assert.equal(latex.cite(['x']), '\\cite{x}');
  });
});

describe('LaTeX: macros of its own', () => {
  it('are read as what they print', () => {
    const source = `\\newcommand{\\msc}{mesenchymal stromal cell\\xspace}
\\newcommand\\IL{IL-6}
\\newcommand{\\todonote}[1]{}
\\newcommand{\\gene}[1]{\\textit{#1}}
\\newacronym{gvhd}{GvHD}{graft-versus-host disease}
A \\msc rose \\IL{} \\gene{TP53}\\todonote{Mend this.} in \\gls{gvhd}, \\acrlong{gvhd} and \\acp{RCT}.`;
    assert.deepEqual(texts(source), [
      'A mesenchymal stromal cell rose IL-6 TP53 in GvHD, graft-versus-host disease and RCTs.',
    ]);
  });

  it('do no harm where they go round in circles', () => {
    assert.deepEqual(texts('\\newcommand{\\a}{\\b}\\newcommand{\\b}{\\a} One \\b two.').length, 1);
  });
});

describe('LaTeX: suppressions and files', () => {
  it('finds comments of the whole family, in the preamble too', () => {
    const source = `% caveat-disable-file a -- why
\\begin{document}
%% caveat-disable-next-line b, c
One. % caveat-disable-line
\\begin{verbatim}
% caveat-enable
\\end{verbatim}
50\\% caveat-disable`;
    assert.deepEqual(
      readLatex(source).suppressions.map(({ kind, rules, span }) => [
        kind,
        rules,
        source.slice(span.start, span.end),
      ]),
      [
        ['disable-file', ['a'], '% caveat-disable-file a -- why'],
        ['disable-next-line', ['b', 'c'], '%% caveat-disable-next-line b, c'],
        ['disable-line', [], '% caveat-disable-line'],
      ],
    );
  });

  it('names bibliographies, parts and root', () => {
    const source = `% !TEX root = ../main.tex
\\addbibresource[location=local]{lib/own.bib}
% \\bibliography{none}
\\input{parts/methods} \\include{results.tex}
\\bibliography{one, two.bib}`;
    const { bibliographies, includes, root } = readLatex(source);
    assert.deepEqual(
      bibliographies.map(({ path }) => path),
      ['lib/own.bib', 'one.bib', 'two.bib'],
    );
    assert.deepEqual(
      includes?.map(({ path }) => path),
      ['parts/methods.tex', 'results.tex'],
    );
    assert.equal(root?.path, '../main.tex');
    assert.equal(source.slice(root.span.start, root.span.end), '../main.tex');
    assert.equal(readLatex('\\documentclass[../a.tex]{subfiles}').root?.path, '../a.tex');
  });

  it('escapes what would turn a fix into a comment', () => {
    assert.equal(latex.escape?.('16.7% of A & B, 5\\%'), '16.7\\% of A \\& B, 5\\%');
    assert.equal(latex.comment('a\nb'), '% a b');
  });
});
