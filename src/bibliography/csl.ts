/** CSL-JSON and CSL-YAML, as Zotero, Pandoc and Quarto write them. */
import {
  isMap,
  isScalar,
  isSeq,
  parseAllDocuments,
  parseDocument,
  type Document,
  type Node,
} from 'yaml';
import { isTooDeep, MAX_YAML_DEPTH } from '../evidence/yaml-depth';
import { KeyComparison } from '../evidence/yaml-keys';
import { collect, lineEnd, type FoundRecord } from './collect';
import { readCslRecord } from './csl-record';
import { cutJson, JSON_LISTS } from './json-cut';
import type { Fault } from './places';
import type { Bibliography } from './types';

const PARSE_OPTIONS = { prettyErrors: false, logLevel: 'silent' } as const;

/** Reads CSL-JSON: a list of records, or an object with the list under `items` or `references`. */
export function readCslJson(path: string, text: string): Bibliography {
  const read = readJsonPieces(text, false);
  if (read === undefined) {
    return collect(path, text, [], [wrongFile(text, 'a list of CSL-JSON records')]);
  }
  const { records, faults } = read.broken ? (readJsonPieces(text, true) ?? read) : read;
  return collect(path, text, records, faults);
}

interface Records {
  readonly records: FoundRecord[];
  readonly faults: Fault[];
  readonly broken: boolean;
}

function readJsonPieces(text: string, resync: boolean): Records | undefined {
  const pieces = cutJson(text, JSON_LISTS, resync);
  if (pieces === undefined) return undefined;
  const records: FoundRecord[] = [];
  const faults: Fault[] = [];
  let broken = false;
  for (const { start, end } of pieces) {
    let value: unknown;
    try {
      value = JSON.parse(text.slice(start, end));
    } catch (error) {
      broken = true;
      const at = start + Number(/position (\d+)/.exec(String(error))?.[1] ?? 0);
      const message = 'This record is not valid JSON; look for a missing comma, quote or bracket.';
      faults.push(malformed(text, Math.min(at, end - 1), message));
      continue;
    }
    add(records, faults, text, value, start, end);
  }
  return { records, faults, broken };
}

/** Reads CSL-YAML: records under `references` (Pandoc's metadata, with or without `---`), or a list of them. */
export function readCslYaml(path: string, text: string): Bibliography {
  if (isTooDeep(text)) return collect(path, text, [], [tooDeep(text)]);
  const keys = new KeyComparison();
  const documents = parseAllDocuments(text, { ...PARSE_OPTIONS, uniqueKeys: keys.isSame });
  if (keys.isTooMuch) return collect(path, text, [], [wrongFile(text, 'a list of CSL records')]);
  const whole = Array.isArray(documents) ? (documents as Document.Parsed[]) : [];
  const records: FoundRecord[] = [];
  const faults: Fault[] = [];
  if (whole.some((document) => document.errors.length > 0)) {
    readPieces(text, records, faults);
    // Nothing that could be cut out was at fault: then it is the file's frame.
    if (faults.length === 0) faults.push(...whole.flatMap((document) => yamlFaults(document, 0)));
    return collect(path, text, records, faults);
  }
  const lists = whole.map((document) => ({ document, items: recordNodes(document) }));
  if (lists.every(({ items }) => items === undefined) && text.trim() !== '')
    faults.push(wrongFile(text, 'CSL records under "references:"'));
  for (const { document, items } of lists) {
    for (const item of items ?? []) addNode(records, faults, text, item, document, 0);
  }
  return collect(path, text, records, faults);
}

const ITEM = /^([ \t]*)-[ \t]+(?=\S)/gm;

/** Reads each list item by itself, so that a malformed one does not spoil the others. */
function readPieces(text: string, records: FoundRecord[], faults: Fault[]): void {
  const matches = [...text.matchAll(ITEM)];
  const indent = matches[0]?.[1];
  const items = matches.filter((match) => match[1] === indent);
  for (const [at, item] of items.entries()) {
    const end = items[at + 1]?.index ?? listEnd(text, item.index, indent ?? '');
    const document = parseDocument(text.slice(item.index, end), {
      ...PARSE_OPTIONS,
      uniqueKeys: new KeyComparison().isSame,
    });
    const node = recordNodes(document)?.[0];
    const last = text.slice(0, end).trimEnd().length - 1;
    if (document.errors.length > 0) {
      const [fault] = yamlFaults(document, item.index);
      // What is missing is often only missed at the next record.
      if (fault) faults.push(fault.start > last ? { ...fault, start: last, end: last + 1 } : fault);
    } else if (node) addNode(records, faults, text, node, document, item.index);
  }
}

/** Where the last item ends: at a line that is indented no deeper than its dash. */
function listEnd(text: string, from: number, indent: string): number {
  const pattern = new RegExp(`\\n(?!\\s*\\n)(?![ \\t]{${indent.length + 1}})[^\\s]`, 'g');
  pattern.lastIndex = from + 1;
  return pattern.exec(text)?.index ?? text.length;
}

function recordNodes(document: Document.Parsed): readonly Node[] | undefined {
  const { contents } = document;
  const list = isMap(contents)
    ? JSON_LISTS.map((name) => contents.get(name, true)).find((node) => isSeq(node))
    : contents;
  if (isSeq(list)) return list.items as Node[];
  return isMap(contents) && contents.has('id') && contents.has('type') ? [contents] : undefined;
}

function addNode(
  records: FoundRecord[],
  faults: Fault[],
  text: string,
  node: Node,
  document: Document.Parsed,
  offset: number,
): void {
  const start = (node.range?.[0] ?? 0) + offset;
  const end = (node.range?.[1] ?? 0) + offset;
  let value: unknown;
  try {
    value = node.toJS(document);
  } catch {
    faults.push(
      malformed(text, start, 'This record refers to itself or too often to others; write it out.'),
    );
    return;
  }
  add(records, faults, text, isScalar(node) ? undefined : value, start, end);
}

function add(
  records: FoundRecord[],
  faults: Fault[],
  text: string,
  value: unknown,
  start: number,
  end: number,
): void {
  const reference = readCslRecord(value);
  if (reference !== undefined) records.push({ reference, start, end });
  else
    faults.push(malformed(text, start, 'This record has no "id", so it cannot be cited; add one.'));
}

function malformed(text: string, start: number, message: string): Fault {
  return { severity: 'error', message, start, end: lineEnd(text, start) };
}

function wrongFile(text: string, expected: string): Fault {
  const message = `This file does not hold ${expected}; check that it is the right file.`;
  return { severity: 'error', message, start: 0, end: lineEnd(text, 0) };
}

function tooDeep(text: string): Fault {
  const message = `This file is nested more than ${MAX_YAML_DEPTH} levels deep; no bibliography needs that.`;
  return { severity: 'error', message, start: 0, end: lineEnd(text, 0) };
}

function yamlFaults(document: Document.Parsed, offset: number): Fault[] {
  return document.errors.map(({ message, pos }) => ({
    severity: 'error',
    message: `This is not valid YAML (${message}); correct it.`,
    start: pos[0] + offset,
    end: Math.max(pos[1], pos[0] + 1) + offset,
  }));
}
