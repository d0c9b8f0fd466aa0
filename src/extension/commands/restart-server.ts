import * as vscode from 'vscode';
import type { CaveatContext } from '../context';

/** `Caveat: Restart Server`; also brings back a server that the client has given up. */
export function registerRestartServer({ extension, client, output }: CaveatContext): void {
  extension.subscriptions.push(
    vscode.commands.registerCommand('caveat.restartServer', async () => {
      output.info('Restarting the server');
      if (client.needsStop()) await client.stop();
      await client.start();
    }),
  );
}
