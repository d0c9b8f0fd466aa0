import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeFiles } from './files/node';
import { startServer, type ServerParts } from './server';

/** The packs stand next to the bundle, be it the server's or the command line's. */
const parts: ServerParts = {
  ownFiles: nodeFiles,
  shippedPacks: pathToFileURL(join(__dirname, 'packs')).href,
};

/**
 * Runs the server on standard input and output, for `caveat lsp --stdio`.
 * @returns when the client has closed the connection
 */
export function startStdioServer(): Promise<void> {
  const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
  startServer(connection, parts);
  return new Promise((resolve) => {
    process.stdin.once('close', () => resolve());
  });
}

/** Runs the server over whatever the arguments name: `--node-ipc`, `--stdio`, `--socket=…`, `--pipe=…`. */
export function start(): void {
  startServer(createConnection(ProposedFeatures.all), parts);
}
