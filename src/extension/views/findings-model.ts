/** What the Findings view shows, without VS Code: findings, their groups, and ids that outlive an edit. */
import type { WireRange } from '../../server/protocol';

/** As VS Code counts severities: 0 error, 1 warning, 2 information, 3 hint. */
export type SeverityLevel = 0 | 1 | 2 | 3;

export const SEVERITIES: readonly SeverityLevel[] = [0, 1, 2, 3];

/** A finding of an open manuscript. */
export interface Finding {
  /** The manuscript's. */
  readonly uri: string;
  /** Its path in the workspace. */
  readonly file: string;
  readonly range: WireRange;
  readonly severity: SeverityLevel;
  /** Absent where a file that the manuscript names cannot be read. */
  readonly ruleId?: string;
  /** The rule's page. */
  readonly ruleUrl?: string;
  readonly message: string;
  /** What stands there. */
  readonly text: string;
  /** The id of the claim that it is held against, and what that claim says. */
  readonly claim?: string;
  readonly statement?: string;
  readonly certainty?: string;
  /** How many ways there are to put it right. */
  readonly fixes: number;
}

export type Grouping = 'rule' | 'claim' | 'file';

export const GROUPINGS: readonly Grouping[] = ['rule', 'claim', 'file'];

export interface FindingGroup {
  /** The same for the same group, whatever is in it. */
  readonly id: string;
  readonly by: Grouping;
  /** The rule, claim or manuscript; absent for findings that have none. */
  readonly key?: string;
  /** The gravest of its findings. */
  readonly severity: SeverityLevel;
  readonly findings: readonly PlacedFinding[];
}

/** A finding within its group. */
export interface PlacedFinding {
  /** The same after an edit elsewhere, so that what was selected stays so. */
  readonly id: string;
  readonly finding: Finding;
}

/** Sorts findings into groups: the gravest first, then by name; in a group by file and place. */
export function groupFindings(findings: readonly Finding[], by: Grouping): FindingGroup[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of [...findings].sort(byPlace)) {
    const key = keyOf(finding, by) ?? '';
    const known = groups.get(key);
    if (known) known.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups]
    .map(([key, list]): FindingGroup => {
      const id = `${by}:${key}`;
      const severity = list.reduce<SeverityLevel>((least, one) => lesser(least, one.severity), 3);
      return { id, by, severity, findings: withIds(id, list), ...(key !== '' && { key }) };
    })
    .sort((a, b) => a.severity - b.severity || compare(a.id, b.id));
}

/** Those of the chosen severities. */
export function filterFindings(
  findings: readonly Finding[],
  shown: readonly SeverityLevel[],
): Finding[] {
  return findings.filter(({ severity }) => shown.includes(severity));
}

/** What a badge counts: errors and warnings. */
export function countGrave(findings: readonly Finding[]): number {
  return findings.filter(({ severity }) => severity <= 1).length;
}

function keyOf({ ruleId, claim, uri }: Finding, by: Grouping): string | undefined {
  switch (by) {
    case 'rule':
      return ruleId;
    case 'claim':
      return claim;
    case 'file':
      return uri;
  }
}

/** By what they say rather than where, since places move as one types; twins are counted. */
function withIds(group: string, findings: readonly Finding[]): PlacedFinding[] {
  const twins = new Map<string, number>();
  return findings.map((finding) => {
    const { uri, ruleId, text, message } = finding;
    const says = JSON.stringify([group, uri, ruleId, text, message]);
    const nth = (twins.get(says) ?? 0) + 1;
    twins.set(says, nth);
    return { id: `${says}#${nth}`, finding };
  });
}

function byPlace(a: Finding, b: Finding): number {
  const [one, other] = [a.range.start, b.range.start];
  return compare(a.file, b.file) || one.line - other.line || one.character - other.character;
}

function lesser(a: SeverityLevel, b: SeverityLevel): SeverityLevel {
  return a < b ? a : b;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
