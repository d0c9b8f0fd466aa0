import * as vscode from 'vscode';
import { COMMANDS } from '../../server/protocol';
import type { CaveatContext } from '../context';

/** Switches a rule off for the workspace; called by code actions, not by people. */
export function registerDisableRule({ extension }: CaveatContext): void {
  extension.subscriptions.push(
    vscode.commands.registerCommand(COMMANDS.disableRule, async (ruleId: string, uri: string) => {
      const settings = vscode.workspace.getConfiguration('caveat', vscode.Uri.parse(uri));
      // Without a workspace there is only the user's own settings.
      const isWorkspace = vscode.workspace.workspaceFolders !== undefined;
      const written = settings.inspect<Record<string, string>>('rules');
      const before = isWorkspace ? written?.workspaceValue : written?.globalValue;
      const target = isWorkspace
        ? vscode.ConfigurationTarget.Workspace
        : vscode.ConfigurationTarget.Global;
      await settings.update('rules', { ...before, [ruleId]: 'off' }, target);
    }),
  );
}
