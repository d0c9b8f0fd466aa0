/** BibTeX's name lists ("von Last, Jr, First and …") to CSL names and back. */
import type { CslName } from '../evidence/types';
import { latexToText, textToLatex } from './latex-text';

/** What stands for the authors that a list leaves out (`and others`): CSL has no mark of its own for them. */
export const OTHERS = 'others';

const EXTENDED = /^(?:family|given|prefix|suffix)\s*=/i;

/** Reads a name list. A name wholly in braces is an organisation and becomes a `literal`. */
export function readNames(latex: string): CslName[] {
  const names: CslName[] = [];
  for (const part of splitNames(latex)) {
    const name = part.trim();
    if (name !== '') names.push(readName(name));
  }
  return names;
}

/** Whether a list looks as if its names were not separated with `and`, so that they cannot be told apart. */
export function lacksAnd(latex: string): boolean {
  if (latex.includes('{') || !/[,;]/.test(latex)) return false;
  const names = splitNames(latex);
  return names.some((name) => /;\s/.test(name.replace(/&\w+;/g, '')) || name.split(',').length > 3);
}

/** Writes a name list, fit for a BibTeX field. */
export function writeNames(names: readonly CslName[]): string {
  return names.map(writeName).filter(Boolean).join(' and ');
}

function readName(name: string): CslName {
  if (name.length === OTHERS.length && name.toLowerCase() === OTHERS) return { literal: OTHERS };
  if (isGroup(name)) return { literal: latexToText(name) };
  if (name.includes('=') && EXTENDED.test(name)) return extendedName(name);
  if (!name.includes(',')) return naturalName(name);
  const parts = splitCommas(name);
  if (parts.length === 1) return naturalName(name);
  if (parts.length > 3 || /;\s/.test(name)) return { literal: latexToText(name) };
  const [family = '', second = '', third = ''] = parts;
  return parts.length === 2 ? compose(family, second) : compose(family, third, second);
}

/** `First von Last`: the particle is what is in lower case before the last word. */
function naturalName(name: string): CslName {
  const words = split(name, isSpace, /[\s~]+/y).filter(Boolean);
  const last = words.length - 1;
  let start = words.findIndex((word, at) => at > 0 && at < last && isLowerCase(word));
  // A name that starts in lower case has no first name: "van Gogh".
  if (last > 0 && isLowerCase(words[0] ?? '')) start = 0;
  if (start === -1) start = last;
  return compose(words.slice(start).join(' '), words.slice(0, start).join(' '));
}

/** BibLaTeX's `family=Berg, given=Jan, prefix=van`. */
function extendedName(name: string): CslName {
  const parts = new Map<string, string>();
  for (const part of splitCommas(name)) {
    const [, label = '', value = ''] = /^([\w-]+)\s*=\s*(.*)$/s.exec(part.trim()) ?? [];
    parts.set(label.toLowerCase(), value.replace(/^"(.*)"$/s, '$1'));
  }
  const family = [parts.get('prefix'), parts.get('family')].filter(Boolean).join(' ');
  return compose(family, parts.get('given') ?? '', parts.get('suffix') ?? '');
}

/** citeproc reads a suffix out of `given` after a comma; CSL's own `suffix` is not among the fields we keep. */
function compose(familyLatex: string, givenLatex: string, suffixLatex = ''): CslName {
  const family = latexToText(familyLatex);
  const first = latexToText(givenLatex);
  const suffix = latexToText(suffixLatex);
  const given = suffix === '' ? first : `${first}, ${suffix}`;
  if (family === '') return { literal: given };
  return given === '' ? { family } : { family, given };
}

function writeName(name: CslName): string {
  if (name.literal === OTHERS) return OTHERS;
  if (name.literal !== undefined) return `{${textToLatex(name.literal)}}`;
  const family = textToLatex(name.family ?? '');
  const [given = '', suffix] = (name.given ?? '').split(/,\s*/);
  if (family === '') return given === '' ? '' : `{${textToLatex(given)}}`;
  // Without a comma BibTeX would take the first word of a family name for a first name.
  const guarded =
    given === '' && /,|\s/.test(family) && !isLowerCase(family) ? `{${family}}` : family;
  const middle = suffix === undefined ? '' : `, ${textToLatex(suffix)}`;
  return given === '' ? guarded : `${family}${middle}, ${textToLatex(given)}`;
}

function isLowerCase(word: string): boolean {
  const letter = /\p{L}/u.exec(
    word.includes('\\') ? latexToText(word) : word.replace(/\{[^}]*\}/g, ''),
  )?.[0];
  return letter !== undefined && letter !== letter.toUpperCase();
}

/** Whether one pair of braces holds it all, and is not just the wrapper of an accent. */
function isGroup(name: string): boolean {
  if (!name.startsWith('{') || !name.endsWith('}') || name.startsWith('{\\')) return false;
  return split(name, () => true, /[^{}]/y).length === 1;
}

/** Splits at "and". Where no brace hides one, the engine's own split is several times faster. */
function splitNames(latex: string): string[] {
  // One white space each: the rest is trimmed, and a long run of it cannot slow the match down.
  const parts = latex.split(/\sand\s/i);
  return parts.every(isBalanced) ? parts : split(latex, isSpace, /\sand\s/iy);
}

function splitCommas(name: string): string[] {
  const comma = name.indexOf(',');
  const first = name.slice(0, comma);
  // Nearly all names have one comma, outside braces.
  if (!name.includes(',', comma + 1) && isBalanced(first)) return [first, name.slice(comma + 1)];
  return split(name, isComma, /,/y);
}

function isBalanced(text: string): boolean {
  let depth = 0;
  for (let at = text.indexOf('{'); at !== -1 && at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 123) depth++;
    else if (code === 125 && --depth < 0) return false;
  }
  return depth === 0;
}

/** Splits where, outside braces, `separator` (sticky) matches; `first` tells cheaply whether it may. */
function split(text: string, first: (code: number) => boolean, separator: RegExp): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 123) depth++;
    else if (code === 125) depth--;
    if (depth > 0 || !first(code)) continue;
    separator.lastIndex = at;
    if (!separator.test(text)) continue;
    parts.push(text.slice(start, at));
    start = separator.lastIndex;
    at = start - 1;
  }
  parts.push(text.slice(start));
  return parts;
}

/** White space or LaTeX's tie `~`. */
function isSpace(code: number): boolean {
  return code <= 32 || code === 126 || code === 160;
}

function isComma(code: number): boolean {
  return code === 44;
}
