/** By what the claims and references of the evidence view can be narrowed down, in the order in which it lists them. */
export const VIEW_FACETS = [
  'kind',
  'section',
  'disease',
  'donor',
  'tissue',
  'design',
  'species',
  'outcome',
  'certainty',
  'cited',
] as const;

export type ViewFacet = (typeof VIEW_FACETS)[number];

/** Values of one facet are alternatives, facets are combined. */
export type FacetChoice = Readonly<Partial<Record<ViewFacet, readonly string[]>>>;

/** Stands for what a claim says nothing of; the evidence map uses the same. */
export const NOT_STATED = 'not-stated';

/** Values of the facet `cited`. */
export const CITED = 'cited';
export const NOT_CITED = 'not-cited';
