import fc from 'fast-check';
import { sentence } from './prose';
import { anyText, lineEnds, oddities } from './unicode';

/** Pieces of LaTeX: whole commands and environments, and such as are open, crossed or left alone. */
export const latexFragments: readonly string[] = [
  '\\documentclass[12pt]{article}\n\\usepackage[utf8]{inputenc}\n\\begin{document}\n',
  '\\end{document}\n',
  '\\begin{abstract}\nAllogeneic MSCs are immune-privileged.\n\\end{abstract}\n',
  '\\section{Methods}\n',
  '\\begin{itemize}\n\\item MSCs are cells~\\cite{a,b}.\n\\end{itemize}\n',
  '\\begin{tabular}{l|r}\nMSCs & 5\\,\\% \\\\ \\hline\n\\end{tabular}\n',
  '\\begin{figure}[t]\\caption{MSCs \\emph{in vivo}~\\citep[see][p.~3]{c}.}\\label{f}\\end{figure}\n',
  '\\begin{verbatim}\n\\cite{not}\n\\end{verbatim}\n',
  '\\newcommand{\\msc}[1][s]{MSC#1}\n\\msc{} are immune-privileged.\n',
  '\\def\\loop{\\loop\\loop}\\loop\n',
  '\\newcommand{\\a}{\\b\\b}\\newcommand{\\b}{\\c\\c}\\newcommand{\\c}{\\a\\a}\\a\n',
  '\\input{chapter}\\include{../up}\\subfile{x}\n',
  '% !TEX root = main.tex\n',
  '% caveat-disable-next-line contradicted-claim -- ours\n',
  '\\bibliography{refs}\\addbibresource{more.bib}\n',
  '\\footnote{A note. Allogeneic MSCs are immune-privileged.}',
  '\\textbf{Allogeneic} \\textit{MSCs} are \\enquote{immune-privileged}.\n',
  '$x \\in \\{1,2\\}$ \\(a\\) \\[ b \\] $$c$$\n',
  '\\SI{5.2}{\\percent} \\num{1e6} \\qty{3}{\\kg}',
  'M\\"uller, Garc{\\\'\\i}a, \\o, \\ss{}, na\\"{\\i}ve',
  '\\verb|\\cite{x}|',
  '\\iffalse hidden \\fi',
  ...[
    '{',
    '}',
    '[',
    ']',
    '$',
    '$$',
    '\\(',
    '\\[',
    '%',
    '\\',
    '\\\\',
    '&',
    '#1',
    '~',
    '``',
    "''",
    '--',
  ],
  ...[
    '\\cite{',
    '\\citep[',
    '\\begin{',
    '\\begin{equation}',
    '\\end{',
    '\\footnote{',
    '\\item ',
    '\\x',
  ],
];

/** A LaTeX document, finished or not. */
export const latexDocument: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...latexFragments) },
      { weight: 3, arbitrary: sentence },
      { weight: 2, arbitrary: fc.constantFrom(...lineEnds, ' ') },
      { weight: 1, arbitrary: fc.constantFrom(...oddities) },
      { weight: 1, arbitrary: anyText },
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(''));
