import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver';
import { ruleDocsUrl } from '../checks/docs';
import type { Finding, Severity } from '../checks/types';
import type { Problem } from '../evidence/problem';
import type { Evidence } from '../checks/evidence';
import type { LineIndex } from '../manuscript/lines';
import { findClaim } from '../report/claims';
import type { FindingData } from './protocol';

/** What VS Code shows behind a message. */
export const SOURCE = 'caveat';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/**
 * A finding as LSP has it; `code` is the rule, its link the rule's page.
 *
 * @param evidence where the claim's own words are to go with it
 */
export function toDiagnostic(finding: Finding, lines: LineIndex, evidence?: Evidence): Diagnostic {
  const { ruleId, severity, message, span, claims, references, suggestions } = finding;
  const [first] = claims;
  const says = first === undefined || !evidence ? undefined : findClaim(first, evidence)?.claim;
  return {
    range: lines.rangeOf(span),
    severity: SEVERITIES[severity],
    code: ruleId,
    codeDescription: { href: ruleDocsUrl(ruleId) },
    source: SOURCE,
    message,
    data: {
      claims,
      references,
      fixes: suggestions.length,
      ...(says && { statement: says.statement, certainty: says.certainty }),
    } satisfies FindingData,
  };
}

/** What is wrong with a file, as LSP has it; a problem without a place stands at the file's beginning. */
export function problemDiagnostic({ severity, message, range }: Problem): Diagnostic {
  const start = { line: 0, character: 0 };
  return {
    range: range ?? { start, end: start },
    severity: SEVERITIES[severity],
    source: SOURCE,
    message,
  };
}
