import { Uri, type ExtensionContext } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { activateWith } from './activate';

/** In a browser the server is a web worker. */
export function activate(extension: ExtensionContext): Promise<void> {
  const script = Uri.joinPath(extension.extensionUri, 'dist', 'server.js');
  let worker: Worker | undefined;
  // Each start gets a worker of its own; the one before would live on. The host puts a class of its own in the place of
  // `Worker`, which the client would not know for one: so it is given the transports.
  const start = (): Promise<MessageTransports> => {
    worker?.terminate();
    worker = new Worker(script.toString(true));
    return Promise.resolve({
      reader: new BrowserMessageReader(worker),
      writer: new BrowserMessageWriter(worker),
    });
  };
  extension.subscriptions.push({ dispose: () => worker?.terminate() });
  return activateWith(
    extension,
    (options) => new LanguageClient('caveat', 'Caveat', start, options),
  );
}
