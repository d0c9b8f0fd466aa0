/** What a bibliography says twice, and what an entry lacks that is cited. */
import type { Reference } from '../evidence/types';
import type { Bibliography, BibliographyEntry } from './types';

/** A remark on one entry. */
export interface EntryRemark {
  readonly entry: BibliographyEntry;
  readonly message: string;
}

/** A field that a reference list cannot do without; one of several will do where several are named. */
type Need = readonly (keyof Reference)[];

const NAMES: Partial<Record<keyof Reference, string>> = {
  author: 'author',
  title: 'title',
  issued: 'year',
  'container-title': 'journal or book title',
  DOI: 'DOI',
  URL: 'address',
};

const BASIC: readonly Need[] = [['author'], ['title'], ['issued']];

/** What reference styles print for each type; types that are not here need title alone. */
const NEEDS: ReadonlyMap<string, readonly Need[]> = new Map([
  ['article-journal', [...BASIC, ['container-title']]],
  ['article-magazine', [...BASIC, ['container-title']]],
  ['chapter', [...BASIC, ['container-title']]],
  ['paper-conference', [...BASIC, ['container-title']]],
  ['book', BASIC],
  ['thesis', BASIC],
  ['report', BASIC],
  ['webpage', [['title'], ['URL', 'DOI']]],
]);

/** Entries of one paper under two keys, told by their DOI; the second is remarked on. */
export function duplicateDois({ entries }: Bibliography): EntryRemark[] {
  const first = new Map<string, BibliographyEntry>();
  const remarks: EntryRemark[] = [];
  // An alias has the very entry of its key.
  for (const entry of new Set(entries.values())) {
    const doi = entry.reference.DOI?.toLowerCase();
    if (doi === undefined) continue;
    const other = first.get(doi);
    if (!other) first.set(doi, entry);
    else {
      const message = `"${entry.reference.id}" has the DOI of "${other.reference.id}"; keep one of the two and cite that.`;
      remarks.push({ entry, message });
    }
  }
  return remarks;
}

/**
 * Entries that an earlier bibliography of the same manuscript has already, by DOI or by key: of two with one key the
 * manuscript only ever sees the first.
 *
 * @returns remarks on the entries of `later`
 */
export function duplicatesOf(later: Bibliography, earlier: Bibliography): EntryRemark[] {
  const dois = new Map<string, BibliographyEntry>();
  for (const entry of earlier.entries.values()) {
    const doi = entry.reference.DOI?.toLowerCase();
    if (doi !== undefined) dois.set(doi, entry);
  }
  const file = nameOf(earlier.path);
  return [...new Set(later.entries.values())].flatMap((entry): EntryRemark[] => {
    const { id, DOI } = entry.reference;
    if (earlier.entries.has(id)) {
      const message = `"${id}" is in ${file} as well, and the entry there is used; keep one of the two.`;
      return [{ entry, message }];
    }
    const other = DOI === undefined ? undefined : dois.get(DOI.toLowerCase());
    if (!other) return [];
    const message = `"${id}" has the DOI of "${other.reference.id}" in ${file}; keep one of the two and cite that.`;
    return [{ entry, message }];
  });
}

function nameOf(path: string): string {
  return decodeURIComponent(path.replace(/^.*[\\/]/s, '').replace(/%(?![0-9a-f]{2})/gi, '%25'));
}

/** What a cited entry lacks that its type needs; undefined where it lacks nothing. */
export function missingFields(reference: Reference): string | undefined {
  const needs = NEEDS.get(reference.type) ?? [['title']];
  const missing = needs
    .filter((need) => need.every((field) => isEmpty(reference[field])))
    .map((need) => need.map((field) => NAMES[field] ?? field).join(' or '));
  if (missing.length === 0) return undefined;
  const list = missing.join(', ').replace(/, ([^,]*)$/, ' and $1');
  return `"${reference.id}" is cited, but has no ${list}; add ${missing.length === 1 ? 'it' : 'them'}.`;
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}
