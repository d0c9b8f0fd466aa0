import * as vscode from 'vscode';
import { PAGE_SCHEME, type FindingData } from '../../server/protocol';
import { toWire } from '../ranges';
import { isManuscript } from '../selector';
import type { Finding, SeverityLevel } from './findings-model';

/** What the server puts behind its messages. */
const SOURCE = 'caveat';

/** The manuscripts that are open. */
export function openManuscripts(): vscode.TextDocument[] {
  return vscode.workspace.textDocuments.filter(
    (document) =>
      !document.isClosed && isManuscript(document) && document.uri.scheme !== PAGE_SCHEME,
  );
}

/** Our findings in the open manuscripts. */
export function openFindings(): Finding[] {
  return openManuscripts().flatMap((document) =>
    vscode.languages
      .getDiagnostics(document.uri)
      .filter(({ source }) => source === SOURCE)
      .map((diagnostic) => toFinding(document, diagnostic)),
  );
}

function toFinding(document: vscode.TextDocument, diagnostic: vscode.Diagnostic): Finding {
  const { range, severity, message, code } = diagnostic;
  const rule = typeof code === 'object' ? code : undefined;
  const ruleId = rule?.value ?? (typeof code === 'object' ? undefined : code);
  // The client keeps what the server sent along; other sources of diagnostics have none.
  const data = (diagnostic as { readonly data?: Partial<FindingData> }).data ?? {};
  const [claim] = data.claims ?? [];
  return {
    uri: document.uri.toString(),
    file: vscode.workspace.asRelativePath(document.uri),
    range: { start: toWire(range.start), end: toWire(range.end) },
    severity: severity as number as SeverityLevel,
    message,
    text: document.getText(range),
    fixes: data.fixes ?? 0,
    ...(ruleId !== undefined && { ruleId: String(ruleId) }),
    ...(rule && { ruleUrl: rule.target.toString() }),
    ...(claim !== undefined && { claim }),
    ...(data.statement !== undefined && { statement: data.statement }),
    ...(data.certainty !== undefined && { certainty: data.certainty }),
  };
}
