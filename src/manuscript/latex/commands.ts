const names = (list: string): readonly string[] => list.trim().split(/\s+/);

/**
 * What a command does with its groups, a letter each: `x` prints nothing, `t` is prose, `c` is code, `h` prints
 * nothing that could be read but may cite, `n` is a note. Options in brackets print nothing. A command that is not here
 * prints its groups.
 */
export const groupsOf: ReadonlyMap<string, string> = new Map([
  ...entries(
    'x',
    `label vspace hspace includegraphics input include subfile bibliography bibliographystyle addbibresource nocite
    pagestyle thispagestyle pagenumbering index glossary phantom vphantom hphantom todo missingfigure graphicspath
    hypertarget pdfbookmark hyphenation linespread enlargethispage color pagecolor bibitem orcid orcidlink email ead
    affil affiliation author title date address institute keywords subjclass PACS keyword printbibliography
    printglossary listoftodos acresetall glsresetall setstretch geometry captionsetup allowdisplaybreaks
    includepdf stepcounter refstepcounter cline cmidrule cellcolor rowcolor rowcolors arraystretch vskip
    setkeys theoremstyle counterwithin usetikzlibrary citestyle setcitestyle citetext comment fancyhead fancyfoot
    lhead rhead chead lfoot rfoot cfoot markboth markright thefootnote pgfimage qrcode maketag
    begin end usepackage RequirePackage documentclass selectlanguage MakeOuterQuote bstctlcite`,
  ),
  ...entries(
    'xx',
    `setlength addtolength setcounter addtocounter rule fontsize numberwithin definecolor renewcommand newtheorem
    newlength settowidth import subimport`,
  ),
  ...entries('xxx', 'addcontentsline definecolor contentsline'),
  ...entries(
    'xt',
    `textcolor href colorbox parbox raisebox scalebox foreignlanguage rotatebox minipage hyperlink adjustbox
    textlang`,
  ),
  ...entries('xxt', 'multicolumn multirow resizebox fcolorbox'),
  ...entries('tx', 'texorpdfstring'),
  ...entries('xtx', 'textcquote foreigntextquote'),
  ...entries(
    'n',
    'footnote footnotetext endnote sidenote thanks tablefootnote marginpar marginnote',
  ),
  ...entries('c', 'code'),
  ...entries('h', 'citetext'),
]);

function entries(groups: string, list: string): [string, string][] {
  return names(list).map((name) => [name, groups]);
}

/** Commands that print the number of something in the manuscript: "Fig. 1". */
export const references: ReadonlySet<string> = new Set(
  names(`ref cref Cref autoref eqref pageref nameref vref Vref fref Fref labelcref subref cpageref zcref
  autopageref sref`),
);

/** Commands that print a space. */
export const spaces: ReadonlySet<string> = new Set(
  names(
    'quad qquad enspace thinspace newline linebreak hfill hfil space nobreakspace par tab break',
  ),
);

/** Commands without groups that print nothing; one that is not here, nor defined, prints something unknown. */
export const silent: ReadonlySet<string> = new Set(
  names(`noindent indent centering raggedright raggedleft small footnotesize scriptsize tiny normalsize large Large
  LARGE huge Huge bf it rm sf tt sc sl em bfseries mdseries itshape upshape scshape slshape rmfamily sffamily ttfamily
  normalfont selectfont newpage clearpage cleardoublepage pagebreak nopagebreak maketitle tableofcontents listoffigures
  listoftables appendix frontmatter mainmatter backmatter hline toprule midrule bottomrule addlinespace smallskip
  medskip bigskip vfill hfill noalign protect relax xspace ignorespaces unskip nolinebreak allowbreak sloppy fussy
  onecolumn twocolumn doublespacing onehalfspacing singlespacing linenumbers nolinenumbers footnotemark
  printbibliography printglossaries makeglossaries makeatletter makeatother begingroup endgroup bgroup egroup null
  strut displaystyle textstyle limits nonumber qed qedhere checkmark leavevmode FloatBarrier balance par endinput
  fi else newline baselineskip ensuremath boldmath unboldmath nobreak ldots item maketag rowcolor midrule endhead
  endfirsthead endfoot endlastfoot landscape flushbottom raggedbottom justifying global long`),
);
