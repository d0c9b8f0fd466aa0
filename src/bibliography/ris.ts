/** RIS, as reference managers and publishers' pages export it. */
import type { CslName, Reference } from '../evidence/types';
import { collect, lineEnd, type Draft, type FoundRecord } from './collect';
import { readDate } from './dates';
import { bareDoi, barePmid, pmidInNote } from './identifiers';
import type { Fault } from './places';
import type { Bibliography } from './types';

const LINE = /^\uFEFF?([A-Z][A-Z0-9]) {1,2}-(?: (.*))?$/;

const TYPES: ReadonlyMap<string, string> = new Map([
  ['JOUR', 'article-journal'],
  ['EJOUR', 'article-journal'],
  ['JFULL', 'periodical'],
  ['MGZN', 'article-magazine'],
  ['NEWS', 'article-newspaper'],
  ['BOOK', 'book'],
  ['EBOOK', 'book'],
  ['CHAP', 'chapter'],
  ['ECHAP', 'chapter'],
  ['CONF', 'paper-conference'],
  ['CPAPER', 'paper-conference'],
  ['THES', 'thesis'],
  ['RPRT', 'report'],
  ['UNPB', 'manuscript'],
  ['ELEC', 'webpage'],
  ['PAT', 'patent'],
  ['DATA', 'dataset'],
  ['COMP', 'software'],
]);

/**
 * Reads RIS. The citation key is the record's `ID`; records without one cannot be cited and are
 * counted in one warning.
 */
export function readRis(path: string, text: string): Bibliography {
  const records: FoundRecord[] = [];
  const faults: Fault[] = [];
  const nameless: number[] = [];
  let tags = new Map<string, string[]>();
  let start = -1;
  let last: string[] | undefined;

  const finish = (end: number): void => {
    if (start === -1) return;
    const reference = toReference(tags);
    if (reference === undefined) nameless.push(start);
    else records.push({ reference, start, end });
    tags = new Map();
    start = -1;
    last = undefined;
  };

  for (let at = 0; at < text.length; at = nextLine(text, at)) {
    const end = lineEnd(text, at);
    const line = text.slice(at, end);
    const match = LINE.exec(line.trimEnd());
    if (match === null) {
      // Long abstracts and notes go on in lines without a tag.
      if (last !== undefined && line.trim() !== '') last.push(`${last.pop() ?? ''} ${line.trim()}`);
      continue;
    }
    const [, tag = '', value = ''] = match;
    if (tag === 'ER') {
      finish(end);
      continue;
    }
    if (tag === 'TY' && start !== -1) {
      const message = 'The record before this line has no end; add "ER  - " before it.';
      faults.push({ severity: 'warning', message, start: at, end });
      finish(at);
    }
    if (start === -1) start = at;
    last = tags.get(tag) ?? [];
    last.push(value.trim());
    tags.set(tag, last);
  }
  if (start !== -1) {
    const message = 'The last record has no end; add "ER  - " after it.';
    faults.push({ severity: 'warning', message, start, end: lineEnd(text, start) });
    finish(text.trimEnd().length);
  }
  const [first] = nameless;
  if (first !== undefined) faults.push(withoutIds(nameless.length, first, lineEnd(text, first)));
  return collect(path, text, records, faults);
}

function withoutIds(count: number, start: number, end: number): Fault {
  const records = count === 1 ? 'A record has' : `${count} records have`;
  const message = `${records} no "ID" line and cannot be cited; add "ID  - key", the first is here.`;
  return { severity: 'warning', message, start, end };
}

function toReference(tags: ReadonlyMap<string, readonly string[]>): Reference | undefined {
  const first = (...names: string[]): string | undefined =>
    names
      .map((name) => tags.get(name)?.find((value) => value !== ''))
      .find((value) => value !== undefined);
  const id = first('ID');
  if (id === undefined) return undefined;
  const draft: Draft = { id, type: TYPES.get(first('TY') ?? '') ?? 'document' };
  const title = first('TI', 'T1', 'CT');
  if (title !== undefined) draft.title = title;
  const author = [...(tags.get('AU') ?? []), ...(tags.get('A1') ?? [])].flatMap(readName);
  if (author.length > 0) draft.author = author;
  const issued = readDate((first('PY', 'Y1', 'DA') ?? '').replace(/\/+$/, '').replace(/\//g, '-'));
  if (issued !== undefined) draft.issued = issued;
  const container = first('T2', 'JF', 'JO', 'BT', 'JA');
  if (container !== undefined) draft['container-title'] = container;
  const volume = first('VL');
  if (volume !== undefined) draft.volume = volume;
  const issue = first('IS');
  if (issue !== undefined) draft.issue = issue;
  const page = [first('SP'), first('EP')]
    .filter(Boolean)
    .join('-')
    .replace(/[\u2010-\u2015]/g, '-');
  if (page !== '') draft.page = page;
  const url = first('UR');
  if (url !== undefined) draft.URL = url;
  const doi = bareDoi(first('DO') ?? '') ?? bareDoi(url ?? '');
  if (doi !== undefined) draft.DOI = doi;
  const note = first('N1');
  if (note !== undefined) draft.note = note;
  const pmid = /pubmed|medline/i.test(first('DB') ?? '') ? barePmid(first('AN') ?? '') : undefined;
  const noted = pmid ?? pmidInNote(note ?? '');
  if (noted !== undefined) draft.PMID = noted;
  return draft;
}

/** "Last, First, Suffix"; without a comma it is an organisation. */
function readName(name: string): CslName[] {
  const [family = '', given = '', suffix = ''] = name.split(/\s*,\s*/);
  if (family === '') return [];
  if (!name.includes(',')) return [{ literal: family }];
  const first = suffix === '' ? given : `${given}, ${suffix}`;
  return [first === '' ? { family } : { family, given: first }];
}

function nextLine(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  return newline === -1 ? text.length : newline + 1;
}
