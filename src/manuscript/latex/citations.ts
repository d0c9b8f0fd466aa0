import type { Citation } from '../types';
import { optionEnd, skipSpace } from './scan';

/** How a command cites. */
export type CitationMode = Citation['mode'];

// By name: what biblatex, natbib, apacite and their like call a citation that reads as a part of the sentence.
const textual =
  /^(?:citet|citealt|citealp|textcite|citeasnoun|citeauthor|fullcite|citetitle|citeA|citeNP|shortciteA|shortciteNP|citenum|citen|onlinecite|possessivecite|citeposs)|^(?:Citet|Citealt|Textcite|Citeauthor)/;
const noCitations =
  /^(?:nocite|citestyle|setcitestyle|citetext|citereset|defcitealias|bibcite|newcites|citationstyle|citesetup|AtEveryCite\w*|Declare\w*|ifcite\w*|mkbib\w*)$/i;

/** The mode of a command that cites, by its name; undefined for all others. */
export function citationMode(name: string): CitationMode | undefined {
  if (!/cite/i.test(name) || noCitations.test(name)) return undefined;
  return textual.test(name) ? 'textual' : 'parenthetical';
}

/** A macro of the manuscript's own that cites. */
export interface CitingMacro {
  readonly mode: CitationMode;
  /** How many groups it takes, and which of them holds the keys, from 0. */
  readonly groups: number;
  readonly keys: number;
}

export interface FoundCitation {
  readonly citations: readonly Citation[];
  readonly end: number;
}

/**
 * The citation whose command at `at` has its name end at `from`: options, then the group of keys; for the plural
 * commands (`\cites(see)()[2]{a}{b}`) as many as follow. Without a closing brace the keys end where no key can go on.
 * @returns undefined where no key is found
 */
export function readCitation(
  source: string,
  at: number,
  from: number,
  to: number,
  braces: ReadonlyMap<number, number>,
  macro: CitingMacro,
  isPlural: boolean,
): FoundCitation | undefined {
  const keys: Citation['span'][] = [];
  let end = from;
  let groups = 0;
  for (let cursor = from; isPlural || groups < macro.groups;) {
    const open = skipOptions(source, cursor, to, braces, isPlural && groups === 0);
    if (source[open] !== '{') break;
    const close = braces.get(open);
    if (isPlural || groups === macro.keys) keys.push(...keysIn(source, open + 1, close ?? to));
    groups++;
    end = close === undefined ? Math.max(open + 1, keys.at(-1)?.end ?? 0) : close + 1;
    if (close === undefined || close >= to) break;
    cursor = end;
  }
  if (keys.length === 0) return undefined;
  const cluster = { start: at, end };
  const citations = keys.map((span) => ({
    key: source.slice(span.start, span.end),
    span,
    cluster,
    mode: macro.mode,
  }));
  return { citations, end };
}

/** Past `[see][p. 3]`, `<alias>` and the `(pre)(post)` of a plural command. */
function skipOptions(
  source: string,
  from: number,
  to: number,
  braces: ReadonlyMap<number, number>,
  isPlural: boolean,
): number {
  let at = skipSpace(source, from, to);
  for (let i = 0; i < 4; i++) {
    let end = at;
    if (source[at] === '[') end = optionEnd(source, at, to, braces);
    else if (source[at] === '(' && isPlural) {
      const close = source.slice(at, Math.min(to, at + 300)).indexOf(')');
      end = close < 0 ? at : at + close + 1;
    }
    if (end === at) break;
    at = skipSpace(source, end, to);
  }
  return at;
}

const key = /[^\s,{}%\\#[\]]+/y;

/** The keys of a group, commas, white space and comments left out; `*` and what holds a macro is no key. */
function keysIn(source: string, from: number, to: number): Citation['span'][] {
  const keys: Citation['span'][] = [];
  let at = skipSpace(source, from, to);
  while (at < to) {
    key.lastIndex = at;
    const found = key.exec(source)?.[0];
    if (found === undefined) break;
    const end = Math.min(to, at + found.length);
    const next = skipSpace(source, end, to);
    const isWhole = next >= to || source[next] === ',' || source[next] === '}';
    if (isWhole && found !== '*') keys.push({ start: at, end });
    // In a group that is not closed the words of the sentence are no keys.
    if (source[next] !== ',') break;
    at = skipSpace(source, next + 1, to);
  }
  return keys;
}
