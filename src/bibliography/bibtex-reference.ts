/** The fields of a BibTeX or BibLaTeX entry to CSL-JSON. */
import type { Reference } from '../evidence/types';
import type { Draft } from './collect';
import { composeDate, readDate } from './dates';
import { bareDoi, barePmid, pmidInNote } from './identifiers';
import { latexToText, verbatim } from './latex-text';
import { readNames } from './names';

/** CSL's types for BibTeX's and BibLaTeX's; what is not here is a `document`. */
const TYPES: ReadonlyMap<string, string> = new Map([
  ['article', 'article-journal'],
  ['suppperiodical', 'article-journal'],
  ['review', 'review'],
  ['periodical', 'periodical'],
  ['book', 'book'],
  ['mvbook', 'book'],
  ['collection', 'book'],
  ['mvcollection', 'book'],
  ['proceedings', 'book'],
  ['mvproceedings', 'book'],
  ['manual', 'book'],
  ['reference', 'book'],
  ['booklet', 'pamphlet'],
  ['inbook', 'chapter'],
  ['bookinbook', 'chapter'],
  ['suppbook', 'chapter'],
  ['incollection', 'chapter'],
  ['suppcollection', 'chapter'],
  ['inreference', 'entry-encyclopedia'],
  ['inproceedings', 'paper-conference'],
  ['conference', 'paper-conference'],
  ['thesis', 'thesis'],
  ['phdthesis', 'thesis'],
  ['mastersthesis', 'thesis'],
  ['bachelorsthesis', 'thesis'],
  ['report', 'report'],
  ['techreport', 'report'],
  ['online', 'webpage'],
  ['electronic', 'webpage'],
  ['www', 'webpage'],
  ['unpublished', 'manuscript'],
  ['patent', 'patent'],
  ['dataset', 'dataset'],
  ['software', 'software'],
]);

/** Types whose `number` is an issue; elsewhere it counts a series, a report or a patent. */
const WITH_ISSUES = new Set([
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'periodical',
  'review',
  'document',
]);

/** Where the journal or book stands, best first. */
const CONTAINERS = ['journaltitle', 'journal', 'booktitle', 'maintitle', 'shortjournal'];

/** Raw fields by lower-case name. */
type Fields = ReadonlyMap<string, string>;

/** Builds the CSL-JSON record of an entry from its raw fields. Only what the entry says, nothing guessed. */
export function toReference(key: string, type: string, fields: Fields): Reference {
  const draft: Draft = { id: key, type: cslType(type, raw(fields, 'entrysubtype')) };
  const title = titleOf(fields);
  if (title) draft.title = title;
  const author = readNames(raw(fields, 'author'));
  if (author.length > 0) draft.author = author;
  const issued = issuedOf(fields);
  if (issued) draft.issued = issued;
  const container = plain(
    fields,
    CONTAINERS.find((name) => raw(fields, name) !== ''),
  );
  if (container) draft['container-title'] = container;
  const volume = plain(fields, 'volume');
  if (volume) draft.volume = volume;
  const number = WITH_ISSUES.has(draft.type) ? plain(fields, 'number') : '';
  const issue = number || plain(fields, 'issue');
  if (issue) draft.issue = issue;
  const page = pages(plain(fields, 'pages') || plain(fields, 'eid'));
  if (page) draft.page = page;
  const url = verbatim(raw(fields, 'url'));
  const doi = bareDoi(verbatim(raw(fields, 'doi'))) ?? bareDoi(url);
  if (doi) draft.DOI = doi;
  if (url) draft.URL = url;
  const note = plain(fields, 'note');
  if (note) draft.note = note;
  const pmid = pubmedId(fields, note);
  if (pmid) draft.PMID = pmid;
  return draft;
}

/** What BibTeX lets an entry take over from the one that its `crossref` names. */
export function inherit(child: Reference, parent: Reference): Reference {
  const draft: Draft = { ...child };
  const container = parent['container-title'] ?? parent.title;
  if (draft['container-title'] === undefined && container !== undefined)
    draft['container-title'] = container;
  if (draft.issued === undefined && parent.issued !== undefined) draft.issued = parent.issued;
  if (draft.volume === undefined && parent.volume !== undefined) draft.volume = parent.volume;
  return draft;
}

function raw(fields: Fields, name: string): string {
  return fields.get(name) ?? '';
}

function plain(fields: Fields, name: string | undefined): string {
  const value = name === undefined ? undefined : fields.get(name);
  return value === undefined ? '' : latexToText(value);
}

function titleOf(fields: Fields): string {
  const title = plain(fields, 'title');
  const subtitle = plain(fields, 'subtitle');
  return title && subtitle ? `${title}: ${subtitle}` : title;
}

function issuedOf(fields: Fields): Reference['issued'] {
  const date = fields.get('date');
  if (date !== undefined) return readDate(date) ?? yearOf(fields);
  return yearOf(fields);
}

function yearOf(fields: Fields): Reference['issued'] {
  return composeDate(raw(fields, 'year'), raw(fields, 'month'), raw(fields, 'day'));
}

function cslType(type: string, subtype: string): string {
  if (type === 'article' && /magazine|newspaper/i.test(subtype))
    return `article-${subtype.trim().toLowerCase()}`;
  return TYPES.get(type) ?? 'document';
}

function pages(text: string): string {
  return /[-\u2010-\u2015]/.test(text) ? text.replace(/\s*[-\u2010-\u2015]+\s*/g, '-') : text;
}

function pubmedId(fields: Fields, note: string): string | undefined {
  const field = fields.get('pmid');
  if (field !== undefined) return barePmid(verbatim(field));
  const kind = fields.get('eprinttype') ?? fields.get('archiveprefix');
  if (kind !== undefined && /^\s*pubmed\s*$/i.test(kind))
    return barePmid(verbatim(raw(fields, 'eprint')));
  return note === '' ? undefined : pmidInNote(note);
}
