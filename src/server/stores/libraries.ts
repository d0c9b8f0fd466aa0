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
  return {
    library,
    ownEntries: () => (entries ??= indexOwnEntries(bibliographies)),
    ownKeys: () => (keys ??= keysOf(library, bibliographies)),
  };
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
