/** Adds a reference to a bibliography of any format that is written, without touching what is there. */
import type { Reference } from '../evidence/types';
import { appendEntry } from './bibtex-write';
import { insertIntoCslJson, type TextInsertion } from './csl-write';

/** File endings, without the dot, of the bibliographies that entries can be added to. */
const WRITTEN: ReadonlySet<string> = new Set(['bib', 'bibtex', 'json']);

/** Whether entries can be added to a file of this name; CSL-YAML and RIS are only read. */
export function canAppendTo(path: string): boolean {
  return WRITTEN.has(endingOf(path));
}

/**
 * One insertion that adds references to a bibliography, each under its own `id`. Whether the file has them already is
 * for the caller to know.
 * @param path path or URI; its ending says the format
 * @returns undefined where the format is not written, the text is too damaged to add to, or there is nothing to add
 */
export function appendReferences(
  path: string,
  text: string,
  references: readonly Reference[],
): TextInsertion | undefined {
  if (references.length === 0 || !canAppendTo(path)) return undefined;
  const isJson = endingOf(path) === 'json';
  let start: number | undefined;
  let current = text;
  for (const reference of references) {
    const next = isJson ? insertIntoCslJson(current, reference) : atEnd(current, reference);
    if (next === undefined) return undefined;
    start ??= next.offset;
    current = current.slice(0, next.offset) + next.newText + current.slice(next.offset);
  }
  // Each record goes behind the one before, so that all that was added is one piece.
  const offset = start ?? text.length;
  return { offset, newText: current.slice(offset, offset + current.length - text.length) };
}

function atEnd(text: string, reference: Reference): TextInsertion {
  const appended = appendEntry(text, reference).text;
  return { offset: text.length, newText: appended.slice(text.length) };
}

function endingOf(path: string): string {
  return /\.(\w+)(?:[?#].*)?$/.exec(path)?.[1]?.toLowerCase() ?? '';
}
