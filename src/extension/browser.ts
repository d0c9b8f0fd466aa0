import { Uri, type ExtensionContext } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { activateWith } from './activate';

/** In a browser the server is a web worker. */
export function activate(extension: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(extension.extensionUri, 'dist', 'browser', 'server.js').toString(true);
  // A function, so that each start gets a worker of its own.
  const start = () => Promise.resolve(new Worker(script));
  return activateWith(
    extension,
    (options) => new LanguageClient('caveat', 'Caveat', start, options),
  );
}
