import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateWith } from './activate';

/** In a Node host the server is a process of its own. */
export function activate(extension: ExtensionContext): Promise<void> {
  const module = extension.asAbsolutePath('dist/server.js');
  const server = { module, transport: TransportKind.ipc };
  return activateWith(
    extension,
    (options) => new LanguageClient('caveat', 'Caveat', { run: server, debug: server }, options),
  );
}
