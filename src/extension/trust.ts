import * as vscode from 'vscode';
import { METHODS } from '../server/protocol';
import type { CaveatContext } from './context';

/** Tells the server when the workspace is trusted, so that it reads the workspace's own files. */
export function registerTrust({ extension, client }: CaveatContext): void {
  extension.subscriptions.push(
    vscode.workspace.onDidGrantWorkspaceTrust(() => {
      // A server that is not up yet learns of it when it starts.
      if (client.isRunning()) void client.sendNotification(METHODS.trusted);
    }),
  );
}
