import * as vscode from 'vscode';
import {
  METHODS,
  type CheckFileAnswer,
  type CheckFileParams,
  type WireDiagnostic,
} from '../../server/protocol';
import type { CaveatContext } from '../context';
import { MANUSCRIPT_FILES } from '../selector';

/** What a check of the workspace found, for callers of the command. */
export interface WorkspaceCheck {
  readonly manuscripts: number;
  readonly findings: number;
  readonly cancelled: boolean;
}

/** `Caveat: Check Workspace`: the Problems panel also lists the findings of manuscripts that are not open. */
export function registerCheckWorkspace(context: CaveatContext): void {
  const found = vscode.languages.createDiagnosticCollection('caveat-workspace');
  context.extension.subscriptions.push(
    found,
    // A manuscript in an editor has its findings from there, and they follow what is typed.
    vscode.window.tabGroups.onDidChangeTabs(({ opened }) => {
      for (const uri of opened.flatMap(uriOf)) found.delete(uri);
    }),
    vscode.workspace.onDidDeleteFiles(({ files }) => {
      for (const uri of files) found.delete(uri);
    }),
    vscode.commands.registerCommand('caveat.checkWorkspace', async () => {
      found.clear();
      const result = await vscode.window.withProgress(
        {
          location: vscode.ProgressLocation.Notification,
          title: vscode.l10n.t('Caveat: checking the workspace'),
          cancellable: true,
        },
        (progress, token) => check(context, found, progress, token),
      );
      if (!result.cancelled) report(result);
      return result;
    }),
  );
}

async function check(
  { client, output }: CaveatContext,
  found: vscode.DiagnosticCollection,
  progress: vscode.Progress<{ message?: string; increment?: number }>,
  token: vscode.CancellationToken,
): Promise<WorkspaceCheck> {
  const files = await vscode.workspace.findFiles(
    MANUSCRIPT_FILES,
    '**/node_modules/**',
    undefined,
    token,
  );
  let manuscripts = 0;
  let findings = 0;
  for (const uri of files) {
    if (token.isCancellationRequested) return { manuscripts, findings, cancelled: true };
    progress.report({
      message: vscode.workspace.asRelativePath(uri),
      increment: 100 / files.length,
    });
    const params: CheckFileParams = { uri: uri.toString() };
    try {
      const answer = await client.sendRequest<CheckFileAnswer>(METHODS.checkFile, params, token);
      if (answer.state === 'skipped')
        output.warn(vscode.l10n.t('{0} is skipped: {1}', uri.fsPath, answer.reason ?? ''));
      if (answer.state === 'checked') manuscripts++;
      findings += answer.diagnostics.length;
      if (!isShown(uri)) found.set(uri, answer.diagnostics.map(toDiagnostic));
    } catch (error) {
      // One manuscript that fails does not keep the others from being checked.
      if (!token.isCancellationRequested) output.error(`${uri.toString()}: ${String(error)}`);
    }
  }
  return { manuscripts, findings, cancelled: token.isCancellationRequested };
}

function report({ manuscripts, findings }: WorkspaceCheck): void {
  const text =
    manuscripts === 0
      ? vscode.l10n.t('Caveat: no manuscript on the evidence’s subject was found.')
      : vscode.l10n.t(
          'Caveat: {0} findings in {1} manuscripts; see the Problems panel.',
          findings,
          manuscripts,
        );
  // Nobody has to click it away, and nothing waits for it.
  vscode.window.setStatusBarMessage(text, 10_000);
  if (findings > 0) void vscode.commands.executeCommand('workbench.actions.view.problems');
}

/** By its tab: VS Code keeps a document for a while after its editor has gone. */
function isShown(uri: vscode.Uri): boolean {
  const shown = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).flatMap(uriOf);
  return shown.some((other) => other.toString() === uri.toString());
}

function uriOf({ input }: vscode.Tab): vscode.Uri[] {
  return input instanceof vscode.TabInputText ? [input.uri] : [];
}

function toDiagnostic({
  range,
  severity,
  code,
  codeDescription,
  source,
  message,
}: WireDiagnostic): vscode.Diagnostic {
  const { start, end } = range;
  const diagnostic = new vscode.Diagnostic(
    new vscode.Range(start.line, start.character, end.line, end.character),
    message,
    // LSP counts from 1, VS Code from 0, in the same order.
    severity - 1,
  );
  diagnostic.source = source;
  diagnostic.code = codeDescription
    ? { value: code, target: vscode.Uri.parse(codeDescription.href) }
    : code;
  return diagnostic;
}
