import * as vscode from 'vscode';
import type { StatusParams } from '../../server/protocol';
import type { CaveatContext } from '../context';
import { MANUSCRIPTS } from '../selector';

/** The count of findings of the active manuscript; nothing at all for a text about something else. */
export function registerStatus({ extension, onStatus, output }: CaveatContext): void {
  const statuses = new Map<string, StatusParams>();
  const item = vscode.window.createStatusBarItem(
    'caveat.status',
    vscode.StatusBarAlignment.Right,
    100,
  );
  item.name = 'Caveat';
  let skipped: vscode.LanguageStatusItem | undefined;

  const show = () => {
    const uri = vscode.window.activeTextEditor?.document.uri.toString();
    const status = uri === undefined ? undefined : statuses.get(uri);
    skipped?.dispose();
    skipped = undefined;
    void vscode.commands.executeCommand('setContext', 'caveat.active', status?.state === 'checked');
    if (!status || status.state === 'inactive') {
      item.hide();
      return;
    }
    if (status.state === 'skipped') skipped = skippedItem(status);
    Object.assign(item, look(status));
    item.show();
  };
  extension.subscriptions.push(
    item,
    { dispose: () => skipped?.dispose() },
    onStatus((status) => {
      const key = vscode.Uri.parse(status.uri).toString();
      const before = statuses.get(key);
      statuses.set(key, status);
      if (status.state === 'skipped' && before?.reason !== status.reason)
        output.warn(skippedText(status));
      show();
    }),
    vscode.window.onDidChangeActiveTextEditor(show),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      statuses.delete(uri.toString());
      show();
    }),
  );
}

type Look = Pick<vscode.StatusBarItem, 'text' | 'tooltip' | 'command' | 'accessibilityInformation'>;

function look(status: StatusParams): Look {
  if (status.state === 'skipped') {
    const text = skippedText(status);
    return {
      text: '$(circle-slash) Caveat',
      tooltip: text,
      command: 'caveat.showOutput',
      accessibilityInformation: { label: text },
    };
  }
  const { findings } = status;
  const text =
    findings === 0
      ? vscode.l10n.t('Caveat: no findings in this manuscript')
      : findings === 1
        ? vscode.l10n.t('Caveat: 1 finding in this manuscript')
        : vscode.l10n.t('Caveat: {0} findings in this manuscript', findings);
  return {
    text: `$(references) ${findings}`,
    tooltip: text,
    command: 'workbench.actions.view.problems',
    accessibilityInformation: { label: text },
  };
}

function skippedItem(status: StatusParams): vscode.LanguageStatusItem {
  const item = vscode.languages.createLanguageStatusItem('caveat.skipped', MANUSCRIPTS);
  item.name = 'Caveat';
  item.severity = vscode.LanguageStatusSeverity.Warning;
  item.text = vscode.l10n.t('Caveat does not check this file');
  item.detail = status.reason ?? '';
  item.command = { command: 'caveat.showOutput', title: vscode.l10n.t('Show Output') };
  return item;
}

function skippedText({ uri, reason }: StatusParams): string {
  const name = vscode.workspace.asRelativePath(vscode.Uri.parse(uri));
  return vscode.l10n.t('{0} is skipped: {1}', name, reason ?? '');
}
