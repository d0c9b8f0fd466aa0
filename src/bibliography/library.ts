/** All that a manuscript can cite: the writer's bibliographies and the packs' references, behind one lookup. */
import type { Pack, Reference } from '../evidence/types';
import { titleKey } from './titles';
import type { Bibliography, BibliographyEntry } from './types';

/** What a citation key stands for. */
export interface LibraryHit {
  readonly reference: Reference;
  /** Path of the bibliography, or id of the pack. */
  readonly source: string;
  /** Where it stands in its file; absent for a pack's reference. */
  readonly entry?: BibliographyEntry;
}

export interface Library {
  /** Looks a citation key up: in the bibliographies in their order, then in the packs. */
  get(key: string): LibraryHit | undefined;
  /** All keys that {@link get} knows, each once. */
  keys(): string[];
  /**
   * The pack's record of the paper that a writer's entry is about, found by DOI, PubMed id, title or key. Two records
   * with different DOIs are two papers, whatever else they share, except for a title of the same or the next year
   * (a preprint).
   */
  packReference(reference: Reference): Reference | undefined;
}

export function createLibrary(
  bibliographies: readonly Bibliography[],
  packs: readonly Pack[],
): Library {
  const hits = new Map<string, LibraryHit>();
  for (const { path, entries } of bibliographies) {
    for (const [key, entry] of entries) {
      if (!hits.has(key)) hits.set(key, { reference: entry.reference, source: path, entry });
    }
  }
  for (const { manifest, references } of packs) {
    for (const reference of references) {
      if (!hits.has(reference.id)) hits.set(reference.id, { reference, source: manifest.id });
    }
  }
  const index = indexReferences(packs.flatMap((pack) => pack.references));
  return {
    get: (key) => hits.get(key),
    keys: () => [...hits.keys()],
    packReference: (reference) => find(index, reference),
  };
}

interface PackIndex {
  readonly own: ReadonlySet<Reference>;
  readonly byDoi: ReadonlyMap<string, Reference>;
  readonly byPmid: ReadonlyMap<string, Reference>;
  readonly byTitle: ReadonlyMap<string, readonly Reference[]>;
  readonly byKey: ReadonlyMap<string, Reference>;
}

function indexReferences(references: readonly Reference[]): PackIndex {
  const byDoi = new Map<string, Reference>();
  const byPmid = new Map<string, Reference>();
  const byTitle = new Map<string, Reference[]>();
  const byKey = new Map<string, Reference>();
  for (const reference of references) {
    const { id, DOI, PMID, title } = reference;
    if (DOI !== undefined && !byDoi.has(DOI.toLowerCase())) byDoi.set(DOI.toLowerCase(), reference);
    if (PMID !== undefined && !byPmid.has(PMID)) byPmid.set(PMID, reference);
    const key = title === undefined ? '' : titleKey(title);
    if (key !== '') byTitle.set(key, [...(byTitle.get(key) ?? []), reference]);
    if (!byKey.has(id)) byKey.set(id, reference);
  }
  return { own: new Set(references), byDoi, byPmid, byTitle, byKey };
}

function find(index: PackIndex, wanted: Reference): Reference | undefined {
  if (index.own.has(wanted)) return wanted;
  const { id, DOI, PMID, title } = wanted;
  const same = DOI === undefined ? undefined : index.byDoi.get(DOI.toLowerCase());
  if (same) return same;
  const pubmed = PMID === undefined ? undefined : index.byPmid.get(PMID);
  if (pubmed) return pubmed;
  const titled = title === undefined ? [] : (index.byTitle.get(titleKey(title)) ?? []);
  const byTitle = titled.find((candidate) => yearsApart(candidate, wanted) <= 1);
  if (byTitle) return byTitle;
  const named = index.byKey.get(id);
  return named && !areDifferent(named, wanted) ? named : undefined;
}

/** `smith2010` is the key of many papers: a key alone counts only where nothing speaks against it. */
function areDifferent(a: Reference, b: Reference): boolean {
  if (a.DOI !== undefined && b.DOI !== undefined)
    return a.DOI.toLowerCase() !== b.DOI.toLowerCase();
  if (a.PMID !== undefined && b.PMID !== undefined) return a.PMID !== b.PMID;
  if (a.title !== undefined && b.title !== undefined) return !resemble(a.title, b.title);
  return yearsApart(a, b) > 1;
}

/** One title starts with the other: a subtitle left out, a title cut short. */
function resemble(a: string, b: string): boolean {
  const [short = '', long = ''] = [titleKey(a), titleKey(b)].sort((x, y) => x.length - y.length);
  return short !== '' && long.startsWith(short);
}

/** Zero where one of the years is not known. */
function yearsApart(a: Reference, b: Reference): number {
  const first = Number(a.issued?.['date-parts']?.[0]?.[0]);
  const second = Number(b.issued?.['date-parts']?.[0]?.[0]);
  return Number.isNaN(first) || Number.isNaN(second) ? 0 : Math.abs(first - second);
}
