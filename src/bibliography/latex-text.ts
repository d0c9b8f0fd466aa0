/** LaTeX as it stands in bibliography fields, to plain text and back. */
import { ACCENTS, ESCAPES, SILENT, SYMBOLS } from '../manuscript/latex/characters';

const COMMAND = /\\(?:([a-zA-Z]+)\*?[ \t\r\n]*|([\s\S]|$))/y;
const MARKUP = /[\\{}$~`]|--|''|&amp;/;
const UNTIDY = /^\s|\s$|[^\S ]| {2}/;
const SPECIAL = Uint8Array.from({ length: 128 }, (_, code) =>
  "\\{}$^_~-`'&".includes(String.fromCharCode(code)) ? 1 : 0,
);
/** Letter and mark to the letter that has both, for the letters that are common: `normalize` costs a microsecond. */
const COMPOSED: ReadonlyMap<string, string> = new Map(
  [...ACCENTS.values()].flatMap((mark) =>
    [...'AEIOUCNSZYaeioucnszy'].map((letter) => [letter + mark, (letter + mark).normalize('NFC')]),
  ),
);
/** Braces nest a few deep in real files; deeper is damage. */
const MAX_DEPTH = 20;

/**
 * Plain text of a LaTeX field: accents and symbols become Unicode (NFC), dashes and double quotes typographic, braces
 * and formatting go, white space is collapsed. What it does not know loses its command and keeps its argument.
 */
export function latexToText(latex: string): string {
  const text = MARKUP.test(latex) ? convert(latex, 0) : latex;
  return UNTIDY.test(text) ? text.replace(/\s+/g, ' ').trim() : text;
}

/**
 * A field that is not LaTeX (`doi`, `url`, `pmid`), without the escapes and wrappers that exporters put in all the
 * same.
 */
export function verbatim(value: string): string {
  if (!/[\\{}]/.test(value)) return value.trim();
  return value
    .replace(/\\(?:url|path|nolinkurl)\s*\{/g, '{')
    .replace(/\\textasciitilde(?:\s*\{\})?|\\~(?:\{\})?/g, '~')
    .replace(/\{\\textless\}|\\textless(?:\s*\{\})?/g, '<')
    .replace(/\{\\textgreater\}|\\textgreater(?:\s*\{\})?/g, '>')
    .replace(/\\([_%&#$])/g, '$1')
    .replace(/[{}]/g, '')
    .trim();
}

/** Escapes plain text so that LaTeX prints it as it is; letters beyond ASCII stay (UTF-8 is LaTeX's default). */
export function textToLatex(text: string): string {
  return text.replace(/[\\{}~^&%$#_]/g, (character) => {
    switch (character) {
      // `\{` would do in prose, but BibTeX counts it as a brace.
      case '\\':
        return '\\textbackslash{}';
      case '{':
        return '\\textbraceleft{}';
      case '}':
        return '\\textbraceright{}';
      case '~':
        return '\\textasciitilde{}';
      case '^':
        return '\\textasciicircum{}';
      default:
        return `\\${character}`;
    }
  });
}

function convert(latex: string, depth: number): string {
  let out = '';
  let math = false;
  let at = 0;
  while (at < latex.length) {
    const special = nextSpecial(latex, at);
    if (special > at) out += latex.slice(at, special);
    at = special + 1;
    const character = latex[special];
    switch (character) {
      case '\\': {
        const command = readCommand(latex, special, depth);
        out += command.text;
        at = command.end;
        break;
      }
      case '$':
        // A lone dollar is money, not math.
        if (math || latex.includes('$', at)) math = !math;
        else out += character;
        break;
      case '^':
      case '_':
        if (!math) out += character;
        break;
      case '~':
        out += ' ';
        break;
      case '-':
        if (latex.startsWith('--', at)) {
          out += '—';
          at += 2;
        } else if (latex.startsWith('-', at)) {
          out += '–';
          at += 1;
        } else out += '-';
        break;
      case '`':
      case "'":
        if (latex[at] === character) {
          out += character === '`' ? '“' : '”';
          at += 1;
        } else out += character;
        break;
      case '&':
        out += '&';
        if (latex.startsWith('amp;', at)) at += 4;
        break;
      case undefined: // The text's end.
        break;
      default: // Braces only group.
    }
  }
  return out;
}

function nextSpecial(latex: string, from: number): number {
  for (let at = from; at < latex.length; at++) {
    const code = latex.charCodeAt(at);
    if (code < 128 && SPECIAL[code] === 1) return at;
  }
  return latex.length;
}

interface Piece {
  readonly text: string;
  readonly end: number;
}

function readCommand(latex: string, at: number, depth: number): Piece {
  COMMAND.lastIndex = at;
  const match = COMMAND.exec(latex);
  const end = COMMAND.lastIndex;
  const name = match?.[1];
  const sign = match?.[2] ?? '';
  if (match === null || depth > MAX_DEPTH) return { text: '', end: at + 1 };
  if (name === undefined) {
    const escape = ESCAPES.get(sign);
    if (escape !== undefined) {
      // `\&amp;` has been through two exporters.
      const entity = sign === '&' && latex.startsWith('amp;', end) ? 4 : 0;
      return { text: escape, end: end + entity };
    }
  }
  const mark = ACCENTS.get(name ?? sign);
  if (mark !== undefined) return accented(latex, end, mark, name ?? sign, depth);
  if (name === undefined) return { text: sign, end };
  const symbol = SYMBOLS.get(name);
  // `\o{}` and `\o ` only end the command; a space after `{}` is a space.
  if (symbol !== undefined)
    return { text: symbol, end: latex.startsWith('{}', end) ? end + 2 : end };
  if (latex[end] !== '{') return { text: '', end };
  if (SILENT.has(name)) return { text: '', end: groupEnd(latex, end) };
  if (name === 'href') return { text: '', end: groupEnd(latex, end) };
  if (name === 'enquote' || name === 'mkbibquote') {
    const close = groupEnd(latex, end);
    return { text: `“${convert(latex.slice(end, close), depth + 1)}”`, end: close };
  }
  return { text: '', end };
}

/** The argument of an accent: a group, a command such as `\i`, or the next character. */
function accented(latex: string, from: number, mark: string, name: string, depth: number): Piece {
  let at = from;
  while (latex[at] === ' ') at++;
  let text: string;
  let end: number;
  if (latex[at] === '{') {
    end = groupEnd(latex, at);
    text = convert(latex.slice(at, end), depth + 1);
  } else if (latex[at] === '\\') ({ text, end } = readCommand(latex, at, depth + 1));
  else {
    text = String.fromCodePoint(latex.codePointAt(at) ?? 32);
    end = at + text.length;
  }
  // `\~{}` is how a bare tilde is written.
  if (text.trim() === '')
    return { text: /[a-zA-Z]/.test(name) ? '' : name, end: Math.min(end, latex.length) };
  const letter = String.fromCodePoint(text.codePointAt(0) ?? 32);
  const base = letter === 'ı' ? 'i' : letter === 'ȷ' ? 'j' : letter;
  const whole = COMPOSED.get(base + mark) ?? (base + mark).normalize('NFC');
  return { text: whole + text.slice(letter.length), end };
}

/** Offset after the group that opens at `open`; the text's end where it never closes. */
function groupEnd(latex: string, open: number): number {
  let depth = 0;
  for (let at = open; at < latex.length; at++) {
    const character = latex[at];
    if (character === '\\') at++;
    else if (character === '{') depth++;
    else if (character === '}' && --depth === 0) return at + 1;
  }
  return latex.length;
}
