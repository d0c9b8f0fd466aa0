/** References to CSL-JSON, and into the writer's file. */
import type { Reference } from '../evidence/types';
import { cutJson, JSON_LISTS } from './json-cut';

/** Something to be put into a text, at a UTF-16 offset. */
export interface TextInsertion {
  readonly offset: number;
  readonly newText: string;
}

/** The record as CSL-JSON holds it: without the review's own number, which means nothing in another list. */
export function toCslJson(reference: Reference): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(reference).filter(([name]) => name !== 'citation-number'),
  );
}

/**
 * What puts a record at the end of a CSL-JSON list, indented as the records before it, in the file's own line ending;
 * all that is there stays as it is.
 * @returns undefined where the text is no list of records, or no valid JSON
 */
export function insertIntoCslJson(text: string, reference: Reference): TextInsertion | undefined {
  const record = toCslJson(reference);
  const newline = /\r?\n/.exec(text)?.[0] ?? '\n';
  if (text.trim() === '' || text === '\uFEFF') {
    const list = `${JSON.stringify([record], null, 2)}\n`.replace(/\n/g, newline);
    return { offset: text.length, newText: list };
  }
  if (!isList(text)) return undefined;
  const pieces = cutJson(text, JSON_LISTS, false) ?? [];
  const last = pieces.at(-1);
  if (last === undefined) {
    const open = openingOf(text);
    if (open === undefined) return undefined;
    const lines = JSON.stringify(record, null, 2).replace(/^/gm, '  ');
    return { offset: open + 1, newText: `\n${lines}\n`.replace(/\n/g, newline) };
  }
  const before = text.slice(text.lastIndexOf('\n', last.start) + 1, last.start);
  const isOnOwnLine = before.trim() === '' && text.lastIndexOf('\n', last.start) !== -1;
  if (!isOnOwnLine) {
    const isCompact = !text.slice(last.start, last.end).includes('\n');
    const lines = isCompact ? JSON.stringify(record) : JSON.stringify(record, null, 2);
    return {
      offset: last.end,
      newText: `,${isCompact ? '' : ' '}${lines}`.replace(/\n/g, newline),
    };
  }
  const inner = /\n([ \t]*)"/.exec(text.slice(last.start, last.end))?.[1];
  const step = inner === undefined ? 0 : inner.startsWith(before) ? inner.slice(before.length) : 2;
  const lines = JSON.stringify(record, null, step).replace(/\n/g, `\n${before}`);
  return { offset: last.end, newText: `,\n${before}${lines}`.replace(/\n/g, newline) };
}

/** A list of records, or an object with one under a name that is known. */
function isList(text: string): boolean {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return false;
  }
  if (Array.isArray(value)) return true;
  if (typeof value !== 'object' || value === null) return false;
  return JSON_LISTS.some((name) => Array.isArray((value as Record<string, unknown>)[name]));
}

/** Offset of the bracket that opens an empty list. */
function openingOf(text: string): number | undefined {
  const first = text.search(/[^\s\uFEFF]/);
  if (text[first] === '[') return first;
  const list = new RegExp(`"(?:${JSON_LISTS.join('|')})"\\s*:\\s*\\[`).exec(text);
  return list === null ? undefined : list.index + list[0].length - 1;
}
