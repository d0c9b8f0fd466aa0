import { referenceLabel } from '../bibliography/render';
import { claimDocsUrl } from '../checks/docs';
import { referencesOf } from '../checks/describe';
import type { Evidence } from '../checks/evidence';
import { facetReader, type ClaimFacet } from '../evidence/facets';
import { asList, type Claim, type Pack } from '../evidence/types';
import { referenceCard } from './cards';
import { doiLink, escapeMarkdown } from './markdown';
import type { Page } from './pages';

const FACETS: readonly (readonly [ClaimFacet, string])[] = [
  ['disease', 'Disease'],
  ['species', 'Species'],
  ['design', 'Study design'],
  ['donor', 'Donor source'],
  ['tissue', 'Tissue source'],
  ['outcome', 'Outcome'],
];

/** All that the evidence has on a claim or a reference, as a Markdown page. */
export function evidencePage(
  evidence: Evidence,
  { of, pack: packId, id }: Pick<Extract<Page, { kind: 'evidence' }>, 'of' | 'pack' | 'id'>,
): string {
  const pack = evidence.packs.find(({ manifest }) => manifest.id === packId);
  const missing = `# ${escapeMarkdown(id)}\n\nThe evidence that is loaded does not have it.\n`;
  if (!pack) return missing;
  if (of === 'claim') {
    const claim = pack.claims.find((one) => one.id === id);
    return claim ? claimPage(pack, claim) : missing;
  }
  const reference = pack.references.find((one) => one.id === id);
  if (!reference) return missing;
  return `# ${escapeMarkdown(id)}\n\n${referenceCard(reference, reference, evidence, Infinity)}\n`;
}

function claimPage(pack: Pack, claim: Claim): string {
  const section = pack.manifest.sections.find(({ id }) => id === claim.section)?.title;
  const url = claimDocsUrl(pack.manifest, claim.id);
  const parts = [
    `# ${escapeMarkdown(claim.statement)}`,
    claim.caveat === undefined ? '' : `*Caveat:* ${escapeMarkdown(claim.caveat)}`,
    table(pack, claim, section),
    '## References',
    carriers(pack, claim),
    `From ${escapeMarkdown(referenceLabel(pack.manifest.review))}${url === undefined ? '' : `, [the claim on the web](${url})`}.`,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function table(pack: Pack, claim: Claim, section: string | undefined): string {
  const names = new Map(pack.concepts.map(({ id, names: [name] }) => [id, name ?? id]));
  const facets = facetReader(pack)(claim);
  const rows: (readonly [string, string])[] = [
    ['Certainty', claim.certainty],
    ['Direction', claim.direction.replace('-', ' ')],
    ['Section', section ?? ''],
    ...FACETS.map(
      ([facet, title]) =>
        [
          title,
          asList(facets[facet])
            .map((id) => names.get(id) ?? id)
            .join(', '),
        ] as const,
    ),
    ['Sample size', claim['sample-size'] === undefined ? '' : String(claim['sample-size'])],
    ['Follow-up', claim['follow-up'] ?? ''],
    ['Dose', claim.dose ?? ''],
  ];
  const shown = rows.filter(([, value]) => value !== '');
  return [
    '| | |',
    '| --- | --- |',
    ...shown.map(([name, value]) => `| ${name} | ${cell(value)} |`),
  ].join('\n');
}

function cell(text: string): string {
  return escapeMarkdown(text).replace(/\s*\n\s*/g, ' ');
}

function carriers(pack: Pack, claim: Claim): string {
  const all = referencesOf(pack, claim);
  if (all.length === 0) return 'None: the review itself says it.';
  return all
    .map((reference) => {
      const number = reference['citation-number'];
      const parts = [
        `**${escapeMarkdown(referenceLabel(reference))}**${number === undefined ? '' : ` \\[${number}\\]`}`,
        reference.title === undefined ? '' : escapeMarkdown(reference.title),
        doiLink(reference.DOI) ?? '',
      ];
      return `- ${parts.filter((part) => part !== '').join(' · ')}`;
    })
    .join('\n');
}
