/** `.bib` files, BibTeX and BibLaTeX. Cut first, then read entry by entry, so that an edit costs one entry. */
import type { Reference } from '../evidence/types';
import { cutBibtex, type BibtexChunk } from './bibtex-cut';
import { readEntry, readStrings, type EntrySource, type Macros } from './bibtex-fields';
import { inherit, toReference } from './bibtex-reference';
import { collect, lineEnd, type FoundRecord } from './collect';
import { MONTH_MACROS } from './dates';
import { lacksAnd } from './names';
import type { Fault } from './places';
import type { Bibliography } from './types';

interface ParsedEntry {
  /** Absent where the entry has no key. */
  readonly reference?: Reference;
  readonly crossref?: string;
  readonly aliases?: readonly string[];
  /** Relative to the entry. */
  readonly faults: readonly Fault[];
}

/**
 * What was read of one file, by the entries' text, for reading the file's next version faster. Keep one for each
 * file; it is replaced at each reading and so holds no entry that the file no longer has.
 */
export interface BibtexCache {
  entries: ReadonlyMap<string, ParsedEntry>;
  /** The `@string` definitions that the entries were read with. */
  strings: string;
}

export function createBibtexCache(): BibtexCache {
  return { entries: new Map(), strings: '' };
}

/**
 * Reads a `.bib` file.
 * @param path as problems should name it
 * @param cache of the same file's earlier readings; brought up to date
 * @returns the entries that can be read, also of a damaged file, and a problem with its place for all that cannot
 */
export function readBibtex(path: string, text: string, cache?: BibtexCache): Bibliography {
  const chunks = cutBibtex(text);
  const faults: Fault[] = chunks.length === 0 ? withoutEntries(text) : [];
  const strings = chunks.filter((chunk) => chunk.type === 'string');
  const macros = readMacros(text, strings, faults);
  const stringsText = strings.map((chunk) => text.slice(chunk.start, chunk.end)).join('\n');
  const known = cache?.strings === stringsText ? cache.entries : undefined;

  const kept = new Map<string, ParsedEntry>();
  const records: (FoundRecord & Pick<ParsedEntry, 'crossref'>)[] = [];
  for (const chunk of chunks) {
    if (chunk.type === 'string') continue;
    const source = text.slice(chunk.start, chunk.end);
    const parsed = known?.get(source) ?? parseEntry(chunk, source, macros);
    if (cache) kept.set(source, parsed);
    for (const fault of parsed.faults) faults.push(moved(fault, chunk.start));
    const { reference, crossref, aliases } = parsed;
    if (reference === undefined) continue;
    records.push({
      reference,
      start: chunk.start,
      end: chunk.end,
      ...(crossref === undefined ? {} : { crossref }),
      ...(aliases === undefined ? {} : { aliases }),
    });
  }
  if (cache) {
    cache.entries = kept;
    cache.strings = stringsText;
  }
  return collect(path, text, resolveCrossrefs(records), faults);
}

function parseEntry(chunk: BibtexChunk, source: string, macros: Macros): ParsedEntry {
  const { key, fields, faults } = readEntry(entrySource(chunk, source), macros);
  if (key === undefined) return { faults };
  const all = [...faults];
  if (lacksAnd(fields.get('author') ?? '')) {
    const message = `The authors of "${key}" cannot be told apart; separate them with "and".`;
    const at = Math.max(0, source.search(/\bauthor\b/i));
    all.push({ severity: 'warning', message, start: at, end: at + 'author'.length });
  }
  const crossref = fields.get('crossref')?.trim();
  const aliases = fields
    .get('ids')
    ?.split(',')
    .map((alias) => alias.trim())
    .filter(Boolean);
  return {
    reference: toReference(key, chunk.type, fields),
    faults: all,
    ...(crossref === undefined ? {} : { crossref }),
    ...(aliases === undefined ? {} : { aliases }),
  };
}

/** Later definitions may build on earlier ones; where they stand among the entries does not matter. */
function readMacros(text: string, chunks: readonly BibtexChunk[], faults: Fault[]): Macros {
  const macros = new Map(MONTH_MACROS);
  for (const chunk of chunks) {
    const source = text.slice(chunk.start, chunk.end);
    const read = readStrings(entrySource(chunk, source), macros);
    for (const [name, value] of read.fields) macros.set(name, value);
    for (const fault of read.faults) faults.push(moved(fault, chunk.start));
  }
  return macros;
}

function resolveCrossrefs(
  records: readonly (FoundRecord & Pick<ParsedEntry, 'crossref'>)[],
): readonly FoundRecord[] {
  if (records.every((record) => record.crossref === undefined)) return records;
  const parents = new Map(records.map((record) => [record.reference.id, record.reference]));
  return records.map((record) => {
    const parent = record.crossref === undefined ? undefined : parents.get(record.crossref);
    return parent === undefined
      ? record
      : { ...record, reference: inherit(record.reference, parent) };
  });
}

function entrySource(chunk: BibtexChunk, text: string): EntrySource {
  const { start, body, bodyEnd, unclosed } = chunk;
  return { text, body: body - start, bodyEnd: bodyEnd - start, unclosed };
}

/** A page of HTML saved under the name, say. An empty file, or one of comments, is in order. */
function withoutEntries(text: string): Fault[] {
  const start = text.search(/[^\s\uFEFF]/);
  if (start === -1 || /^[\s\uFEFF]*[%@]/.test(text)) return [];
  const message = 'This file holds no BibTeX entry; check that it is the right file.';
  return [{ severity: 'warning', message, start, end: lineEnd(text, start) }];
}

function moved(fault: Fault, by: number): Fault {
  return { ...fault, start: fault.start + by, end: fault.end + by };
}
