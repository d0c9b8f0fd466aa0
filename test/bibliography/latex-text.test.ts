import assert from 'node:assert/strict';
import { latexToText, textToLatex, verbatim } from '../../src/bibliography/latex-text';
import fc from 'fast-check';

describe('latexToText', () => {
  const cases: [latex: string, text: string][] = [
    ['M{\\"u}ller, M\\"{u}ller, M\\"uller, M{\\"{u}}ller', 'Müller, Müller, Müller, Müller'],
    ["Andr\\'e, {\\'E}mile, \\'{\\i}, {\\'\\i}, \\`a, \\^o, \\~n", 'André, Émile, í, í, à, ô, ñ'],
    [
      '\\v{S}afa\\v r, \\c{c}, \\c c, \\H{o}, \\k{a}, \\u{g}, \\={a}, \\.{z}, \\d{h}',
      'Šafař, ç, ç, ő, ą, ğ, ā, ż, ḥ',
    ],
    [
      '{\\O}rsted, S{\\o}ren, \\o stergaard, \\AA, \\ss, {\\ae}, \\L{}uk',
      'Ørsted, Søren, østergaard, Å, ß, æ, Łuk',
    ],
    ['{Allogeneic {MSC}s}', 'Allogeneic MSCs'],
    ['{TNF}-$\\alpha$, IFN-\\textgamma, H$_2$O, 10$^{6}$ cells', 'TNF-α, IFN-, H2O, 106 cells'],
    ['5\\,\\% of \\$3 \\& \\#1 a\\_b \\{x\\}', '5 % of $3 & #1 a_b {x}'],
    ['US$ 5 only', 'US$ 5 only'],
    ['1--2, yes---no, re-use', '1–2, yes—no, re-use'],
    ["``quoted'' and `single'", "“quoted” and `single'"],
    ['\\emph{in vitro} \\textbf{bold} {\\it old} \\textsuperscript{+}', 'in vitro bold old +'],
    ['\\enquote{immune-privileged} cells', '“immune-privileged” cells'],
    ['\\href{https://x.org}{the site}', 'the site'],
    ['{\\noopsort{1973b}}1973', '1973'],
    ['a~b \n\t  c', 'a b c'],
    ['\\textasciitilde{} \\~{} \\textbackslash{}x', '~ ~ \\x'],
    ['Smith \\&amp; Jones &amp; Co', 'Smith & Jones & Co'],
    ['trailing \\', 'trailing'],
    ['\\unknown{kept} \\unknown', 'kept'],
  ];
  for (const [latex, text] of cases) {
    it(`reads ${JSON.stringify(latex)}`, () => {
      assert.equal(latexToText(latex), text);
    });
  }

  it('gives precomposed characters', () => {
    assert.equal(latexToText('\\"o').length, 1);
  });

  it('gives up on nothing, however deep or broken', () => {
    for (const piece of ['{', '}', '\\"{', '\\emph{', '\\enquote{', '$', '\\', "\\'", '\\c']) {
      assert.equal(typeof latexToText(piece.repeat(20_000)), 'string');
    }
  });
});

describe('textToLatex', () => {
  it('escapes what LaTeX would take for a command', () => {
    assert.equal(textToLatex('50% & $5 #1 a_b'), '50\\% \\& \\$5 \\#1 a\\_b');
  });

  it('writes no brace that BibTeX would count', () => {
    assert.equal(textToLatex('a { b'), 'a \\textbraceleft{} b');
  });

  it('is undone by latexToText', () => {
    const characters = fc.constantFrom(...'aB é#%&$_{}^~\\<>|"');
    fc.assert(
      fc.property(fc.string({ unit: characters }), (text) => {
        const tidy = text.replace(/\s+/g, ' ').trim();
        assert.equal(latexToText(textToLatex(tidy)), tidy);
      }),
    );
  });
});

describe('verbatim', () => {
  it('takes exporters’ escapes off, and leaves the rest', () => {
    assert.equal(verbatim('10.1002/1097(2000)\\_12--x'), '10.1002/1097(2000)_12--x');
    assert.equal(verbatim('\\url{https://a.org/\\%7Eb\\&c=d}'), 'https://a.org/%7Eb&c=d');
    assert.equal(verbatim('https://a.org/{\\textasciitilde}me/~you'), 'https://a.org/~me/~you');
  });
});
