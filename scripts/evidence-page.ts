/** One pack as a page that a person can read: by section, an anchor a claim, every figure and reference. */
import { referenceLabel, referenceLine } from '../src/bibliography/render';
import { doiUrl } from '../src/server/markdown';
import {
  asList,
  type Certainty,
  type Claim,
  type Concept,
  type Direction,
  type Pack,
  type Quantity,
  type Reference,
} from '../src/evidence/types';

const CERTAINTY: Readonly<Record<Certainty, string>> = {
  established: 'established: the review states it as a fact',
  supported: 'supported: the review reports studies that show it',
  limited: 'limited: small, early, uncontrolled or short-term evidence, or worded as a possibility',
  mixed: 'mixed: the results that the review reports differ',
  inconclusive: 'inconclusive: the review draws no conclusion',
  contested: 'contested: the review calls it debated',
  refuted: 'refuted: the review rejects it',
};

const DIRECTION: Readonly<Record<Direction, string>> = {
  increase: 'increased',
  decrease: 'decreased',
  'no-difference': 'no difference',
  present: 'present',
  absent: 'absent',
  mixed: 'mixed, both are reported',
};

const APPROXIMATION = {
  about: 'about ',
  'at-least': 'at least ',
  'at-most': 'at most ',
  almost: 'almost ',
} as const;

type Name = (id: string) => string;

/** The page of a pack, as Markdown. Says the same for the same pack. */
export function renderEvidence(pack: Pack): string {
  const name = namesOf(pack.concepts);
  const references = new Map(pack.references.map((r) => [r['citation-number'], r] as const));
  const sections = pack.manifest.sections
    .map((section) => ({
      ...section,
      claims: pack.claims.filter((claim) => claim.section === section.id),
    }))
    .filter(({ claims }) => claims.length > 0);
  return [
    ...head(pack),
    ...sections.map(({ id, title, claims }) => `- [${title}](#section-${id}) (${claims.length})`),
    '- [References](#references)',
    ...sections.flatMap(({ id, title, claims }) => [
      '',
      `<a id="section-${id}"></a>`,
      '',
      `## ${title}`,
      ...claims.flatMap((claim) => renderClaim(claim, name, references)),
    ]),
    '',
    '## References',
    '',
    ...pack.references.map(renderReference),
    '',
  ].join('\n');
}

function head({ manifest, claims, references }: Pack): string[] {
  return [
    `<!-- Written by scripts/evidence-docs.ts from data/packs/${manifest.id}; do not edit. -->`,
    '',
    `# ${escape(manifest.title)}: the evidence`,
    '',
    `What Caveat knows of one review: ${claims.length} claims, which rest on ${references.length} references. ` +
      "The sentences are the curators' own; certainty is worded as the review words it and is not a grade of ours.",
    '',
    `Review: ${renderLine(manifest.review)} (${manifest.licence}). ` +
      `Pack version ${manifest.version}.`,
    '',
  ];
}

function renderClaim(
  claim: Claim,
  name: Name,
  references: ReadonlyMap<number | undefined, Reference>,
): string[] {
  const carriers = claim.references.map((number) => shortReference(number, references.get(number)));
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['Certainty', CERTAINTY[claim.certainty]],
    ['Caveat', claim.caveat],
    ['Intervention', interventionOf(claim, name)],
    ['Outcome', outcomeOf(claim, name)],
    ['Population', populationOf(claim, name)],
    ['Design', designOf(claim, name)],
    ['Figures', claim.quantities?.map(figureOf).join('; ')],
  ];
  return [
    '',
    `<a id="${claim.id}"></a>`,
    '',
    `**${escape(claim.statement)}**`,
    '',
    ...fields
      .filter(([, value]) => value !== undefined && value !== '')
      .map(([label, value]) => `- ${label}: ${escape(value ?? '')}`),
    `- References: ${carriers.length > 0 ? carriers.join('; ') : 'the review itself'}`,
  ];
}

/** "allogeneic MSC, against autologous MSC". */
function interventionOf(claim: Claim, name: Name): string {
  const [intervention, comparator] = [claim.intervention, claim.comparator].map((value) =>
    asList(value).map(name).join(' + '),
  );
  return [intervention, comparator && `against ${comparator}`].filter(Boolean).join(', ');
}

/** "engraftment: decreased". */
function outcomeOf(claim: Claim, name: Name): string {
  return `${asList(claim.outcome).map(name).join(' + ')}: ${DIRECTION[claim.direction]}`;
}

function populationOf({ population }: Claim, name: Name): string {
  return (['species', 'disease', 'group'] as const)
    .map((field) => asList(population?.[field]).map(name).join(', '))
    .filter(Boolean)
    .join('; ');
}

function designOf(claim: Claim, name: Name): string {
  const size = claim['sample-size'];
  return [
    asList(claim.design).map(name).join(', '),
    size === undefined ? '' : `sample size ${size}`,
    claim['follow-up'] && `follow-up ${claim['follow-up']}`,
    claim.dose && `dose ${claim.dose}`,
    asList(claim.route).map(name).join(', '),
  ]
    .filter(Boolean)
    .join('; ');
}

/** "54.5% (patients with histological improvement)", "9 of 13 infusions (…, within 50 days)". */
function figureOf(quantity: Quantity): string {
  const { value, unit, of, numerator, denominator, time, arm, approximation } = quantity;
  const about = approximation === undefined ? '' : APPROXIMATION[approximation];
  const number =
    typeof value === 'number' ? format(value) : `${format(value[0])} to ${format(value[1])}`;
  const isShare = numerator !== undefined && denominator !== undefined;
  const share = isShare ? `${numerator} of ${denominator}` : undefined;
  const amount = share === undefined || unit === '%' ? withUnit(number, unit) : `${share} ${unit}`;
  const shareOf = unit === '%' && share !== undefined ? ` = ${share}` : '';
  return `${about}${amount}${shareOf} (${[of, time, arm].filter(Boolean).join(', ')})`;
}

function withUnit(number: string, unit: string): string {
  switch (unit) {
    case '%':
      return `${number}%`;
    case 'year':
      return number;
    case 'decade':
      return `${number}s`;
    case 'phase':
    case 'class':
    case 'grade':
      return `${unit} ${number}`;
    default:
      return `${number} ${number === '1' ? unit.replace(/s$/, '') : unit}`;
  }
}

function format(value: number): string {
  return value >= 10_000 ? value.toLocaleString('en-GB') : String(value);
}

function shortReference(number: number, reference: Reference | undefined): string {
  const label = reference === undefined ? '' : ` ${link(referenceLabel(reference), reference)}`;
  return `[${number}](#reference-${number})${label}`;
}

function renderReference(reference: Reference): string {
  const number = reference['citation-number'] ?? '';
  return `- <a id="reference-${number}"></a>${number}. ${renderLine(reference)} \`${reference.id}\``;
}

/** The reference in full, its DOI as a link. */
function renderLine(reference: Reference): string {
  const line = referenceLine(reference);
  if (reference.DOI === undefined) return escape(line);
  const label = `doi:${reference.DOI}`;
  return `${escape(line.slice(0, -label.length))}${link(label, reference)}`;
}

/** A link to the paper where its record has a DOI or a PubMed id; else the label alone. */
function link(label: string, { DOI, PMID }: Reference): string {
  const pubmed = PMID === undefined ? undefined : `https://pubmed.ncbi.nlm.nih.gov/${PMID}/`;
  const url = doiUrl(DOI) ?? pubmed;
  return url === undefined ? escape(label) : `[${escape(label)}](${url})`;
}

/** Names as a sentence can hold them: "MSC" for `msc` stays, a compound without a name is its parts together. */
function namesOf(concepts: readonly Concept[]): Name {
  const byId = new Map(concepts.map((concept) => [concept.id, concept]));
  const name = (id: string): string => {
    const concept = byId.get(id);
    const parts = concept && concept.kind !== 'outcome' ? (concept.parts ?? []) : [];
    if (parts.length > 0) return parts.map(name).join(' ');
    // A pattern ("escape|evade * detection") is for the reader of sentences, not for people.
    const plain = concept?.names.find((candidate) => !/[|*]/.test(candidate));
    return plain ?? id.replace(/-/g, ' ');
  };
  return name;
}

function escape(text: string): string {
  return text.replace(/[\\`*_<>[\]]/g, '\\$&');
}
