import { formatReference } from '../bibliography/styles/index';
import { evidenceSays, referencesOf } from '../checks/describe';
import { claimDocsUrl, ruleDocsUrl } from '../checks/docs';
import type { Evidence } from '../checks/evidence';
import type { Finding, Severity } from '../checks/types';
import type { Reference } from '../evidence/types';
import type { Manuscript, Span } from '../manuscript/types';
import { findClaim, type PlacedClaim } from './claims';
import { coverageOf, type CheckedManuscript } from './coverage';
import { doiUrl } from './markdown';
import { safeUrl } from './plain';
import { titleOf } from './title';
import type {
  Report,
  ReportedClaim,
  ReportedFinding,
  ReportedReference,
  ReportedRule,
} from './types';

/** What the manuscript itself does not tell. */
export interface ReportFacts {
  /** The manuscript's name, without its folder. */
  readonly file: string;
  /** The day of the report, `2026-11-24`. */
  readonly date: string;
  /** "Caveat 0.1.0" */
  readonly tool: string;
}

/** Of the claims that a finding names, so many are told. */
const MAX_CLAIMS = 3;
const GRAVITY: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** Gathers what a report tells: the findings with their evidence, and what the manuscript cites. */
export function createReport(checked: CheckedManuscript, facts: ReportFacts): Report {
  const { manuscript, evidence, findings } = checked;
  return {
    ...facts,
    title: titleOf(manuscript) ?? facts.file,
    packs: evidence.packs.map(({ manifest }) => ({
      title: manifest.title,
      version: manifest.version,
      review: reportReference(manifest.review),
    })),
    rules: countRules(findings),
    findings: findings.map((finding) => reportFinding(checked, finding)),
    coverage: coverageOf(checked),
  };
}

/** A reference as reports print it. */
export function reportReference(reference: Reference): ReportedReference {
  const { DOI, URL, ...rest } = reference;
  const number = reference['citation-number'];
  const url = doiUrl(DOI);
  return {
    // The DOI is told apart, as a link; an address stands in for one that is missing.
    text: formatReference(DOI === undefined && URL ? reference : rest, 'vancouver') ?? reference.id,
    ...(number !== undefined && { number }),
    ...(url !== undefined && DOI !== undefined && { url, doi: DOI }),
  };
}

function countRules(findings: readonly Finding[]): ReportedRule[] {
  const rules = new Map<string, ReportedRule>();
  for (const { ruleId, severity } of findings) {
    const count = (rules.get(ruleId)?.count ?? 0) + 1;
    rules.set(ruleId, { ruleId, severity, count, url: ruleDocsUrl(ruleId) });
  }
  return [...rules.values()].sort(
    (a, b) => GRAVITY.indexOf(a.severity) - GRAVITY.indexOf(b.severity) || b.count - a.count,
  );
}

function reportFinding(checked: CheckedManuscript, finding: Finding): ReportedFinding {
  const { manuscript, lines, evidence } = checked;
  const { ruleId, severity, span } = finding;
  const claims = finding.claims.flatMap((id) => findClaim(id, evidence) ?? []);
  const block = manuscript.blocks.find((one) => overlaps(one.span, span));
  return {
    ruleId,
    severity,
    line: lines.positionAt(span.start).line + 1,
    headings: block?.headings ?? [],
    quote: quote(manuscript, span),
    message: withoutEvidence(finding, claims[0], evidence),
    claims: claims.slice(0, MAX_CLAIMS).map(reportClaim),
  };
}

/** The sentence around a finding, from the source, so that its citations stand in it. */
function quote(manuscript: Manuscript, span: Span): ReportedFinding['quote'] {
  const { source } = manuscript;
  const around = manuscript.blocks
    .flatMap(({ statements }) => statements)
    .filter((statement) => overlaps(statement.span, span));
  const start = Math.min(span.start, ...around.map((statement) => statement.span.start));
  const end = Math.max(span.end, ...around.map((statement) => statement.span.end));
  return {
    before: source.slice(start, span.start),
    marked: source.slice(span.start, span.end),
    after: source.slice(span.end, end),
  };
}

/** A message ends with what the evidence says, which the report tells apart. */
function withoutEvidence(
  { message }: Finding,
  first: PlacedClaim | undefined,
  { profiles }: Evidence,
): string {
  const profile = first && profiles.find(({ claim }) => claim === first.claim);
  const says = profile && evidenceSays(profile);
  return says !== undefined && message.endsWith(says)
    ? message.slice(0, -says.length).trimEnd()
    : message;
}

function reportClaim({ pack, claim }: PlacedClaim): ReportedClaim {
  const url = safeUrl(claimDocsUrl(pack.manifest, claim.id));
  const carriers = referencesOf(pack, claim);
  // Where the review itself says it, it is the source.
  const sources = carriers.length > 0 ? carriers : [pack.manifest.review];
  return {
    statement: claim.statement,
    certainty: claim.certainty,
    references: sources.map(reportReference),
    ...(claim.caveat !== undefined && { caveat: claim.caveat }),
    ...(url !== undefined && { url }),
  };
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
