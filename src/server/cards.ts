import { authorsShort, referenceLabel } from '../bibliography/render';
import { claimDocsUrl, ruleDocsUrl } from '../checks/docs';
import type { Evidence } from '../checks/evidence';
import type { Finding } from '../checks/types';
import { asList, type Claim, type Pack, type Reference } from '../evidence/types';
import { claimsOf, findClaim, type PlacedClaim } from '../report/claims';
import { doiLink, escapeMarkdown } from './markdown';

/** A card grows no longer than this. */
const MAX_CLAIMS = 6;
const MAX_FINDING_CLAIMS = 3;
const MAX_REFERENCES = 5;

/**
 * The card of a citation, as Markdown.
 *
 * @param reference what the key stands for in the writer's bibliography
 * @param known the packs' record of the same paper, where there is one
 * @param maxClaims how many claims are told
 * @param actions Markdown links of what can be done with it, a line of their own
 */
export function referenceCard(
  reference: Reference,
  known: Reference | undefined,
  evidence: Evidence | undefined,
  maxClaims = MAX_CLAIMS,
  actions: readonly string[] = [],
): string {
  const number = known?.['citation-number'];
  const heading = `**${escapeMarkdown(referenceLabel(reference))}**${number === undefined ? '' : ` \\[${number}\\]`}`;
  const title = reference.title ?? known?.title;
  const journal = reference['container-title'] ?? known?.['container-title'];
  const lines = [
    [heading, journal && `*${escapeMarkdown(journal)}*`].filter(Boolean).join(' · '),
    title && escapeMarkdown(title),
    [doiLink(reference.DOI ?? known?.DOI), ...actions].filter(Boolean).join(' · '),
  ];
  const claims = known && evidence ? claimsOf(known, evidence) : [];
  return [
    ...lines.filter(Boolean),
    ...whatTheReviewSays(claims, maxClaims),
    ...(known ? alsoOnThis(known, claims.slice(0, maxClaims)) : []),
  ].join('\n\n');
}

/** The other references that carry the claims of one. */
function alsoOnThis(known: Reference, claims: readonly PlacedClaim[]): string[] {
  const numbers = new Set(claims.flatMap(({ claim }) => claim.references));
  const [first] = claims;
  const others = (first?.pack.references ?? []).filter(
    (reference) => reference !== known && numbers.has(reference['citation-number'] ?? -1),
  );
  if (others.length === 0) return [];
  const shown = others.slice(0, MAX_REFERENCES).map(referenceText);
  const rest = others.length - shown.length;
  return [`Also on this: ${shown.join('; ')}${rest > 0 ? ` and ${rest} more` : ''}`];
}

function referenceText(reference: Reference): string {
  const label = escapeMarkdown(referenceLabel(reference));
  return `${label} \\[${reference['citation-number'] ?? ''}\\]`;
}

/** The card of a finding, as Markdown: what the evidence says, how sure, with what caveat, and on whose word. */
export function findingCard(finding: Finding, evidence: Evidence): string {
  const claims = finding.claims.flatMap((id) => findClaim(id, evidence) ?? []);
  const said = claims.slice(0, MAX_FINDING_CLAIMS).flatMap(({ pack, claim }) => {
    const caveat =
      claim.caveat === undefined ? '' : `  \n  *Caveat:* ${escapeMarkdown(claim.caveat)}`;
    return [`- ${claimLine(claim)}${caveat}${carriersLine(pack, claim)}`];
  });
  const [first] = claims;
  const heading = first
    ? `**What the evidence says** (${reviewLabel(first.pack)})`
    : escapeMarkdown(finding.message);
  const page = first && claimDocsUrl(first.pack.manifest, first.claim.id);
  const rule = [
    `Rule [${finding.ruleId}](${ruleDocsUrl(finding.ruleId)})`,
    ...(page === undefined ? [] : [`[the claim in the evidence](${page})`]),
  ].join(' · ');
  return [heading, ...(said.length > 0 ? [said.join('\n')] : []), rule].join('\n\n');
}

/** "What the review says", for a card that ends with it. */
export function whatTheReviewSays(
  claims: readonly PlacedClaim[],
  maxClaims = MAX_CLAIMS,
): string[] {
  const [first] = claims;
  if (!first) return [];
  const shown = claims
    .slice(0, maxClaims)
    .map(({ pack, claim }) => `- ${[claimLine(claim), ...shownIn(pack, claim)].join(' · ')}`);
  const rest = claims.length - shown.length;
  if (rest > 0) shown.push(`- and ${rest} more`);
  return [`**What the review says** (${reviewLabel(first.pack)})`, shown.join('\n')];
}

/** In which species and by what kind of study: "rat, in vivo". */
function shownIn(pack: Pack, { population, design }: Claim): string[] {
  const names = [...(population?.species ?? []), ...asList(design)].map(
    (id) => pack.concepts.find((concept) => concept.id === id)?.names[0] ?? id,
  );
  return names.length === 0 ? [] : [escapeMarkdown(names.join(', '))];
}

/** A claim with how sure the review words it. */
export function claimLine({ statement, certainty }: Claim): string {
  return `${escapeMarkdown(statement)} (*${certainty}*)`;
}

function carriersLine(pack: Pack, claim: Claim): string {
  const carriers = claim.references
    .map((number) => pack.references.find((reference) => reference['citation-number'] === number))
    .filter((reference) => reference !== undefined);
  if (carriers.length === 0) return '';
  const shown = carriers.slice(0, MAX_REFERENCES).map((reference) => {
    const label = referenceText(reference);
    const link = doiLink(reference.DOI);
    return link === undefined ? label : `${label} ${link}`;
  });
  const rest = carriers.length - shown.length;
  return `  \n  ${shown.join('; ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

/** "Li 2021", or the pack's title where its review has no author. */
export function reviewLabel(pack: Pack): string {
  const { review } = pack.manifest;
  return escapeMarkdown(
    authorsShort(review) === undefined ? pack.manifest.title : referenceLabel(review),
  );
}
