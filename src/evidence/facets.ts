import { asList, isOutcome, type Claim, type Concept, type Pack } from './types';

/** By what claims can be sorted and narrowed down. */
export type ClaimFacet =
  'section' | 'disease' | 'outcome' | 'donor' | 'tissue' | 'species' | 'design';

/** The values of a claim by facet: ids of sections and concepts, as narrow as the claim has them. */
export type ClaimFacets = Readonly<Record<ClaimFacet, readonly string[]>>;

/**
 * Reads the facets of a pack's claims. Compounds such as `allogeneic-msc` are taken apart.
 * A comparison of two donors or tissues is evidence on both, so there the comparator counts too.
 */
export function facetReader({ concepts }: Pick<Pack, 'concepts'>): (claim: Claim) => ClaimFacets {
  const byId = new Map(concepts.map((concept) => [concept.id, concept]));
  return (claim) => {
    const treatment = atoms(asList(claim.intervention), byId);
    const sides = [...treatment, ...atoms(asList(claim.comparator), byId)];
    const context = [
      ...treatment,
      ...atoms(
        [
          ...asList(claim.population?.disease),
          ...asList(claim.population?.species),
          ...asList(claim.population?.group),
          ...asList(claim.design),
        ],
        byId,
      ),
    ];
    const ofKind = (from: readonly Concept[], kind: Concept['kind']) => [
      ...new Set(from.filter((concept) => concept.kind === kind).map(({ id }) => id)),
    ];
    return {
      section: [claim.section],
      outcome: [...new Set(asList(claim.outcome))],
      disease: ofKind(context, 'disease'),
      species: ofKind(context, 'species'),
      design: ofKind(context, 'design'),
      donor: ofKind(sides, 'donor'),
      tissue: ofKind(sides, 'tissue'),
    };
  };
}

/** A concept's name as people write it: MeSH's spelling where only hyphens differ, which names go without. */
export function conceptLabel({ id, names, mesh }: Concept): string {
  const name = names[0] ?? id.replaceAll('-', ' ');
  return mesh !== undefined && mesh.replace(/[-\s]+/g, ' ') === name ? mesh : name;
}

function atoms(ids: readonly string[], byId: ReadonlyMap<string, Concept>): Concept[] {
  const found: Concept[] = [];
  const seen = new Set<string>();
  const open = [...ids].reverse();
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const concept = byId.get(id);
    if (!concept || seen.has(id)) continue;
    seen.add(id);
    const parts = isOutcome(concept) ? undefined : concept.parts;
    if (parts && parts.length > 0) open.push(...parts);
    else found.push(concept);
  }
  return found;
}
