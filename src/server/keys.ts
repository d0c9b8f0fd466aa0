import { keyPlace } from '../bibliography/key-places';
import type { BibliographyEntry } from '../bibliography/types';
import type { Range } from '../manuscript/lines';
import type { Citation } from '../manuscript/types';
import type { LinkedFile, ReadManuscript } from './manuscripts';

/** A citation key at a place, and what it stands for. */
export interface KeyAt {
  readonly key: string;
  readonly range: Range;
  /** Path of the bibliography or id of the pack that has it; undefined where nothing has. */
  readonly source: string | undefined;
}

/** The citation whose key stands at an offset; the `@` belongs to the key. */
export function citationOf({ manuscript }: ReadManuscript, offset: number): Citation | undefined {
  return manuscript.citations.find(({ span }) => span.start - 1 <= offset && offset <= span.end);
}

/** The key at an offset of a manuscript. */
export function keyInManuscript(read: ReadManuscript, offset: number): KeyAt | undefined {
  const citation = citationOf(read, offset);
  if (!citation) return undefined;
  const { key, span } = citation;
  return { key, range: read.lines.rangeOf(span), source: read.shelf.library.get(key)?.source };
}

/** A bibliography as it was read. */
export type ReadFile = Extract<LinkedFile['loaded'], { readonly text: string }>;

/** The key of the entry at an offset of a bibliography. */
export function keyInBibliography(
  uri: string,
  { bibliography, text, lines }: ReadFile,
  offset: number,
): KeyAt | undefined {
  for (const entry of new Set(bibliography.entries.values())) {
    if (offset < entry.start || entry.end < offset) continue;
    const key = entry.reference.id;
    const place = keyPlace(text, entry, key);
    const range = lines().rangeOf(place ?? entry);
    return { key, range, source: uri };
  }
  return undefined;
}

/** Where the entry stands that a key of a manuscript means; undefined where the evidence alone has it. */
export function entryPlace(
  { shelf, linked }: ReadManuscript,
  key: string,
): { readonly uri: string; readonly range: Range; readonly keyRange: Range } | undefined {
  const hit = shelf.library.get(key);
  const { entry } = hit ?? {};
  const file = linked.find(
    ({ loaded }) => 'bibliography' in loaded && loaded.bibliography.path === hit?.source,
  );
  if (!entry || !file || !('text' in file.loaded)) return undefined;
  const { text } = file.loaded;
  const lines = file.loaded.lines();
  const keyRange = lines.rangeOf(keyPlace(text, entry, key) ?? startOf(entry));
  return { uri: file.uri, range: lines.rangeOf(entry), keyRange };
}

function startOf({ start }: BibliographyEntry): { start: number; end: number } {
  return { start, end: start };
}
