import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
} from 'vscode-languageserver/browser';
import { startServer } from './server';

const worker = globalThis as unknown as DedicatedWorkerGlobalScope;

// No file system and no shipped packs of our own: the client reads for us.
startServer(createConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker)));
