import { claimDocsUrl } from '../checks/docs';
import type { Claim, Pack } from '../evidence/types';
import type { Coverage, PackCoverage } from './coverage';
import { missedClaims, missedTopics, statementText, uncitedStatements, type Shown } from './lists';
import { escapeMarkdown } from './markdown';
import { plainText, safeUrl } from './plain';
import { reportReference } from './report';
import type { Report, ReportedClaim, ReportedFinding, ReportedReference } from './types';
import { counted, COVERAGE_NOTE, DISCLAIMER, ruleName, SEVERITY_NAMES } from './words';

/** The report as Markdown. What comes from packs and manuscripts is escaped. */
export function reportMarkdown(report: Report): string {
  const { title, file, date, tool, packs, rules, findings, coverage } = report;
  const counts = `${counted(findings.length, 'finding')} in ${counted(coverage.statements, 'statement')}.`;
  const rows = rules.map(
    ({ ruleId, severity, count, url }) =>
      `| ${link(ruleName(ruleId), url)} | ${SEVERITY_NAMES[severity]} | ${count} |`,
  );
  const table = ['| Rule | Severity | Findings |', '| --- | --- | ---: |', ...rows].join('\n');
  return [
    // It quotes what was found, and need not be found again.
    '<!-- caveat-disable-file -- a report, which quotes the manuscript and the evidence -->',
    `# ${text(title)}`,
    [
      `- Manuscript: ${text(file)}`,
      `- Date: ${text(date)}`,
      ...packs.flatMap((pack) => [
        `- Evidence: ${text(pack.title)} (pack version ${text(pack.version)})`,
        `- Review: ${referenceLine(pack.review)}`,
      ]),
    ].join('\n'),
    '## Summary',
    counts,
    ...(rules.length > 0 ? [table] : []),
    ...(findings.length > 0 ? ['## Findings', ...findings.map(findingPart)] : []),
    ...coverage.packs.flatMap(packParts),
    ...uncitedParts(coverage),
    '---',
    DISCLAIMER,
    `Made by ${text(tool)}.`,
    '',
  ].join('\n\n');
}

function findingPart(finding: ReportedFinding, index: number): string {
  const { ruleId, severity, line, headings, quote, message, claims } = finding;
  const place = [`Line ${line}`, ...headings.map(text)].join(' · ');
  return [
    `### ${index + 1}. ${ruleName(ruleId)} (${SEVERITY_NAMES[severity].toLowerCase()})`,
    place,
    `> ${text(`${quote.before}${quote.marked}${quote.after}`)}`,
    text(message),
    ...(claims.length > 0 ? ['What the evidence says:', ...claims.map(claimPart)] : []),
  ].join('\n\n');
}

function claimPart({ statement, certainty, caveat, url, references }: ReportedClaim): string {
  const page = url === undefined ? '' : ` ${link('Evidence page', url)}`;
  const more = caveat === undefined ? [] : [`  - Caveat: ${text(caveat)}`];
  return [
    `- ${text(statement)} Certainty: ${text(certainty)}.${page}`,
    ...more,
    ...references.map((reference) => `  - ${referenceLine(reference)}`),
  ].join('\n');
}

function packParts({ pack, references, sections, missedTopics: topics }: PackCoverage): string[] {
  const filled = sections.filter(({ cited, missed }) => cited.length + missed.length > 0);
  const claims = filled.flatMap(({ cited }) => cited);
  const missed = filled.filter((section) => section.missed.length > 0);
  const rows = filled.map(
    (section) =>
      `| ${text(section.title)} | ${section.cited.length} | ${section.cited.length + section.missed.length} |`,
  );
  const parts = [
    `## Citations of “${text(pack.manifest.title)}”`,
    `${references.length} of ${counted(pack.references.length, 'reference')} and ${claims.length} of ${counted(pack.claims.length, 'claim')} are cited. ${COVERAGE_NOTE}`,
    ['| Section of the review | Claims cited | of |', '| --- | ---: | ---: |', ...rows].join('\n'),
  ];
  if (references.length > 0) {
    const items = references.map(({ reference, lines }) => {
      const places = lines.map((line) => line + 1).join(', ');
      return `- ${referenceLine(reportReference(reference))} (line${lines.length === 1 ? '' : 's'} ${places})`;
    });
    parts.push('### References that are cited', items.join('\n'));
  }
  if (claims.length > 0)
    parts.push('### Claims that are cited', claimList(pack, { items: claims, rest: 0 }));
  if (topics.length > 0) {
    const { items, rest } = missedTopics(topics);
    const more = rest > 0 ? ` and ${rest} more` : '';
    parts.push('### Topics that are not cited', `${items.map(text).join(', ')}${more}.`);
  }
  if (missed.length > 0) parts.push('### Claims that are not cited');
  for (const section of missed)
    parts.push(`#### ${text(section.title)}`, claimList(pack, missedClaims(section)));
  return parts;
}

function claimList(pack: Pack, { items, rest }: Shown<Claim>): string {
  const rows = items.map((claim) => {
    const page = safeUrl(claimDocsUrl(pack.manifest, claim.id));
    const after = page === undefined ? '' : ` ${link('Evidence page', page)}`;
    return `- ${text(claim.statement)} (${text(claim.certainty)})${after}`;
  });
  if (rest > 0) rows.push(`- and ${rest} more`);
  return rows.join('\n');
}

function uncitedParts(coverage: Coverage): string[] {
  if (coverage.uncited.length === 0) return [];
  const { items, rest } = uncitedStatements(coverage);
  const rows = items.map(({ statement, line, evidence }) => {
    const keys = evidence.slice(0, 3).map(text).join(', ');
    const has = keys === '' ? '' : ` (the evidence has ${keys})`;
    return `- Line ${line + 1}: ${text(statementText(statement.text))}${has}`;
  });
  if (rest > 0) rows.push(`- and ${rest} more`);
  const count = `${coverage.uncited.length} of ${coverage.statements}; many need none.`;
  return ['## Sentences without a citation', count, rows.join('\n')];
}

function referenceLine({ number, text: line, url, doi }: ReportedReference): string {
  const before = number === undefined ? '' : `\\[${number}\\] `;
  return `${before}${text(line)}${doi === undefined ? '' : ` ${link(`doi:${doi}`, url)}`}`;
}

function link(title: string, url: string | undefined): string {
  const address = safeUrl(url);
  return address === undefined ? text(title) : `[${text(title)}](${address})`;
}

function text(of: string): string {
  return escapeMarkdown(plainText(of));
}
