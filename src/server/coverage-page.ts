import { referenceLabel } from '../bibliography/render';
import { claimDocsUrl } from '../checks/docs';
import type { Claim, Pack } from '../evidence/types';
import type { CoveredSection, Coverage, PackCoverage } from '../report/coverage';
import { coverageOf } from './coverage';
import type { Checked } from './manuscripts';
import { doiLink, escapeMarkdown, fileLink } from './markdown';
import { fileName } from './uris';

/** Of a section that is missed, so many claims are shown. */
const MAX_MISSED = 3;
const MAX_TOPICS = 12;
const MAX_UNCITED = 200;
const MAX_TEXT = 160;

/**
 * What a manuscript cites of the evidence and what it leaves out, as a Markdown page.
 * @param uri the manuscript's; statements link to their lines in it
 */
export function coveragePage(checked: Checked, uri: string): string {
  const coverage = coverageOf(checked);
  return [
    `# Citation coverage of ${escapeMarkdown(fileName(uri))}`,
    ...coverage.packs.flatMap((pack) => packPart(pack, uri)),
    ...uncitedPart(coverage, uri),
    '',
  ].join('\n\n');
}

/** For a manuscript that is about something else, or not checked. */
export function noCoveragePage(uri: string): string {
  return `# Citation coverage of ${escapeMarkdown(fileName(uri))}\n\nThis text is not checked against any evidence, so there is nothing to compare it with.\n`;
}

function packPart(
  { pack, references, sections, missedTopics }: PackCoverage,
  uri: string,
): string[] {
  const cited = sections.flatMap((section) => section.cited);
  const reached = sections.filter((section) => section.cited.length > 0);
  const missed = sections.filter(
    (section) => section.cited.length === 0 && section.missed.length > 0,
  );
  const parts = [
    `## ${escapeMarkdown(pack.manifest.title)}`,
    `${references.length} of ${pack.references.length} references and ${cited.length} of ${pack.claims.length} claims are cited, in ${reached.length} of ${sections.length} sections. A claim counts as cited where a sentence cites a reference that carries it and speaks of the same thing.`,
    sectionTable(sections),
  ];
  if (references.length > 0) {
    const lines = references.map(({ reference, lines: places }) => {
      const number = reference['citation-number'];
      const label = escapeMarkdown(referenceLabel(reference));
      const parts = [
        `${label}${number === undefined ? '' : ` \\[${number}\\]`}`,
        escapeMarkdown(reference.title ?? ''),
        doiLink(reference.DOI) ?? '',
        places.map((line) => lineLink(uri, line)).join(', '),
      ];
      return `- ${parts.filter((part) => part !== '').join(' · ')}`;
    });
    parts.push('### References that are cited', lines.join('\n'));
  }
  if (reached.length > 0) {
    parts.push('### Claims that are cited');
    for (const section of reached)
      parts.push(
        `**${escapeMarkdown(section.title)}**`,
        section.cited.map((claim) => claimLine(pack, claim)).join('\n'),
      );
  }
  if (missed.length > 0) {
    parts.push('### Sections that are not cited');
    for (const section of missed) {
      const shown = section.missed.slice(0, MAX_MISSED).map((claim) => claimLine(pack, claim));
      const rest = section.missed.length - shown.length;
      if (rest > 0) shown.push(`- and ${rest} more`);
      parts.push(`**${escapeMarkdown(section.title)}**`, shown.join('\n'));
    }
  }
  if (missedTopics.length > 0) {
    const shown = missedTopics.slice(0, MAX_TOPICS).map(escapeMarkdown).join(', ');
    const rest = missedTopics.length - MAX_TOPICS;
    parts.push('### Topics that are not cited', `${shown}${rest > 0 ? ` and ${rest} more` : ''}.`);
  }
  return parts;
}

function sectionTable(sections: readonly CoveredSection[]): string {
  const rows = sections
    .filter(({ cited, missed }) => cited.length + missed.length > 0)
    .map(
      ({ title, cited, missed }) =>
        `| ${escapeMarkdown(title)} | ${cited.length} | ${cited.length + missed.length} |`,
    );
  return ['| Section | Claims cited | of |', '| --- | ---: | ---: |', ...rows].join('\n');
}

function uncitedPart({ uncited, statements }: Coverage, uri: string): string[] {
  if (uncited.length === 0) return [];
  // What the evidence could be cited for comes first.
  const sorted = [...uncited].sort(
    (a, b) => Number(b.evidence.length > 0) - Number(a.evidence.length > 0) || a.line - b.line,
  );
  const shown = sorted.slice(0, MAX_UNCITED).map(({ statement, line, evidence }) => {
    const text = escapeMarkdown(shortened(statement.text.replace(/⟦\w+⟧/g, '…')));
    const keys = evidence.slice(0, 3).map(escapeMarkdown).join(', ');
    return `- ${lineLink(uri, line)}: ${text}${keys === '' ? '' : ` (the evidence has ${keys})`}`;
  });
  const rest = uncited.length - shown.length;
  if (rest > 0) shown.push(`- and ${rest} more`);
  return [
    '## Sentences without a citation',
    `${uncited.length} of ${statements}; many need none.`,
    shown.join('\n'),
  ];
}

function claimLine(pack: Pack, claim: Claim): string {
  const url = claimDocsUrl(pack.manifest, claim.id);
  const text = `${escapeMarkdown(claim.statement)} (*${claim.certainty}*)`;
  return `- ${text}${url === undefined ? '' : ` [evidence](${url})`}`;
}

/** @param line zero-based */
function lineLink(uri: string, line: number): string {
  return fileLink(`line ${line + 1}`, uri, line);
}

function shortened(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  return plain.length <= MAX_TEXT ? plain : `${plain.slice(0, MAX_TEXT).trimEnd()}…`;
}
