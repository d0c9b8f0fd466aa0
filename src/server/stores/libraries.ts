import { createLibrary, type Library } from '../../bibliography/library';
import type { Bibliography } from '../../bibliography/types';
import type { Pack, Reference } from '../../evidence/types';
import { indexOwnEntries, type OwnEntries } from '../own-entries';

/** All that a manuscript can cite, with what is worked out of it when it is first asked for. */
export interface Shelf {
  readonly library: Library;
  /** The entries of the writer's own bibliographies. */
  ownEntries(): OwnEntries;
  /** The writer's key for each of the packs' references that the bibliographies have. */
  ownKeys(): ReadonlyMap<Reference, string>;
  /**
   * The key to cite a pack's reference by: the writer's own where a bibliography has the paper, else the pack's; with a
   * letter behind it where the writer uses that key for another paper.
   */
  keyOf(reference: Reference): string;
  /** The pack's reference that a key of {@link keyOf} stands for, where no bibliography has it; under that key. */
  missing(key: string): Reference | undefined;
}

interface Known {
  readonly parts: readonly (Bibliography | Pack)[];
  readonly shelf: Shelf;
}

/** Several manuscripts of a workspace share one set of bibliographies, rarely more than these. */
const KEPT = 8;

/** Shelves, kept as long as the very bibliographies and packs that they were made of are in use. */
export class LibraryStore {
  private known: readonly Known[] = [];

  get(bibliographies: readonly Bibliography[], packs: readonly Pack[]): Shelf {
    const parts = [...bibliographies, ...packs];
    const found = this.known.find((one) => isSame(one.parts, parts));
    if (found) return found.shelf;
    const shelf = createShelf(bibliographies, packs);
    this.known = [{ parts, shelf }, ...this.known].slice(0, KEPT);
    return shelf;
  }
}

export function createShelf(
  bibliographies: readonly Bibliography[],
  packs: readonly Pack[],
): Shelf {
  const library = createLibrary(bibliographies, packs);
  let entries: OwnEntries | undefined;
  let keys: ReadonlyMap<Reference, string> | undefined;
  let absent: Absent | undefined;
  const ownKeys = () => (keys ??= keysOf(library, bibliographies));
  const absentees = () => (absent ??= absentOf(packs, bibliographies, ownKeys()));
  return {
    library,
    ownEntries: () => (entries ??= indexOwnEntries(bibliographies)),
    ownKeys,
    keyOf: (reference) =>
      ownKeys().get(reference) ?? absentees().keys.get(reference) ?? reference.id,
    missing: (key) => absentees().references.get(key),
  };
}

/** The packs' references that no bibliography has, with the keys they would get there. */
interface Absent {
  readonly keys: ReadonlyMap<Reference, string>;
  readonly references: ReadonlyMap<string, Reference>;
}

function absentOf(
  packs: readonly Pack[],
  bibliographies: readonly Bibliography[],
  ownKeys: ReadonlyMap<Reference, string>,
): Absent {
  const taken = new Set(bibliographies.flatMap(({ entries }) => [...entries.keys()]));
  const keys = new Map<Reference, string>();
  const references = new Map<string, Reference>();
  for (const reference of packs.flatMap((pack) => pack.references)) {
    // Of two packs' references with one key the library knows the first.
    if (ownKeys.has(reference) || (references.has(reference.id) && !taken.has(reference.id)))
      continue;
    const key = freeKey(reference.id, (one) => taken.has(one) || references.has(one));
    keys.set(reference, key);
    references.set(key, key === reference.id ? reference : { ...reference, id: key });
  }
  return { keys, references };
}

function freeKey(key: string, isTaken: (key: string) => boolean): string {
  if (!isTaken(key)) return key;
  for (const letter of 'abcdefghijklmnopqrstuvwxyz') {
    if (!isTaken(key + letter)) return key + letter;
  }
  let number = 2;
  while (isTaken(`${key}${number}`)) number++;
  return `${key}${number}`;
}

function keysOf(library: Library, bibliographies: readonly Bibliography[]): Map<Reference, string> {
  const keys = new Map<Reference, string>();
  for (const { entries } of bibliographies) {
    for (const [key, { reference }] of entries) {
      const same = library.packReference(reference);
      if (same && !keys.has(same)) keys.set(same, key);
    }
  }
  return keys;
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((part, index) => part === b[index]);
}
