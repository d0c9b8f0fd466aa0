/** One CSL-JSON record from outside, checked field by field: what has the wrong shape is left out. */
import type { CslName, Reference } from '../evidence/types';
import type { Draft } from './collect';
import { readDate } from './dates';
import { bareDoi, barePmid, pmidInNote } from './identifiers';

/**
 * Takes from a parsed value what a {@link Reference} holds. CSL-YAML as Pandoc takes it is looser than the schema:
 * dates may be plain strings or `{year, month, day}`, names plain strings, ids numbers.
 * @returns undefined where it is no record or has no id
 */
export function readCslRecord(value: unknown): Reference | undefined {
  if (!isRecord(value)) return undefined;
  const id = text(value['id']);
  if (id === undefined) return undefined;
  const draft: Draft = { id, type: text(value['type']) ?? 'document' };
  const title = text(value['title']);
  if (title !== undefined) draft.title = title;
  const author = list(value['author']).flatMap(readName);
  if (author.length > 0) draft.author = author;
  const issued = readIssued(value['issued']);
  if (issued !== undefined) draft.issued = issued;
  const container = text(value['container-title']);
  if (container !== undefined) draft['container-title'] = container;
  const volume = text(value['volume']);
  if (volume !== undefined) draft.volume = volume;
  const issue = text(value['issue']);
  if (issue !== undefined) draft.issue = issue;
  const page = text(value['page'])?.replace(/[\u2010-\u2015]|--/g, '-');
  if (page !== undefined) draft.page = page;
  const url = text(value['URL'] ?? value['url']);
  if (url !== undefined) draft.URL = url;
  const doi = bareDoi(text(value['DOI'] ?? value['doi']) ?? '') ?? bareDoi(url ?? '');
  if (doi !== undefined) draft.DOI = doi;
  const note = text(value['note']);
  if (note !== undefined) draft.note = note;
  const pmid = barePmid(text(value['PMID'] ?? value['pmid']) ?? '') ?? pmidInNote(note ?? '');
  if (pmid !== undefined) draft.PMID = pmid;
  const number = Number(value['citation-number'] ?? NaN);
  if (Number.isInteger(number)) draft['citation-number'] = number;
  return draft;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readName(value: unknown): CslName[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [{ literal: value.trim() }];
  if (!isRecord(value)) return [];
  const part = (name: string): string | undefined => text(value[name]);
  const literal = part('literal');
  if (literal !== undefined) return [{ literal }];
  const family = joined(' ', part('non-dropping-particle'), part('family'));
  // A dropping particle belongs to the given name in lists: "Alphonse de" Lamartine.
  const given = joined(', ', joined(' ', part('given'), part('dropping-particle')), part('suffix'));
  if (family === undefined) return given === undefined ? [] : [{ literal: given }];
  return [given === undefined ? { family } : { family, given }];
}

function readIssued(value: unknown): Reference['issued'] {
  if (typeof value === 'string' || typeof value === 'number') return readDate(String(value));
  if (Array.isArray(value)) return readIssued(value[0]);
  if (!isRecord(value)) return undefined;
  const parts = list(value['date-parts']).flatMap((part) =>
    Array.isArray(part) ? [dateParts(part)] : [],
  );
  const known = parts.filter((part) => part.length > 0);
  if (known.length > 0) return { 'date-parts': known };
  if (value['year'] !== undefined) {
    return { 'date-parts': [dateParts([value['year'], value['month'], value['day']])] };
  }
  return readDate(text(value['raw']) ?? text(value['literal']) ?? '');
}

/** Numbers up to the first part that is none. */
function dateParts(parts: readonly unknown[]): number[] {
  const end = parts.findIndex((part) => !/^-?\d+$/.test(text(part) ?? ''));
  return (end === -1 ? parts : parts.slice(0, end)).map(Number);
}

function text(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return undefined;
  const trimmed = (/[^\S ]| {2}/.test(value) ? value.replace(/\s+/g, ' ') : value).trim();
  return trimmed === '' ? undefined : trimmed;
}

function list(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
}

function joined(separator: string, ...parts: (string | undefined)[]): string | undefined {
  return parts.filter(Boolean).join(separator) || undefined;
}
