import * as vscode from 'vscode';
import { RevealOutputChannelOn, type LanguageClientOptions } from 'vscode-languageclient';
import { COMMANDS, type InitializationOptions } from '../server/protocol';
import { createErrorHandler } from './error-handler';
import { middleware } from './middleware';
import { BIBLIOGRAPHIES, MANUSCRIPTS } from './selector';

/** What the client of either host is made with. */
export function createClientOptions(
  extension: vscode.ExtensionContext,
  output: vscode.LogOutputChannel,
): LanguageClientOptions {
  return {
    documentSelector: [...MANUSCRIPTS, ...BIBLIOGRAPHIES],
    outputChannel: output,
    errorHandler: createErrorHandler(output),
    // A log is for who looks for it; it never opens by itself.
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    diagnosticCollectionName: 'caveat',
    // Asked for at each start, so that a restarted server knows of trust given meanwhile.
    initializationOptions: (): InitializationOptions => ({
      clientFiles: true,
      trusted: vscode.workspace.isTrusted,
      shippedPacks: vscode.Uri.joinPath(extension.extensionUri, 'dist', 'packs').toString(),
      commands: Object.values(COMMANDS),
      pages: true,
    }),
    diagnosticPullOptions: { onChange: true, onSave: false },
    // Text of packs and manuscripts is shown on hover: no HTML, and none but our own harmless commands.
    markdown: {
      isTrusted: {
        enabledCommands: [COMMANDS.copyReference, COMMANDS.appendEntries, COMMANDS.showEvidence],
      },
      supportHtml: false,
    },
    middleware,
  };
}
