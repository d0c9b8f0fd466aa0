import * as vscode from 'vscode';
import { ACTION_KINDS } from '../../server/protocol';
import type { CaveatContext } from '../context';
import { toRange, toWire } from '../ranges';
import type { FindingNode } from './findings-items';
import type { Finding } from './findings-model';
import type { FindingsTree } from './findings-tree';

/** What can be done with a finding: from the view's menus, and from the palette with the one at the cursor. */
export function registerFindingActions(
  { extension, output }: CaveatContext,
  tree: FindingsTree,
): void {
  const on = (act: (finding: Finding) => Promise<void>) => async (node?: FindingNode) => {
    const finding = findingOf(node) ?? atCursor(tree.findings);
    if (!finding) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Put the cursor on a finding first, then run this again.'),
      );
      return;
    }
    try {
      await act(finding);
    } catch (error) {
      output.error(String(error));
      void vscode.window.showErrorMessage(
        vscode.l10n.t('Caveat: this could not be done. {0}', String(error)),
      );
    }
  };
  const { registerCommand } = vscode.commands;
  extension.subscriptions.push(
    registerCommand('caveat.findings.fix', on(fix)),
    registerCommand('caveat.findings.suppressHere', on(firstOf(ACTION_KINDS.suppressHere))),
    registerCommand('caveat.findings.suppressInFile', on(firstOf(ACTION_KINDS.suppressInFile))),
    registerCommand('caveat.findings.switchRuleOff', on(firstOf(ACTION_KINDS.switchOff))),
    registerCommand('caveat.findings.copyMessage', on(copyMessage)),
    registerCommand('caveat.findings.openRule', on(openRule)),
  );
}

async function copyMessage({ message }: Finding): Promise<void> {
  await vscode.env.clipboard.writeText(message);
  vscode.window.setStatusBarMessage(vscode.l10n.t('Caveat: copied to the clipboard.'), 5000);
}

async function openRule({ ruleUrl }: Finding): Promise<void> {
  if (ruleUrl !== undefined) await vscode.env.openExternal(vscode.Uri.parse(ruleUrl));
}

/** Applies the one fix there is, or asks which. */
async function fix(finding: Finding): Promise<void> {
  const actions = await actionsFor(finding, ACTION_KINDS.fix);
  const [only] = actions;
  if (!only) {
    nothing();
    return;
  }
  const items = actions.map((action) => ({ label: action.title, action }));
  const placeHolder = vscode.l10n.t('How to put it right');
  const action =
    actions.length === 1
      ? only
      : (await vscode.window.showQuickPick(items, { placeHolder }))?.action;
  if (action) await apply(finding, action);
}

function firstOf(kind: string) {
  return async (finding: Finding): Promise<void> => {
    const [action] = await actionsFor(finding, kind);
    if (action) await apply(finding, action);
    else nothing();
  };
}

function nothing(): void {
  const text = vscode.l10n.t('Caveat: the server has nothing of this kind for this finding.');
  void vscode.window.showInformationMessage(text);
}

/** The quick fixes of one kind for one finding; others that touch the place are of other rules. */
async function actionsFor(finding: Finding, kind: string): Promise<vscode.CodeAction[]> {
  const wanted = `${kind}.${finding.ruleId ?? ''}`;
  const found = await vscode.commands.executeCommand<vscode.CodeAction[] | undefined>(
    'vscode.executeCodeActionProvider',
    vscode.Uri.parse(finding.uri),
    toRange(finding.range),
    vscode.CodeActionKind.QuickFix.value,
  );
  return (found ?? []).filter((action) => action.kind?.value === wanted);
}

/** Where the edit is made is shown first, so that nothing changes unseen. */
async function apply({ uri, range }: Finding, action: vscode.CodeAction): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  const selection = new vscode.Range(toRange(range).start, toRange(range).start);
  await vscode.window.showTextDocument(document, { selection, preserveFocus: true });
  if (action.edit && !(await vscode.workspace.applyEdit(action.edit)))
    throw new Error(vscode.l10n.t('{0} could not be changed.', document.fileName));
  const { command } = action;
  if (command)
    await vscode.commands.executeCommand(
      command.command,
      ...((command.arguments ?? []) as unknown[]),
    );
}

function findingOf(node: FindingNode | undefined): Finding | undefined {
  if (node?.kind === 'finding') return node.placed.finding;
  // A group's menu is about its rule, which any of its findings stands for.
  return node?.kind === 'group' ? node.group.findings[0]?.finding : undefined;
}

function atCursor(findings: readonly Finding[]): Finding | undefined {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return undefined;
  const uri = editor.document.uri.toString();
  const at = editor.selection.active;
  const here = findings.filter(
    (finding) => finding.uri === uri && toRange(finding.range).contains(at),
  );
  const { line } = toWire(at);
  return here[0] ?? findings.find(({ uri: of, range }) => of === uri && range.start.line === line);
}
