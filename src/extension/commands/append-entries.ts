import * as vscode from 'vscode';
import { COMMANDS } from '../../server/protocol';
import type { CaveatContext } from '../context';
import { appendEntries } from '../entries';

/** Puts what was cited into the bibliography; called by completions and code actions, not by people. */
export function registerAppendEntries(context: CaveatContext): void {
  context.extension.subscriptions.push(
    vscode.commands.registerCommand(
      COMMANDS.appendEntries,
      (uri: string, keys: readonly string[]) =>
        appendEntries(context, vscode.Uri.parse(uri), keys, 'message'),
    ),
  );
}
