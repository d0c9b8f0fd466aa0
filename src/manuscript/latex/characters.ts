/**
 * LaTeX's commands for characters, as far as they turn up in prose, titles and names. From "The Comprehensive LaTeX Symbol
 * List"; commands that are not here lose their name and keep their argument.
 */

/** Accent commands by the combining mark that Unicode has for them. */
export const ACCENTS: ReadonlyMap<string, string> = new Map([
  ['`', '\u0300'],
  ["'", '\u0301'],
  ['^', '\u0302'],
  ['~', '\u0303'],
  ['=', '\u0304'],
  ['u', '\u0306'],
  ['.', '\u0307'],
  ['"', '\u0308'],
  ['r', '\u030A'],
  ['H', '\u030B'],
  ['v', '\u030C'],
  ['d', '\u0323'],
  ['c', '\u0327'],
  ['k', '\u0328'],
  ['b', '\u0331'],
  ['t', '\u0361'],
]);

const GREEK =
  'alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ ' +
  'mu μ nu ν xi ξ omicron ο pi π rho ρ sigma σ varsigma ς tau τ upsilon υ phi φ varphi φ chi χ psi ψ omega ω ' +
  'Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω';

const LETTERS =
  'o ø O Ø l ł L Ł ss ß SS ẞ ae æ AE Æ oe œ OE Œ aa å AA Å i ı j ȷ dh ð DH Ð dj đ DJ Đ th þ TH Þ ng ŋ NG Ŋ ij ĳ IJ Ĳ';

const SIGNS =
  'S § P ¶ dag † ddag ‡ copyright © textcopyright © pounds £ textsterling £ euro € texteuro € textregistered ® ' +
  'texttrademark ™ textdegree ° degree ° textmu µ textmicro µ textendash – textemdash — textbullet • ' +
  'textquoteleft ‘ textquoteright ’ textquotesingle \' textquotedblleft “ textquotedblright ” textquotedbl " ' +
  'quotesinglbase ‚ quotedblbase „ guillemotleft « guillemotright » textasciitilde ~ textasciicircum ^ ' +
  'textasciigrave ` textbackslash \\ backslash \\ textbraceleft { textbraceright } lbrace { rbrace } textunderscore _ ' +
  'textbar | textless < textgreater > textdollar $ textpm ± pm ± mp ∓ times × texttimes × cdot · div ÷ ' +
  'leq ≤ le ≤ geq ≥ ge ≥ neq ≠ ne ≠ approx ≈ sim ∼ simeq ≃ equiv ≡ ll ≪ gg ≫ infty ∞ partial ∂ sum ∑ ' +
  'rightarrow → to → textrightarrow → leftarrow ← leftrightarrow ↔ uparrow ↑ downarrow ↓ Rightarrow ⇒ ' +
  'prime ′ circ ° bullet • ast * star ⋆ dots … ldots … textellipsis … cdots ⋯ ell ℓ hbar ℏ TeX TeX LaTeX LaTeX';

/** Commands that stand for a character (or a word) and take no argument. */
export const SYMBOLS: ReadonlyMap<string, string> = table(`${GREEK} ${LETTERS} ${SIGNS}`);

/** Greek letters by their Unicode character, for keys that must not depend on how they are written. */
export const GREEK_NAMES: ReadonlyMap<string, string> = new Map(
  [...table(GREEK)]
    .filter(([name]) => !name.startsWith('var'))
    .map(([name, letter]) => [letter, name]),
);

/** Commands whose argument is only there for sorting or layout. */
export const SILENT: ReadonlySet<string> = new Set([
  'noopsort',
  'vphantom',
  'hphantom',
  'phantom',
  'hspace',
  'vspace',
]);

/** One-character commands that are not accents. */
export const ESCAPES: ReadonlyMap<string, string> = new Map(
  [...'&%$#_{}']
    .map((character): [string, string] => [character, character])
    .concat([
      ['-', ''],
      ['/', ''],
      ['!', ''],
      ['@', ''],
      // `\(…\)` is math; its brackets print nothing.
      ['(', ''],
      [')', ''],
      ['[', ''],
      [']', ''],
      [',', ' '],
      [';', ' '],
      [':', ' '],
      [' ', ' '],
      ['\n', ' '],
      ['\\', ' '],
    ]),
);

function table(pairs: string): ReadonlyMap<string, string> {
  const words = pairs.split(' ');
  const map = new Map<string, string>();
  for (let at = 0; at + 1 < words.length; at += 2) map.set(words[at] ?? '', words[at + 1] ?? '');
  return map;
}
