import * as vscode from 'vscode';
import type { ManuscriptState } from '../../server/protocol';
import type { CaveatContext } from '../context';
import { registerFindingActions } from './findings-actions';
import { severityName } from './findings-items';
import { countGrave, GROUPINGS, SEVERITIES, type Grouping } from './findings-model';
import { openFindings, openManuscripts } from './findings-source';
import { FindingsTree } from './findings-tree';

/** Diagnostics change with each keystroke; the view follows once they rest, in milliseconds. */
const DELAY = 100;
/** `none`: no manuscript is open; `other`: only texts about something else; `clean`: nothing was found. */
type State = 'none' | 'other' | 'clean' | 'findings';

/** The Findings view: what was found in the open manuscripts, by rule, claim or file. */
export function registerFindings(context: CaveatContext): void {
  const { extension, onStatus } = context;
  const tree = new FindingsTree(extension.workspaceState);
  const view = vscode.window.createTreeView('caveat.findings', {
    treeDataProvider: tree,
    showCollapseAll: true,
  });
  const states = new Map<string, ManuscriptState>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const refresh = () => {
    tree.set(openFindings());
    describe(view, tree);
    void vscode.commands.executeCommand(
      'setContext',
      'caveat.findings.state',
      stateOf(tree, states),
    );
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(refresh, DELAY);
  };
  extension.subscriptions.push(
    tree,
    view,
    { dispose: () => clearTimeout(timer) },
    vscode.languages.onDidChangeDiagnostics(soon),
    vscode.workspace.onDidOpenTextDocument(soon),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      states.delete(uri.toString());
      soon();
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(soon),
    onStatus(({ uri, state }) => {
      states.set(vscode.Uri.parse(uri).toString(), state);
      soon();
    }),
    vscode.commands.registerCommand('caveat.findings.groupBy', async (given?: unknown) => {
      const by = GROUPINGS.find((one) => one === given) ?? (await askGrouping(tree.grouping));
      if (!by) return;
      await tree.groupBy(by);
      describe(view, tree);
    }),
    vscode.commands.registerCommand('caveat.findings.filter', async () => {
      const items = SEVERITIES.map((severity) => ({
        label: severityName(severity),
        severity,
        picked: tree.shown.includes(severity),
      }));
      const placeHolder = vscode.l10n.t('Severities to show');
      const chosen = await vscode.window.showQuickPick(items, { canPickMany: true, placeHolder });
      if (!chosen) return;
      await tree.show(chosen.map(({ severity }) => severity));
      describe(view, tree);
    }),
  );
  registerFindingActions(context, tree);
  refresh();
}

/** What stands around the tree: how it is grouped, what is hidden, how much there is. */
function describe(view: vscode.TreeView<unknown>, tree: FindingsTree): void {
  view.description = groupingName(tree.grouping);
  const { hidden, findings } = tree;
  view.message = messageOf(hidden, findings.length);
  const grave = countGrave(findings);
  view.badge =
    grave === 0
      ? undefined
      : {
          value: grave,
          tooltip:
            grave === 1
              ? vscode.l10n.t('1 error or warning in the open manuscripts')
              : vscode.l10n.t('{0} errors and warnings in the open manuscripts', grave),
        };
}

/** Empty: none, and where there are no findings the welcome text stands. */
function messageOf(hidden: number, all: number): string {
  if (hidden > 0)
    return vscode.l10n.t('{0} of {1} findings are hidden by the filter.', hidden, all);
  if (all > 0 && !vscode.workspace.isTrusted)
    return vscode.l10n.t(
      'This workspace is not trusted: only the evidence that comes with Caveat is used.',
    );
  return '';
}

function stateOf(tree: FindingsTree, states: ReadonlyMap<string, ManuscriptState>): State {
  if (tree.findings.length > 0) return 'findings';
  const open = openManuscripts();
  if (open.length === 0) return 'none';
  const isChecked = open.some(({ uri }) => states.get(uri.toString()) === 'checked');
  return isChecked ? 'clean' : 'other';
}

async function askGrouping(now: Grouping): Promise<Grouping | undefined> {
  const items = GROUPINGS.map((by) => ({
    label: groupingName(by),
    by,
    ...(by === now && { description: vscode.l10n.t('now') }),
  }));
  const placeHolder = vscode.l10n.t('Group findings');
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.by;
}

function groupingName(by: Grouping): string {
  switch (by) {
    case 'rule':
      return vscode.l10n.t('by rule');
    case 'claim':
      return vscode.l10n.t('by claim');
    case 'file':
      return vscode.l10n.t('by file');
  }
}
