import type { Library } from '../bibliography/library';
import type { Pack, Reference } from '../evidence/types';
import type { Statement } from '../manuscript/types';

/** The packs' references by what a manuscript may call them. */
export interface Citable {
  readonly byKey: ReadonlyMap<string, Reference>;
  /** By the first author's family name in lower case. */
  readonly byAuthor: ReadonlyMap<string, readonly Reference[]>;
}

export function createCitable(packs: readonly Pack[]): Citable {
  return {
    byKey: new Map(packs.flatMap((pack) => pack.references.map((r) => [r.id, r] as const))),
    byAuthor: firstAuthors(packs),
  };
}

/** Maps a statement's citation keys, and authors named as "Huang et al.", to references of the packs. */
export function createReaderOfCitations(
  { byKey, byAuthor }: Citable,
  library: Library | undefined,
): (statement: Statement) => Reference[] {
  return (statement) => {
    const found = new Set<Reference>();
    for (const { key } of statement.citations) {
      // A writer's own entry of that key may be another paper; the pack's keys only count where there is none.
      const own = library?.get(key)?.reference;
      const reference = own && library ? library.packReference(own) : byKey.get(key);
      if (reference) found.add(reference);
    }
    for (const name of namedAuthors(statement.text))
      for (const r of byAuthor.get(name) ?? []) found.add(r);
    return [...found];
  };
}

/** Several references may share a first author; a name that fits more than this says nothing. */
const MAX_NAMESAKES = 3;

function firstAuthors(packs: readonly Pack[]): Map<string, Reference[]> {
  const map = new Map<string, Reference[]>();
  for (const reference of packs.flatMap((pack) => pack.references)) {
    const family = reference.author?.[0]?.family?.toLowerCase();
    if (family === undefined) continue;
    map.set(family, [...(map.get(family) ?? []), reference]);
  }
  for (const [family, references] of map) if (references.length > MAX_NAMESAKES) map.delete(family);
  return map;
}

function namedAuthors(text: string): string[] {
  const names = text.match(/\p{Lu}[\p{L}'’-]+(?= et al| and colleagues| and co-?workers)/gu) ?? [];
  return names.map((name) => name.toLowerCase());
}
