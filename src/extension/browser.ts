import { Uri, type ExtensionContext } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { activateWith } from './activate';

/** In a browser the server is a web worker. */
export function activate(extension: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(extension.extensionUri, 'dist', 'browser', 'server.js').toString(
    true,
  );
  let worker: Worker | undefined;
  // Each start gets a worker of its own; the one before would live on.
  const start = () => {
    worker?.terminate();
    worker = new Worker(script);
    return Promise.resolve(worker);
  };
  extension.subscriptions.push({ dispose: () => worker?.terminate() });
  return activateWith(
    extension,
    (options) => new LanguageClient('caveat', 'Caveat', start, options),
  );
}
