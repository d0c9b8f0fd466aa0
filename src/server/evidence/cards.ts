import { authorsShort, referenceLabel, yearOf } from '../../bibliography/render';
import { facetReader, type ClaimFacets } from '../../evidence/facets';
import type { Claim, Pack, Reference } from '../../evidence/types';
import { readerFor } from '../../manuscript/formats';
import type { Catalogue, CatalogueEntry } from '../../search/view/catalogue';
import type { Highlighter } from '../../search/view/highlight';
import type { ReadManuscript } from '../manuscripts';
import { doiUrl } from '../markdown';
import type {
  CardFact,
  CarriedClaim,
  ClaimCard,
  EvidenceCard,
  ReferenceCard,
  ReferenceChip,
} from '../protocol/evidence';

/** Nobody reads more of a title; a damaged pack may have one of any length. */
const MAX_TEXT = 600;
const MAX_SHORT = 160;
const MAX_CARRIED = 5;
const MAX_AUTHORS = 60;

/** What the cards of one answer share. */
export interface CardContext {
  readonly catalogue: Catalogue;
  readonly highlight: Highlighter;
  /** 1 for each entry that the manuscript cites. */
  readonly cited?: Uint8Array;
  readonly read?: ReadManuscript | undefined;
}

/** The card of a claim or a reference, by its number in the catalogue. */
export function cardOf(number: number, context: CardContext): EvidenceCard | undefined {
  const entry = context.catalogue.entries[number];
  if (!entry) return undefined;
  return entry.kind === 'claim'
    ? claimCard(number, entry.pack, entry.claim, context)
    : referenceCard(number, entry.pack, entry.reference, context);
}

function claimCard(number: number, pack: Pack, claim: Claim, context: CardContext): ClaimCard {
  const { catalogue, read } = context;
  const carriers = catalogue.related(number);
  const chips = carriers.flatMap((one) => chipOf(one, catalogue.entries[one], context) ?? []);
  const keys = chips.map(({ citeKey }) => citeKey);
  return {
    kind: 'claim',
    ...common(number, pack, claim.id, claim.statement, context),
    key: `${pack.manifest.id}/claim/${claim.id}`,
    keys,
    ...citationOf(keys, read),
    certainty: claim.certainty,
    direction: claim.direction,
    ...(claim.caveat !== undefined && { caveat: clip(claim.caveat, MAX_TEXT) }),
    section: sectionOf(pack, claim),
    facts: factsOf(pack, claim),
    references: chips,
  };
}

function referenceCard(
  number: number,
  pack: Pack,
  reference: Reference,
  context: CardContext,
): ReferenceCard {
  const { catalogue, read } = context;
  const carried = catalogue.related(number).flatMap((one): CarriedClaim[] => {
    const entry = catalogue.entries[one];
    if (entry?.kind !== 'claim') return [];
    const { id, statement, certainty } = entry.claim;
    return [{ id, statement: clip(statement, MAX_TEXT), certainty }];
  });
  const keys = [keyOf(reference, read)];
  const source = sourceOf(reference, context.highlight);
  const journal = reference['container-title'];
  const review = reference['citation-number'];
  const url = doiUrl(reference.DOI);
  return {
    kind: 'reference',
    ...common(number, pack, reference.id, reference.title ?? reference.id, context),
    key: `${pack.manifest.id}/reference/${reference.id}`,
    keys,
    ...citationOf(keys, read),
    ...(review !== undefined && { number: review }),
    ...(source !== '' && { source: { text: source, highlights: context.highlight(source) } }),
    ...(journal !== undefined && { journal: clip(journal, MAX_SHORT) }),
    type: reference.type,
    ...(url !== undefined && { url, doi: reference.DOI ?? '' }),
    claims: carried.slice(0, MAX_CARRIED),
    moreClaims: Math.max(0, carried.length - MAX_CARRIED),
  };
}

/** Who wrote it and when; an author further down the list is named where he is the one who was looked for. */
function sourceOf(reference: Reference, highlight: Highlighter): string {
  const short = authorsShort(reference) ?? '';
  const [first, ...others] = (reference.author ?? []).flatMap(({ family }) => family ?? []);
  const wanted = others
    .slice(0, MAX_AUTHORS)
    .find((name) => !short.includes(name) && highlight(name).length > 0);
  const who = first !== undefined && wanted !== undefined ? `${first}, … ${wanted}, …` : short;
  return clip([who, yearOf(reference)].filter(Boolean).join(' '), MAX_SHORT);
}

function common(number: number, pack: Pack, id: string, text: string, context: CardContext) {
  const shown = clip(text, MAX_TEXT);
  return {
    pack: pack.manifest.id,
    id,
    text: shown,
    highlights: context.highlight(shown),
    isCited: context.cited?.[number] === 1,
  };
}

function chipOf(
  number: number,
  entry: CatalogueEntry | undefined,
  { cited, read }: CardContext,
): ReferenceChip | undefined {
  if (entry?.kind !== 'reference') return undefined;
  const { reference } = entry;
  const review = reference['citation-number'];
  const url = doiUrl(reference.DOI);
  return {
    id: reference.id,
    citeKey: keyOf(reference, read),
    ...(review !== undefined && { number: review }),
    label: clip(referenceLabel(reference), MAX_SHORT),
    ...(reference.title !== undefined && { title: clip(reference.title, MAX_TEXT) }),
    ...(url !== undefined && { url }),
    isCited: cited?.[number] === 1,
  };
}

function citationOf(keys: readonly string[], read: ReadManuscript | undefined) {
  const reader = read?.reader ?? readerFor({ languageId: 'markdown' });
  if (!reader || keys.length === 0) return {};
  return { citation: reader.cite(keys, read?.manuscript) };
}

function keyOf(reference: Reference, read: ReadManuscript | undefined): string {
  return read?.shelf.keyOf(reference) ?? reference.id;
}

/** Reading a pack's facets needs its concepts by id; that is worked out once. */
const readers = new WeakMap<Pack, ReturnType<typeof namedFacets>>();

function factsOf(pack: Pack, claim: Claim): CardFact[] {
  const read = readers.get(pack) ?? namedFacets(pack);
  readers.set(pack, read);
  const { facets, nameOf } = read(claim);
  const fact = (name: CardFact['name'], ids: readonly string[]): CardFact[] =>
    ids.length === 0 ? [] : [{ name, value: clip(ids.map(nameOf).join(', '), MAX_SHORT) }];
  const size = claim['sample-size'];
  return [
    ...fact('design', facets.design),
    ...(size === undefined ? [] : [{ name: 'size', value: `n = ${size}` } as const]),
    ...fact('species', facets.species),
    ...fact('donor', facets.donor),
    ...fact('tissue', facets.tissue),
    ...fact('disease', facets.disease),
  ];
}

function namedFacets(pack: Pack): (claim: Claim) => {
  readonly facets: ClaimFacets;
  readonly nameOf: (id: string) => string;
} {
  const read = facetReader(pack);
  const names = new Map(pack.concepts.map((concept) => [concept.id, conceptName(concept)]));
  const nameOf = (id: string) => names.get(id) ?? id.replaceAll('-', ' ');
  return (claim) => ({ facets: read(claim), nameOf });
}

/** The first name that is one, and no pattern of several. */
export function conceptName(concept: {
  readonly id: string;
  readonly names: readonly string[];
}): string {
  return concept.names.find((name) => !/[*|]/.test(name)) ?? concept.id.replaceAll('-', ' ');
}

function sectionOf(pack: Pack, claim: Claim): string {
  return pack.manifest.sections.find(({ id }) => id === claim.section)?.title ?? claim.section;
}

/** A text of anyone's, cut at a whole character; controls that turn the direction of writing round are taken out. */
export function clip(text: string, limit: number): string {
  const plain = text
    .slice(0, 2 * limit)
    .replace(/[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/g, '');
  if (plain.length <= limit) return plain;
  return `${plain
    .slice(0, limit - 1)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()}…`;
}
