import * as vscode from 'vscode';
import type { CaveatContext } from '../context';

/** `Caveat: Show Output`. */
export function registerShowOutput({ extension, output }: CaveatContext): void {
  extension.subscriptions.push(
    vscode.commands.registerCommand('caveat.showOutput', () => {
      output.show();
    }),
  );
}
