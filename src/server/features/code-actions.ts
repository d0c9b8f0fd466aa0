import {
  CodeActionKind,
  type CodeAction,
  type CodeActionOptions,
  type Connection,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Finding } from '../../checks/types';
import { UNUSED_SUPPRESSION } from '../../checks/suppress';
import type { Span } from '../../manuscript/types';
import {
  appendActions,
  createActions,
  withEntries,
  type ClientAbilities,
} from '../bibliography-actions';
import { throwIfCancelled } from '../clock';
import { toDiagnostic } from '../diagnostic';
import type { Documents } from '../documents';
import { ignoreHere, ignoreInFile, type Insertion } from '../ignore';
import type { Checked } from '../manuscripts';
import { ACTION_KINDS, COMMANDS } from '../protocol';
import type { Session } from '../session';

export const codeActionCapabilities: CodeActionOptions = {
  codeActionKinds: [CodeActionKind.QuickFix],
};

/** Quick fixes: what a finding suggests, and three ways to ignore it. */
export function registerCodeActions(
  connection: Connection,
  session: Session,
  documents: Documents,
  abilities: () => ClientAbilities,
): void {
  connection.onCodeAction(
    async ({ textDocument, range, context: { only } }, token): Promise<CodeAction[]> => {
      const document = documents.get(textDocument.uri);
      if (!document || (only && !only.some(isQuickFix))) return [];
      const checked = await session.check(document);
      throwIfCancelled(token);
      if (!checked) return [];
      const { uri } = document;
      const span = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
      const client = abilities();
      return [
        ...actionsAt(checked, uri, span, client),
        ...createActions(checked.read, span, client),
        ...appendActions(checked.read, uri, span, client),
      ];
    },
  );
}

/**
 * The actions for the findings that touch a span; those of one finding stay together, its suggestions first.
 *
 * @param client what it can carry out
 */
export function actionsAt(
  checked: Checked,
  uri: string,
  span: Span,
  client: ClientAbilities,
): CodeAction[] {
  const touching = checked.findings.filter(
    (finding) => finding.span.start <= span.end && span.start <= finding.span.end,
  );
  return [
    ...touching.flatMap((finding) => suggestions(checked, uri, finding, client)),
    ...touching.flatMap((finding) => ignoring(checked, uri, finding, client.commands)),
  ];
}

function suggestions(
  { read }: Checked,
  uri: string,
  finding: Finding,
  client: ClientAbilities,
): CodeAction[] {
  const { lines } = read;
  return finding.suggestions.map((suggestion, index) => ({
    title: suggestion.title,
    kind: `${ACTION_KINDS.fix}.${finding.ruleId}`,
    diagnostics: [toDiagnostic(finding, lines)],
    ...(index === 0 && { isPreferred: true }),
    edit: change(
      uri,
      suggestion.edits.map(({ span, newText }) => ({ range: lines.rangeOf(span), newText })),
    ),
    ...withEntries(read, uri, finding, suggestion, client),
  }));
}

function ignoring(
  checked: Checked,
  uri: string,
  finding: Finding,
  commands: readonly string[],
): CodeAction[] {
  const { read } = checked;
  const { ruleId } = finding;
  const diagnostics = [toDiagnostic(finding, read.lines)];
  const insert = (title: string, what: string, { offset, newText }: Insertion): CodeAction => {
    const at = read.lines.positionAt(offset);
    const edit = change(uri, [{ range: { start: at, end: at }, newText }]);
    return { title, kind: `${what}.${ruleId}`, diagnostics, edit };
  };
  // A comment that is reported as useless is not silenced by another comment.
  const comments =
    ruleId === UNUSED_SUPPRESSION
      ? []
      : [
          insert(
            `Ignore ${ruleId} here`,
            ACTION_KINDS.suppressHere,
            ignoreHere(read, ruleId, finding.span),
          ),
          insert(
            `Ignore ${ruleId} in this file`,
            ACTION_KINDS.suppressInFile,
            ignoreInFile(read.manuscript, read.reader, ruleId),
          ),
        ];
  const off = switchOff(checked, uri, ruleId, commands);
  const kind = `${ACTION_KINDS.switchOff}.${ruleId}`;
  return [...comments, ...(off ? [{ ...off, kind, diagnostics }] : [])];
}

/** In the configuration where it speaks of the rule, for it counts more than the settings; else by the client. */
function switchOff(
  { read: { context } }: Checked,
  uri: string,
  ruleId: string,
  commands: readonly string[],
): Pick<CodeAction, 'title' | 'edit' | 'command'> | undefined {
  const title = `Switch ${ruleId} off for this workspace`;
  const { config } = context;
  if (config?.config.rules?.[ruleId] !== undefined) {
    const range = config.rangeOf(['rules', ruleId]);
    return range && { title, edit: change(config.uri, [{ range, newText: 'off' }]) };
  }
  if (!commands.includes(COMMANDS.disableRule)) return undefined;
  return { title, command: { title, command: COMMANDS.disableRule, arguments: [ruleId, uri] } };
}

function change(uri: string, edits: TextEdit[]): WorkspaceEdit {
  return { changes: { [uri]: edits } };
}

/** A client may ask for `quickfix` or for a kind below it. */
function isQuickFix(kind: string): boolean {
  return kind === '' || kind === CodeActionKind.QuickFix || kind.startsWith('quickfix.caveat');
}
