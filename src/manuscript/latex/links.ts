import type { BibliographyLink, FileLink } from '../types';
import {
  behindVerbatim,
  commandsIn,
  optionEnd,
  skipSpace,
  verbatimEnd,
  type PlacedCommand,
} from './scan';

/** What a LaTeX file says of other files, and which packages it uses. */
export interface Links {
  readonly bibliographies: readonly BibliographyLink[];
  readonly includes: readonly FileLink[];
  readonly root?: FileLink;
  readonly packages: ReadonlySet<string>;
  /** Offset of `\\begin{document}`; absent in a chapter. */
  readonly bodyStart?: number;
}

interface Found {
  readonly bibliographies: BibliographyLink[];
  readonly includes: FileLink[];
  readonly packages: Set<string>;
}

const bibliographyCommands = new Set([
  'bibliography',
  'addbibresource',
  'addglobalbib',
  'addsectionbib',
  'nobibliography',
]);
const includeCommands = new Set(['input', 'include', 'subfile', 'subfileinclude']);
/** The editors' way to name a chapter's document. */
const rootComment = /^(?:%+[ \t]*!T[eE]X[ \t]+root[ \t]*=[ \t]*)([^\r\n]*[^\s])/gm;
const subfiles = /\\documentclass[ \t]*\[([^[\]{}\r\n]{1,300})\][ \t]*\{subfiles\}/;

/** Finds the files that are named outside of comments. */
export function findLinks(source: string, braces: ReadonlyMap<number, number>): Links {
  const found: Found = { bibliographies: [], includes: [], packages: new Set() };
  let bodyStart: number | undefined;
  const goOn = (command: PlacedCommand) =>
    command.name === 'href'
      ? Math.max(command.end, verbatimEnd(source, command.end))
      : behindVerbatim(source, command);
  for (const { name, at, end } of commandsIn(source, goOn)) {
    if (name === 'begin' && source.startsWith('{document}', end)) bodyStart ??= at;
    const isWanted =
      bibliographyCommands.has(name) || includeCommands.has(name) || name === 'usepackage';
    if (isWanted) collect(source, name, end, braces, found);
  }
  const root = rootOf(source);
  return { ...found, ...(root && { root }), ...(bodyStart !== undefined && { bodyStart }) };
}

function collect(
  source: string,
  name: string,
  from: number,
  braces: ReadonlyMap<number, number>,
  { bibliographies, includes, packages }: Found,
): void {
  let at = skipSpace(source, from, source.length);
  if (source[at] === '[') {
    at = skipSpace(source, optionEnd(source, at, source.length, braces), source.length);
  }
  const close = source[at] === '{' ? braces.get(at) : undefined;
  if (close === undefined) return;
  for (const { path, span } of listed(source, at + 1, close)) {
    if (name === 'usepackage') packages.add(path);
    else if (/[\\#]/.test(path)) continue;
    else if (bibliographyCommands.has(name)) {
      // `\bibliography{refs}` leaves the ending out.
      const isWhole = name === 'addbibresource' || /\.bib$/i.test(path);
      bibliographies.push({ path: isWhole ? path : `${path}.bib`, span });
    } else includes.push({ path: /\.\w{1,4}$/.test(path) ? path : `${path}.tex`, span });
  }
}

/** What stands between commas. */
export function listed(source: string, from: number, to: number): FileLink[] {
  const items: FileLink[] = [];
  for (let at = from; at <= to;) {
    const comma = source.slice(at, to).indexOf(',');
    const end = comma < 0 ? to : at + comma;
    const text = source.slice(at, end);
    const path = text.trim();
    const start = at + (text.length - text.trimStart().length);
    if (path !== '') items.push({ path, span: { start, end: start + path.length } });
    at = end + 1;
  }
  return items;
}

function rootOf(source: string): FileLink | undefined {
  rootComment.lastIndex = 0;
  const magic = rootComment.exec(source);
  const match = magic ?? subfiles.exec(source);
  const path = match?.[1];
  if (!match || path === undefined) return undefined;
  const start = match.index + match[0].indexOf(path);
  return { path: path.trim(), span: { start, end: start + path.length } };
}
