import type { Citation, Span } from '../manuscript/types';
import type { ReadManuscript } from './manuscripts';
import { citationAt } from './cursor';

/** What is written around the keys. */
export interface CitationParts {
  readonly keys: readonly string[];
  /** "see" */
  readonly prefix?: string | undefined;
  /** "p. 3" */
  readonly locator?: string | undefined;
}

/** A change of the manuscript, in source offsets. */
export interface CitationEdit {
  readonly span: Span;
  readonly newText: string;
}

/** The ways in which the formats write a citation. */
type Notation = 'pandoc' | 'latex' | 'role';

/**
 * How keys are cited at a place of a manuscript: into the citation that stands there, else as one of its own, in the
 * manuscript's own syntax.
 * @returns undefined where all are cited there already
 */
export function citationEdit(
  read: ReadManuscript,
  offset: number,
  parts: CitationParts,
): CitationEdit | undefined {
  const { manuscript } = read;
  const here = manuscript.citations.filter(
    ({ cluster }) => cluster.start <= offset && offset <= cluster.end,
  );
  const [first] = here;
  const cited = new Set(here.map(({ key }) => key));
  const keys = parts.keys.filter((key) => !cited.has(key));
  if (keys.length === 0) return undefined;
  return first
    ? intoCluster(read, first, { ...parts, keys })
    : (intoTyped(read, offset, keys) ?? onItsOwn(read, offset, parts));
}

/** A citation in the manuscript's own syntax, with what stands around its keys. */
export function writeCitation(
  { reader, manuscript }: ReadManuscript,
  parts: CitationParts,
): string {
  return dress(reader.cite(parts.keys, manuscript), parts);
}

function intoCluster(
  read: ReadManuscript,
  { cluster, mode }: Citation,
  parts: CitationParts,
): CitationEdit {
  const text = read.manuscript.source.slice(cluster.start, cluster.end);
  const notation = notationOf(text);
  const isBare = notation === 'pandoc' && mode === 'textual' && !text.endsWith(']');
  // LaTeX has one prefix and one locator for a whole citation, so what has its own stands beside it.
  const isApart = notation === 'latex' && (parts.prefix ?? parts.locator) !== undefined;
  if (isBare || isApart || !/[\]}`]$/.test(text))
    return at(
      cluster.end,
      ` ${isBare ? `[${inner(notation, parts)}]` : writeCitation(read, parts)}`,
    );
  const separator = notation === 'pandoc' ? '; ' : ',';
  return at(cluster.end - 1, separator + inner(notation, parts));
}

/** In the place of a key that is only begun. */
function intoTyped(
  { manuscript, reader, memory }: ReadManuscript,
  offset: number,
  keys: readonly string[],
): CitationEdit | undefined {
  const typed = citationAt(manuscript.source, offset, reader, { manuscript, memory });
  if (!typed) return undefined;
  const { start, end } = typed;
  const notation = manuscript.source.slice(0, start).endsWith('@') ? 'pandoc' : 'latex';
  return { span: { start, end }, newText: keys.join(notation === 'pandoc' ? '; @' : ',') };
}

function onItsOwn(read: ReadManuscript, offset: number, parts: CitationParts): CitationEdit {
  const before = read.manuscript.source.slice(Math.max(0, offset - 1), offset);
  // No space where a line or a bracket begins, or one is there.
  const space = before === '' || /[\s([~]/.test(before) ? '' : ' ';
  return at(offset, space + writeCitation(read, parts));
}

function at(offset: number, newText: string): CitationEdit {
  return { span: { start: offset, end: offset }, newText };
}

function notationOf(citation: string): Notation {
  if (citation.startsWith('\\')) return 'latex';
  return /^\{[\w:]+\}`/.test(citation) ? 'role' : 'pandoc';
}

/** What stands between a citation's brackets. */
function inner(notation: Notation, { keys, prefix, locator }: CitationParts): string {
  if (notation === 'pandoc') {
    const list = keys.map(pandocKey).join('; ');
    return `${prefix === undefined ? '' : `${prefix} `}${list}${locator === undefined ? '' : `, ${locator}`}`;
  }
  if (notation === 'latex') return keys.join(',');
  // https://sphinxcontrib-bibtex.readthedocs.io: `{see}key{p. 3}`.
  const opening = prefix === undefined ? '' : `{${prefix}}`;
  return `${opening}${keys.join(',')}${locator === undefined ? '' : `{${locator}}`}`;
}

function dress(citation: string, parts: CitationParts): string {
  const { prefix, locator } = parts;
  if (prefix === undefined && locator === undefined) return citation;
  const notation = notationOf(citation);
  if (notation === 'pandoc') return `[${inner(notation, parts)}]`;
  if (notation === 'role') return citation.replace(/`.*`$/s, () => `\`${inner(notation, parts)}\``);
  const options = prefix === undefined ? `[${locator ?? ''}]` : `[${prefix}][${locator ?? ''}]`;
  return citation.replace('{', () => `${options}{`);
}

/** Pandoc puts a key in braces that has unusual characters. */
function pandocKey(key: string): string {
  return /^[\p{L}\p{N}_](?:[\p{L}\p{N}_:.#$%&\-+?<>~/]*[\p{L}\p{N}_])?$/u.test(key)
    ? `@${key}`
    : `@{${key}}`;
}
