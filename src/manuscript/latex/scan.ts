import type { Span } from '../types';

/** What every part of the LaTeX reader needs to find its way: commands, groups, comments. All of it linear. */

/** `\name`, `\name*` or a backslash with one other character. */
export interface Command {
  /** Without backslash and star; one character for `\%` and its like, empty at the text's end. */
  readonly name: string;
  /** After the name and its star. */
  readonly end: number;
}

const command = /\\(?:([A-Za-z@]+)\*?|([\s\S]|$))/y;

/** The command whose backslash stands at `at`. */
export function commandAt(source: string, at: number): Command {
  command.lastIndex = at;
  const match = command.exec(source);
  return { name: match?.[1] ?? match?.[2] ?? '', end: command.lastIndex || at + 1 };
}

/** Looks for the same texts over and over without looking at any stretch twice. */
export class Finder {
  private readonly found = new Map<string, { from: number; at: number }>();

  constructor(private readonly source: string) {}

  /** As `indexOf`; -1 where there is none. */
  next(text: string, from: number): number {
    const known = this.found.get(text);
    if (known && known.from <= from && (known.at < 0 || known.at >= from)) return known.at;
    const at = this.source.indexOf(text, from);
    this.found.set(text, { from, at });
    return at;
  }
}

export function lineEnd(source: string, at: number): number {
  const end = /[\r\n]|$/g;
  end.lastIndex = at;
  return end.exec(source)?.index ?? source.length;
}

/** Past a comment, its line break and the indentation after it: a comment leaves no space behind. */
export function afterComment(source: string, at: number, to: number): number {
  const rest = /(?:\r\n?|\n)?[ \t]*/y;
  rest.lastIndex = lineEnd(source, at);
  rest.exec(source);
  return Math.min(to, rest.lastIndex);
}

/** Past white space and comments between a command and its argument; not past a blank line. */
export function skipSpace(source: string, from: number, to: number): number {
  let at = from;
  let lines = 0;
  while (at < to) {
    const char = source[at];
    if (char === '%') {
      const end = afterComment(source, at, to);
      if (end === at) break;
      lines = 1;
      at = end;
    } else if (char === '\n' || char === '\r') {
      if (++lines > 1) return from;
      at += source.startsWith('\r\n', at) ? 2 : 1;
    } else if (char === ' ' || char === '\t') at++;
    else break;
  }
  return at;
}

// `\cite[see][p. 3]{a}`: options are short, and looking for their end must not cost more than that.
const longestOption = 1000;

/** After the `]` of the option that opens at `at`; `at` itself where it does not close. */
export function optionEnd(
  source: string,
  at: number,
  to: number,
  partners: ReadonlyMap<number, number>,
): number {
  const limit = Math.min(to, at + longestOption);
  for (let i = at + 1; i < limit; i++) {
    const char = source[i];
    if (char === ']') return i + 1;
    if (char === '\\') i++;
    else if (char === '{') i = partners.get(i) ?? limit;
    else if (char === '\n' && /^[ \t]*\r?\n/.test(source.slice(i + 1, i + 100))) break;
  }
  return at;
}

/** The group that follows, options passed over: from its content's beginning to after its brace. */
export function groupAfter(
  source: string,
  from: number,
  to: number,
  braces: ReadonlyMap<number, number>,
): Span | undefined {
  let at = skipSpace(source, from, to);
  while (source[at] === '[' && at < to) {
    const end = optionEnd(source, at, to, braces);
    if (end === at) return undefined;
    at = skipSpace(source, end, to);
  }
  const close = source[at] === '{' ? braces.get(at) : undefined;
  return close === undefined || close >= to ? undefined : { start: at + 1, end: close + 1 };
}

/** After `\verb|…|` whose name ends at `from`: the same character ends it, on the same line. */
export function verbatimEnd(source: string, from: number): number {
  const mark = source[from] ?? '';
  if (mark === '' || /[\sA-Za-z]/.test(mark)) return from;
  const closing = mark === '{' ? '}' : mark;
  const limit = Math.min(source.length, from + longestOption);
  for (let at = from + 1; at < limit; at++) {
    if (source[at] === closing) return at + 1;
    if (source[at] === '\n' || source[at] === '\r') break;
  }
  return from;
}

/** Environments whose content is not LaTeX, or no prose in any case. */
const rawEnvironments = new Set(
  (
    'verbatim Verbatim BVerbatim LVerbatim SaveVerbatim alltt lstlisting minted comment filecontents tcblisting ' +
    'pycode pyblock luacode sageblock sagesilent asy Sinput Soutput Schunk tikzpicture pgfpicture picture forest ' +
    'algorithm algorithmic algorithm2e thebibliography CCSXML pspicture circuitikz tikzcd'
  ).split(' '),
);

/** End of a raw environment that begins at `at`, with its name; -1 where none begins here, or none ends. */
export function rawEnd(source: string, at: number, finder: Finder): number {
  const name = environmentAt(source, at);
  if (!name || !rawEnvironments.has(name.replace(/\*$/, ''))) return -1;
  const end = finder.next(`\\end{${name}}`, at);
  return end < 0 ? -1 : end + name.length + 6;
}

const environment = /\\(?:begin|end)[ \t]*\{([A-Za-z*@:-]{1,60})\}/y;

/** The name in a `\begin{name}` or `\end{name}` at `at`. */
export function environmentAt(source: string, at: number): string | undefined {
  environment.lastIndex = at;
  return environment.exec(source)?.[1];
}

/** After a `\begin{name}` at `at`. */
export function environmentEnd(source: string, at: number): number {
  environment.lastIndex = at;
  return environment.exec(source) ? environment.lastIndex : at + 1;
}

/** Commands whose argument is not LaTeX. */
export const verbs = new Set('verb lstinline Verb spverb url path nolinkurl'.split(' '));

/** The closing brace of each group, by the offset of its opening one. Groups that are not closed are left out. */
export function matchBraces(source: string): ReadonlyMap<number, number> {
  const partners = new Map<number, number>();
  const open: number[] = [];
  const finder = new Finder(source);
  const special = /[\\{}%]/g;
  for (let match = special.exec(source); match; match = special.exec(source)) {
    const at = match.index;
    if (match[0] === '{') open.push(at);
    else if (match[0] === '}') {
      const partner = open.pop();
      if (partner !== undefined) partners.set(partner, at);
    } else if (match[0] === '%') special.lastIndex = lineEnd(source, at);
    else {
      const { name, end } = commandAt(source, at);
      const raw = name === 'begin' ? rawEnd(source, at, finder) : -1;
      if (raw >= 0) special.lastIndex = raw;
      else if (name === 'href' && source[end] === '{') {
        special.lastIndex = Math.max(end, verbatimEnd(source, end));
        if (special.lastIndex > end) partners.set(end, special.lastIndex - 1);
      } else special.lastIndex = behindVerbatim(source, { name, at, end });
    }
  }
  return partners;
}

/** Commands whose arguments define or set something and print nothing. */
export const definitions = new Set(
  (
    'newcommand renewcommand providecommand DeclareRobustCommand def gdef edef let newenvironment renewenvironment ' +
    'NewDocumentCommand RenewDocumentCommand ProvideDocumentCommand DeclareMathOperator newacronym DeclareAcronym ' +
    'newglossaryentry hypersetup lstset tikzset pgfplotsset usepackage RequirePackage documentclass sisetup'
  ).split(' '),
);

/** Past all arguments of one of them, `{\name}[1]{…}` or `\name#1{…}`, whose name ends at `from`. */
export function definitionEnd(
  source: string,
  from: number,
  to: number,
  braces: ReadonlyMap<number, number>,
): number {
  let at = from;
  for (let i = 0; i < 8; i++) {
    const next = skipSpace(source, at, to);
    const close = source[next] === '{' ? braces.get(next) : undefined;
    if (close !== undefined) at = close + 1;
    else if (source[next] === '[') {
      const end = optionEnd(source, next, to, braces);
      if (end === next) break;
      at = end;
    } else if (source[next] === '\\' && i === 0) at = commandAt(source, next).end;
    else if (source[next] === '#') at = next + 2;
    else break;
  }
  return Math.min(at, to);
}

/** A command of a LaTeX text. */
export interface PlacedCommand {
  readonly name: string;
  /** Of its backslash. */
  readonly at: number;
  /** Behind its name. */
  readonly end: number;
}

/**
 * The commands of a text outside of comments and of what is verbatim after some of them, in order.
 * @param goOn where to go on after a command
 */
export function* commandsIn(
  source: string,
  goOn: (command: PlacedCommand) => number,
): Generator<PlacedCommand> {
  const special = /[\\%]/g;
  for (let match = special.exec(source); match; match = special.exec(source)) {
    const at = match.index;
    if (match[0] === '%') {
      special.lastIndex = lineEnd(source, at);
      continue;
    }
    const command = { at, ...commandAt(source, at) };
    special.lastIndex = goOn(command);
    yield command;
  }
}

/** Behind a command, and behind the verbatim text of one that has some. */
export function behindVerbatim(source: string, { name, end }: PlacedCommand): number {
  return verbs.has(name) ? Math.max(end, verbatimEnd(source, end)) : end;
}
