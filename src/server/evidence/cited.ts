import type { Catalogue } from '../../search/view/catalogue';
import type { ReadManuscript } from '../manuscripts';

/** Of each manuscript as it was read last. */
const known = new WeakMap<
  ReadManuscript,
  { readonly catalogue: Catalogue; readonly cited: Uint8Array }
>();

/** 1 for each reference that a manuscript cites, and for each claim that one of these carries. */
export function citedEntries(read: ReadManuscript, catalogue: Catalogue): Uint8Array {
  const before = known.get(read);
  if (before?.catalogue === catalogue) return before.cited;
  const { library } = read.shelf;
  const cited = new Uint8Array(catalogue.entries.length);
  for (const key of new Set(read.manuscript.citations.map((citation) => citation.key))) {
    const hit = library.get(key);
    const reference = hit && library.packReference(hit.reference);
    const number = reference && catalogue.numberOf(reference);
    if (number === undefined) continue;
    cited[number] = 1;
    for (const claim of catalogue.related(number)) cited[claim] = 1;
  }
  known.set(read, { catalogue, cited });
  return cited;
}
