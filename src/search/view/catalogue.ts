import { facetReader, type ClaimFacet } from '../../evidence/facets';
import type { Claim, Concept, Pack, Reference } from '../../evidence/types';
import { NOT_STATED, type ViewFacet } from './facet-names';

/** A claim or a reference, by its number in the catalogue. */
export type CatalogueEntry =
  | { readonly kind: 'claim'; readonly pack: Pack; readonly claim: Claim }
  | { readonly kind: 'reference'; readonly pack: Pack; readonly reference: Reference };

/** One value of a facet, e.g. disease: heart-failure. */
export interface FacetValue {
  readonly facet: ViewFacet;
  readonly id: string;
  readonly label: string;
  /** Wider values of the same facet; who has this one has those too. */
  readonly wider: readonly string[];
}

/** All claims and references of the packs, numbered, with their facets as numbers; made once. */
export interface Catalogue {
  readonly entries: readonly CatalogueEntry[];
  readonly values: readonly FacetValue[];
  /** The number of a value. */
  readonly valueOf: (facet: ViewFacet, id: string) => number | undefined;
  /** Those of entry `i` are `held[from[i]]` to `held[from[i + 1] - 1]`. */
  readonly held: Uint16Array;
  readonly from: Uint32Array;
  /** The claims (numbers of entries) that a reference carries, and the references that carry a claim. */
  readonly related: (entry: number) => readonly number[];
  /** The number of a reference's entry. */
  readonly numberOf: (reference: Reference) => number | undefined;
}

const CLAIM_FACETS: readonly ClaimFacet[] = [
  'section',
  'disease',
  'outcome',
  'donor',
  'tissue',
  'species',
  'design',
];

/** Numbers the claims and references of packs and works out their facets. */
export function createCatalogue(packs: readonly Pack[]): Catalogue {
  const entries = packs.flatMap((pack): CatalogueEntry[] => [
    ...pack.claims.map((claim) => ({ kind: 'claim', pack, claim }) as const),
    ...pack.references.map((reference) => ({ kind: 'reference', pack, reference }) as const),
  ]);
  const numbers = new Map<Reference, number>();
  for (const [i, entry] of entries.entries())
    if (entry.kind === 'reference') numbers.set(entry.reference, i);
  const related = relate(entries);
  const values = new Values();
  const readers = new Map(packs.map((pack) => [pack, new PackValues(pack, values)]));
  const heldBy = entries.map((entry): ReadonlySet<number> | undefined =>
    entry.kind === 'claim' ? readers.get(entry.pack)?.ofClaim(entry.claim) : undefined,
  );
  // A reference has what the claims have that it carries.
  const ofReference = values.number('kind', 'reference', 'References');
  const kindOfClaim = values.number('kind', 'claim', 'Claims');
  const lists = entries.map(({ kind }, i): Iterable<number> => {
    if (kind === 'claim') return heldBy[i] ?? [];
    const all = new Set([ofReference]);
    for (const claim of related.get(i) ?? [])
      for (const value of heldBy[claim] ?? []) if (value !== kindOfClaim) all.add(value);
    return all;
  });
  return {
    entries,
    values: values.list,
    valueOf: (facet, id) => values.find(facet, id),
    ...pack(lists),
    related: (entry) => related.get(entry) ?? [],
    numberOf: (reference) => numbers.get(reference),
  };
}

/** Lists of numbers, one after the other. */
function pack(lists: readonly Iterable<number>[]): Pick<Catalogue, 'held' | 'from'> {
  const all: number[] = [];
  const from = new Uint32Array(lists.length + 1);
  for (const [i, list] of lists.entries()) {
    for (const value of list) all.push(value);
    from[i + 1] = all.length;
  }
  return { held: Uint16Array.from(all), from };
}

/** Which claims a reference carries, and the other way round. */
function relate(entries: readonly CatalogueEntry[]): ReadonlyMap<number, readonly number[]> {
  const byNumber = new Map<Pack, Map<number, number>>();
  for (const [i, entry] of entries.entries()) {
    if (entry.kind !== 'reference') continue;
    const number = entry.reference['citation-number'];
    const ofPack = byNumber.get(entry.pack) ?? new Map<number, number>();
    byNumber.set(entry.pack, ofPack);
    if (number !== undefined) ofPack.set(number, i);
  }
  const related = new Map<number, number[]>();
  const add = (to: number, what: number) => {
    const list = related.get(to);
    if (list) list.push(what);
    else related.set(to, [what]);
  };
  for (const [i, entry] of entries.entries()) {
    if (entry.kind !== 'claim') continue;
    for (const number of entry.claim.references) {
      const reference = byNumber.get(entry.pack)?.get(number);
      if (reference === undefined) continue;
      add(i, reference);
      add(reference, i);
    }
  }
  return related;
}

/** Numbers for values, in the order in which they are met. */
class Values {
  readonly list: FacetValue[] = [];
  private readonly numbers = new Map<string, number>();

  find(facet: ViewFacet, id: string): number | undefined {
    return this.numbers.get(`${facet} ${id}`);
  }

  number(facet: ViewFacet, id: string, label: string, wider: readonly string[] = []): number {
    const known = this.find(facet, id);
    if (known !== undefined) return known;
    const number = this.list.length;
    this.list.push({ facet, id, label, wider });
    this.numbers.set(`${facet} ${id}`, number);
    return number;
  }
}

/** The values of one pack's claims. */
class PackValues {
  private readonly concepts: ReadonlyMap<string, Concept>;
  private readonly read: ReturnType<typeof facetReader>;

  constructor(
    private readonly pack: Pack,
    private readonly values: Values,
  ) {
    this.concepts = new Map(pack.concepts.map((concept) => [concept.id, concept]));
    this.read = facetReader(pack);
  }

  ofClaim(claim: Claim): ReadonlySet<number> {
    const facets = this.read(claim);
    const held = new Set<number>();
    held.add(this.values.number('kind', 'claim', 'Claims'));
    held.add(this.values.number('certainty', claim.certainty, claim.certainty));
    for (const facet of CLAIM_FACETS) {
      const ids = facets[facet];
      if (ids.length === 0) held.add(this.values.number(facet, NOT_STATED, 'not stated'));
      for (const id of ids)
        for (const one of this.withWider(facet, id)) held.add(this.number(facet, one));
    }
    return held;
  }

  private number(facet: ClaimFacet, id: string): number {
    const wider = [...this.withWider(facet, id)].filter((other) => other !== id);
    return this.values.number(facet, id, this.label(facet, id), wider);
  }

  private withWider(facet: ClaimFacet, id: string): ReadonlySet<string> {
    const all = new Set([id]);
    if (facet === 'section') return all;
    // A set that grows while it is walked is walked to its end.
    for (const one of all) {
      for (const other of this.concepts.get(one)?.broader ?? [])
        if (this.concepts.get(other)?.kind === facet) all.add(other);
    }
    return all;
  }

  private label(facet: ClaimFacet, id: string): string {
    if (facet === 'section')
      return this.pack.manifest.sections.find((section) => section.id === id)?.title ?? id;
    return this.concepts.get(id)?.names[0] ?? id.replaceAll('-', ' ');
  }
}
