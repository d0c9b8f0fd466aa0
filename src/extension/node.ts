import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateWith } from './activate';

/** In a Node host the server is a process of its own. */
export function activate(extension: ExtensionContext): Promise<void> {
  const module = extension.asAbsolutePath('dist/server.js');
  // A small nursery: a first check makes much that is soon gone, and V8 would keep what it grew by for that.
  const options = { execArgv: ['--max-semi-space-size=4'] };
  const server = { module, transport: TransportKind.ipc, options };
  return activateWith(
    extension,
    (options) => new LanguageClient('caveat', 'Caveat', { run: server, debug: server }, options),
  );
}
