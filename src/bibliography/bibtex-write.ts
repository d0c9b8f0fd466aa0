/** References to BibTeX, and into the writer's file. */
import type { Reference } from '../evidence/types';
import { monthMacro } from './dates';
import { textToLatex } from './latex-text';
import { writeNames } from './names';

/** BibTeX's types for CSL's; what is not here is `misc`. */
const TYPES: ReadonlyMap<string, string> = new Map([
  ['article-journal', 'article'],
  ['article-magazine', 'article'],
  ['article-newspaper', 'article'],
  ['review', 'article'],
  ['book', 'book'],
  ['pamphlet', 'booklet'],
  ['chapter', 'incollection'],
  ['entry-encyclopedia', 'incollection'],
  ['paper-conference', 'inproceedings'],
  ['thesis', 'phdthesis'],
  ['report', 'techreport'],
  ['manuscript', 'unpublished'],
]);

const CAPITALS =
  /(?<![\\\p{L}\p{N}])[\p{L}\p{N}]+\p{Lu}[\p{L}\p{N}]*|(?<=[\s(-])\p{Lu}(?![\p{L}\p{N}])/gu;

const IN_BOOKS = new Set(['incollection', 'inproceedings']);

/**
 * One BibTeX entry with the reference's own key and the fields that exist, special characters escaped, lines ended
 * with `\n`, without a line break at its end.
 */
export function toBibtex(reference: Reference): string {
  const type = TYPES.get(reference.type) ?? 'misc';
  const parts = reference.issued?.['date-parts']?.[0] ?? [];
  const [year, month, day] = parts;
  const container = IN_BOOKS.has(type) ? 'booktitle' : 'journal';
  const fields: [name: string, value: string | undefined][] = [
    ['author', braced(writeNames(reference.author ?? []))],
    ['title', braced(protectCapitals(textToLatex(reference.title ?? '')))],
    [container, escaped(reference['container-title'])],
    ['year', escaped(year)],
    ['month', monthMacro(Number(month))],
    ['day', escaped(day)],
    ['volume', escaped(reference.volume)],
    ['number', escaped(reference.issue)],
    ['pages', escaped(reference.page?.replace(/ ?[-\u2010-\u2015]+ ?/g, '--'))],
    ['doi', raw(reference.DOI)],
    ['pmid', raw(reference.PMID)],
    ['url', raw(reference.URL)],
    ['note', escaped(reference.note)],
  ];
  const lines = fields.flatMap(([name, value]) =>
    value === undefined ? [] : [`  ${name} = ${value},\n`],
  );
  return `@${type}{${reference.id},\n${lines.join('')}}`;
}

/**
 * The file's text with the entry at its end, set apart by a blank line, in the file's own line ending. All that was
 * there stays as it is, so an editor can insert `text.slice(bibText.length)` at the end. Does not look whether the
 * file has the key already.
 * @returns the new text, and in `insertedAt` the offset of the new entry's `@`
 */
export function appendEntry(
  bibText: string,
  reference: Reference,
): { text: string; insertedAt: number } {
  const newline = /\r?\n/.exec(bibText)?.[0] ?? '\n';
  const separator = newline.repeat(missingNewlines(bibText));
  const entry = `${toBibtex(reference)}\n`.replace(/\n/g, newline);
  return { text: bibText + separator + entry, insertedAt: bibText.length + separator.length };
}

/** How many line breaks lie between the text's end and a line after a blank one. */
function missingNewlines(text: string): number {
  const end = text.trimEnd().length;
  // A byte order mark counts as white space, so an empty file with one needs nothing either.
  if (end === 0) return text.includes('\n') || text === '' || text === '\uFEFF' ? 0 : 1;
  const breaks = text.slice(end).split('\n').length - 1;
  // A lone carriage return ends no line of a .bib, and an entry is only sure to be seen at a line's beginning.
  const inLine = !text.endsWith('\n');
  return Math.max(inLine ? 1 : 0, 2 - breaks);
}

function escaped(value: string | number | undefined): string | undefined {
  return value === undefined ? undefined : braced(textToLatex(String(value)));
}

/** `doi` and `url` are not LaTeX, but an odd brace would still break the file. */
function raw(value: string | undefined): string | undefined {
  return value === undefined
    ? undefined
    : braced(value.replace(/\{/g, '%7B').replace(/\}/g, '%7D'));
}

function braced(value: string): string | undefined {
  return value === '' ? undefined : `{${value}}`;
}

/** Styles put titles in lower case; a word with a capital inside (MSC, iPS) or of one letter (T cell) would be lost. */
function protectCapitals(latex: string): string {
  return latex.replace(CAPITALS, '{$&}');
}
