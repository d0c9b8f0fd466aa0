import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
} from 'vscode-languageserver/browser';
import { startServer } from './server';

/** Runs the server in a web worker. No file system and no shipped packs of our own: the client reads for us. */
export function start(): void {
  const worker = globalThis as unknown as DedicatedWorkerGlobalScope;
  startServer(createConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker)));
}
