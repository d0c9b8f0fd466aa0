import { citationMode, type CitingMacro } from './citations';
import { commandAt, lineEnd, matchBraces, optionEnd, skipSpace } from './scan';

/** A macro that prints the same text wherever it stands. */
export interface TextMacro {
  readonly text: string;
  /** Groups that it takes and does not print. */
  readonly groups: number;
  /** Whether the space behind it is printed (`\xspace`). */
  readonly keepsSpace: boolean;
}

/** What a manuscript defines for itself, as far as its prose needs it. */
export interface Macros {
  readonly texts: ReadonlyMap<string, TextMacro>;
  readonly citations: ReadonlyMap<string, CitingMacro>;
  readonly abbreviations: ReadonlyMap<string, { readonly short: string; readonly long: string }>;
}

interface Definition {
  readonly name: string;
  readonly groups: number;
  readonly body: string;
}

const defining =
  /\\(?:(?:re|provide|)newcommand|renewcommand|providecommand|DeclareRobustCommand|def|(?:New|Renew|Provide)DocumentCommand|newacronym|newabbreviation|acro|acrodef|DeclareAcronym)(?![A-Za-z])\*?/g;
const longestBody = 2000;
/** What a macro prints, UTF-16; ten that build on each other could fill all memory. */
const longestText = 1000;
const mostMacros = 2000;

/**
 * Finds the macros that a manuscript defines: texts (`\newcommand{\msc}{mesenchymal stromal cell}`), citations
 * (`\newcommand{\see}[1]{(see~\cite{#1})}`) and abbreviations (`\newacronym`, `\DeclareAcronym`).
 *
 * @param plain reads a body to the text that it prints, with the macros that were defined before it
 * @param known what other files of the project define
 */
export function findMacros(
  source: string,
  plain: (latex: string, macros: Macros) => string,
  known?: Macros,
): Macros {
  const texts = new Map(known?.texts);
  const citations = new Map(known?.citations);
  const abbreviations = new Map(known?.abbreviations);
  const macros = { texts, citations, abbreviations };
  if (!/\\(?:re|provide)?newcommand|\\[npDdRPa]/.test(source)) return macros;
  const braces = matchBraces(source);
  let count = 0;
  for (const match of source.matchAll(defining)) {
    if (++count > mostMacros) break;
    if (isCommented(source, match.index)) continue;
    const from = match.index + match[0].length;
    if (/acro|abbrev|Acronym/.test(match[0])) {
      readAbbreviation(source, from, braces, (key, short, long) =>
        abbreviations.set(key, { short: plain(short, macros), long: plain(long, macros) }),
      );
      continue;
    }
    const definition = readDefinition(source, match[0], from, braces);
    if (!definition) continue;
    const { name, groups, body } = definition;
    const citing = citationIn(definition);
    if (citing) citations.set(name, citing);
    else if (!body.includes('#')) {
      const text = plain(body, macros);
      if (text.length <= longestText)
        texts.set(name, { text, groups, keepsSpace: /\\xspace\b/.test(body) });
    }
  }
  return macros;
}

function readDefinition(
  source: string,
  command: string,
  from: number,
  braces: ReadonlyMap<number, number>,
): Definition | undefined {
  let at = skipSpace(source, from, source.length);
  const isGrouped = source[at] === '{';
  if (isGrouped) at = skipSpace(source, at + 1, source.length);
  if (source[at] !== '\\') return undefined;
  const { name, end } = commandAt(source, at);
  at = end;
  if (isGrouped) {
    at = skipSpace(source, at, source.length);
    if (source[at] !== '}') return undefined;
    at++;
  }
  let groups = 0;
  let hasOption = false;
  if (command.startsWith('\\def')) {
    for (; source[at] === '#'; at += 2) groups++;
  } else if (command.includes('DocumentCommand')) {
    const next = skipSpace(source, at, source.length);
    const close = source[next] === '{' ? braces.get(next) : undefined;
    if (close === undefined) return undefined;
    groups = source.slice(next, close).match(/m/g)?.length ?? 0;
    hasOption = /[oOs]/.test(source.slice(next, close));
    at = close + 1;
  } else {
    at = skipSpace(source, at, source.length);
    const number = /^\[(\d)\]/.exec(source.slice(at, at + 3))?.[1];
    if (number !== undefined) {
      groups = Number(number);
      at = skipSpace(source, at + 3, source.length);
    }
    if (source[at] === '[') {
      hasOption = true;
      at = optionEnd(source, at, source.length, braces);
    }
  }
  const open = skipSpace(source, at, source.length);
  const close = source[open] === '{' ? braces.get(open) : undefined;
  if (close === undefined || close - open > longestBody || !/^[A-Za-z@]+$/.test(name)) {
    return undefined;
  }
  const body = source.slice(open + 1, close);
  const isNew = command.includes('DocumentCommand');
  // An optional first argument is `#1`, and no group.
  return { name, groups: groups - (hasOption && !isNew ? 1 : 0), body };
}

/** The macro that a definition makes if its body cites one of its arguments. */
function citationIn({ groups, body }: Definition): CitingMacro | undefined {
  const cite =
    /\\([A-Za-z]*cite[A-Za-z]*)\*?(?:\[[^\]]{0,200}\]){0,2}\{[^{}#]{0,200}#(\d)[^{}]{0,200}\}/i;
  const match = cite.exec(body);
  const mode = match && citationMode(match[1] ?? '');
  if (!mode) return undefined;
  const highest = Math.max(...[...body.matchAll(/#(\d)/g)].map(([, digit]) => Number(digit)));
  // With an option the numbers count one more than there are groups.
  const options = Math.max(0, highest - groups);
  const keys = Number(match[2]) - 1 - options;
  return keys < 0 ? undefined : { mode, groups: Math.max(groups, keys + 1), keys };
}

function readAbbreviation(
  source: string,
  from: number,
  braces: ReadonlyMap<number, number>,
  found: (key: string, short: string, long: string) => void,
): void {
  const groups: string[] = [];
  let at = from;
  for (let i = 0; i < 4 && groups.length < 3; i++) {
    at = skipSpace(source, at, source.length);
    if (source[at] === '[') {
      const end = optionEnd(source, at, source.length, braces);
      // `\acro{key}[short]{long}`
      if (groups.length === 1) groups.push(source.slice(at + 1, end - 1));
      at = end;
      continue;
    }
    const close = source[at] === '{' ? braces.get(at) : undefined;
    if (close === undefined || close - at > longestBody) break;
    groups.push(source.slice(at + 1, close));
    at = close + 1;
  }
  const [key = '', second = '', third] = groups;
  const field = (name: string): string | undefined =>
    new RegExp(`(?:^|[,\\s])${name}\\s*=\\s*(?:\\{([^{}]*)\\}|([^,{}]*))`)
      .exec(second)
      ?.slice(1)
      .find((value) => value !== undefined)
      ?.trim();
  if (third !== undefined) found(key.trim(), second, third);
  else if (/\bshort\s*=/.test(second))
    found(key.trim(), field('short') ?? key, field('long') ?? key);
  else if (second !== '') found(key.trim(), key, second);
}

function isCommented(source: string, at: number): boolean {
  let start = at;
  while (start > 0 && at - start < 500 && !/[\r\n]/.test(source[start - 1] ?? '')) start--;
  const comment = /(?:^|[^\\])%/.exec(source.slice(start, at));
  return comment !== null && lineEnd(source, start) >= at;
}
