import type { Manuscript, Suppression } from '../manuscript/types';
import { LineIndex } from '../manuscript/lines';
import { tracesOf } from '../manuscript/whole-line';
import { RULES } from './rules/all.generated';
import type { Finding, RuleSetting } from './types';

/** The id under which comments are reported that suppress nothing. */
export const UNUSED_SUPPRESSION = 'unused-suppression';

/**
 * Takes out what the manuscript's comments suppress, and reports comments that suppress nothing or name no rule.
 * A finding belongs to the line on which it starts.
 */
export function applySuppressions(
  manuscript: Manuscript,
  findings: readonly Finding[],
  settings: Readonly<Record<string, RuleSetting>> | undefined,
): Finding[] {
  if (manuscript.suppressions.length === 0) return [...findings];
  const lines = new LineIndex(manuscript.source);
  const used = new Set<Suppression>();
  const kept = findings.filter((finding) => {
    const line = lines.positionAt(finding.span.start).line;
    const by = manuscript.suppressions.find((s) => covers(s, manuscript, lines, finding, line));
    if (by) used.add(by);
    return by === undefined;
  });
  const severity = settings?.[UNUSED_SUPPRESSION] ?? 'warning';
  if (severity === 'off') return kept;
  const unused = manuscript.suppressions
    .filter((s) => s.kind !== 'enable' && !used.has(s))
    .map((s): Finding => ({
      ruleId: UNUSED_SUPPRESSION,
      severity,
      message: unusedMessage(s),
      span: s.span,
      claims: [],
      references: [],
      suggestions: [
        {
          title: 'Remove the comment',
          edits: [{ span: tracesOf(manuscript.source, s.span), newText: '' }],
        },
      ],
    }));
  return [...kept, ...unused];
}

function unusedMessage(suppression: Suppression): string {
  const unknown = suppression.rules.filter((id) => !RULES.some((rule) => rule.id === id));
  return unknown.length > 0
    ? `There is no rule ${unknown.map((id) => `"${id}"`).join(', ')}; mend the name or remove the comment.`
    : 'This comment suppresses nothing; remove it.';
}

function covers(
  suppression: Suppression,
  manuscript: Manuscript,
  lines: LineIndex,
  finding: Finding,
  line: number,
): boolean {
  if (suppression.rules.length > 0 && !suppression.rules.includes(finding.ruleId)) return false;
  switch (suppression.kind) {
    case 'disable-file':
      return true;
    case 'disable-line':
      return lines.positionAt(suppression.span.start).line === line;
    case 'disable-next-line':
      return nextTextLine(manuscript.source, lines, suppression) === line;
    case 'disable':
      return (
        suppression.span.start <= finding.span.start &&
        !isEnabledAgain(suppression, manuscript, finding)
      );
    case 'enable':
      return false;
  }
}

/** The next line that is not blank: Markdown wants a blank line between a comment and a paragraph. */
function nextTextLine(source: string, lines: LineIndex, suppression: Suppression): number {
  const rest = source.slice(suppression.span.end);
  const ownLineEnd = /\r\n|\n|\r/.exec(rest);
  if (!ownLineEnd) return -1;
  let at = suppression.span.end + ownLineEnd.index + ownLineEnd[0].length;
  while (at < source.length && /\s/.test(source.charAt(at))) at++;
  return lines.positionAt(at).line;
}

function isEnabledAgain(
  suppression: Suppression,
  manuscript: Manuscript,
  finding: Finding,
): boolean {
  return manuscript.suppressions.some(
    (other) =>
      other.kind === 'enable' &&
      other.span.start > suppression.span.start &&
      other.span.start < finding.span.start &&
      (other.rules.length === 0 || other.rules.includes(finding.ruleId)),
  );
}
