import { claimDocsUrl } from '../checks/docs';
import type { Evidence } from '../checks/evidence';
import { conceptLabel } from '../evidence/facets';
import { asList, isOutcome, type Claim, type Concept } from '../evidence/types';
import type { PlacedClaim } from '../report/claims';
import { claimLine, reviewLabel } from './cards';
import { escapeMarkdown } from './markdown';

/** A card grows no longer than this. */
const MAX_NAMES = 6;
const MAX_CLAIMS = 3;

/**
 * The card of a concept, as Markdown: what it is called, what it is a kind of, and which claims speak of it.
 *
 * @param actions Markdown links of what can be done with it
 * @returns undefined where the packs have no such concept
 */
export function conceptCard(
  id: string,
  { packs, vocabulary }: Pick<Evidence, 'packs' | 'vocabulary'>,
  actions: readonly string[] = [],
): string | undefined {
  const concept = vocabulary.concept(id);
  if (!concept) return undefined;
  const broader = broaderOf(concept).flatMap((one) => vocabulary.concept(one) ?? []);
  const claims = claimsOn(id, packs, vocabulary.closure);
  return [
    `**${escapeMarkdown(plain(conceptLabel(concept)))}** · ${concept.kind}`,
    ...line('Also', concept.names.slice(1).map(plain)),
    ...line('Broader', broader.map(conceptLabel).map(plain)),
    [countOf(claims), ...actions].join(' · '),
    ...(claims.length > 0 ? [claims.slice(0, MAX_CLAIMS).map(claimItem).join('\n')] : []),
  ].join('\n\n');
}

/** What the concept is called first, to look for it. */
export function conceptName(id: string, { vocabulary }: Pick<Evidence, 'vocabulary'>): string {
  const concept = vocabulary.concept(id);
  return concept ? plain(conceptLabel(concept)) : id;
}

/** The claims that name a concept or a kind of it, those that name it itself first. */
function claimsOn(
  id: string,
  packs: Evidence['packs'],
  closure: (id: string) => ReadonlySet<string>,
): readonly PlacedClaim[] {
  const itself: PlacedClaim[] = [];
  const kinds: PlacedClaim[] = [];
  for (const pack of packs) {
    for (const claim of pack.claims) {
      const named = conceptsOf(claim);
      if (named.includes(id)) itself.push({ pack, claim });
      else if (named.some((one) => closure(one).has(id))) kinds.push({ pack, claim });
    }
  }
  return [...itself, ...kinds];
}

function conceptsOf(claim: Claim): readonly string[] {
  const { population, intervention, comparator, outcome, design, route } = claim;
  return [
    ...[intervention, comparator, outcome, design, route].flatMap(asList),
    ...[population?.species, population?.disease, population?.group].flatMap(asList),
  ];
}

/** A compound is a kind of each of its parts. */
function broaderOf(concept: Concept): readonly string[] {
  return [...(concept.broader ?? []), ...(isOutcome(concept) ? [] : (concept.parts ?? []))];
}

function line(title: string, names: readonly string[]): string[] {
  if (names.length === 0) return [];
  const rest = names.length - MAX_NAMES;
  const shown = names.slice(0, MAX_NAMES).map(escapeMarkdown).join(', ');
  return [`${title}: ${shown}${rest > 0 ? ` and ${rest} more` : ''}`];
}

function countOf(claims: readonly PlacedClaim[]): string {
  const reviews = [...new Set(claims.map(({ pack }) => reviewLabel(pack)))].join(', ');
  if (claims.length === 0) return 'No claim of the evidence speaks of it';
  const count = claims.length === 1 ? '1 claim speaks' : `${claims.length} claims speak`;
  return `**${count} of it** (${reviews})`;
}

function claimItem({ pack, claim }: PlacedClaim): string {
  const page = claimDocsUrl(pack.manifest, claim.id);
  const link = page === undefined ? '' : ` · [the claim in the evidence](${page})`;
  return `- ${claimLine(claim)}${link}`;
}

/** A name as it is read: names are patterns of words (docs/packs.md). */
function plain(name: string): string {
  return name.replace(/\s*\*\s*/g, ' … ').replaceAll('|', '/');
}
