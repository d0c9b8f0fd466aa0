import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type CompletionList,
  type ProtocolConnection,
} from 'vscode-languageserver/node';

/** The built server in a process of its own, spoken to over its standard input and output as an editor does. */
export class LspClient {
  private readonly child: ChildProcess;
  private readonly connection: ProtocolConnection;
  private version = 1;

  /** @param bundle the command line's, or the server's, with the flags that the extension gives it */
  constructor(
    private readonly folder: string,
    bundle: 'dist/cli.js' | 'dist/server.js' = 'dist/cli.js',
  ) {
    const args =
      bundle === 'dist/cli.js'
        ? [bundle, 'lsp', '--stdio']
        : ['--max-semi-space-size=4', bundle, '--stdio'];
    this.child = spawn(process.execPath, args, {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    if (!this.child.stdout || !this.child.stdin) throw new Error('The server has no pipes.');
    this.connection = createProtocolConnection(
      new StreamMessageReader(this.child.stdout),
      new StreamMessageWriter(this.child.stdin),
    );
    this.connection.onRequest('client/registerCapability', () => null);
    this.connection.onNotification('window/logMessage', () => undefined);
    this.connection.onNotification('textDocument/publishDiagnostics', () => undefined);
    this.connection.listen();
  }

  async start(): Promise<void> {
    const uri = pathToFileURL(this.folder).href;
    await this.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: [{ uri, name: 'bench' }],
      capabilities: { textDocument: { diagnostic: {} } },
    });
    await this.connection.sendNotification('initialized', {});
  }

  async open(name: string, text: string): Promise<string> {
    const uri = `${pathToFileURL(this.folder).href}/${name}`;
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'markdown', version: this.version, text },
    });
    return uri;
  }

  /** Types at a place, then asks what can be completed there. @returns the answer, and milliseconds until it was there */
  async typeAndComplete(
    uri: string,
    line: number,
    character: number,
    text: string,
  ): Promise<{ readonly list: CompletionList; readonly took: number }> {
    const started = performance.now();
    await this.replace(uri, line, character, character, text);
    const list = await this.connection.sendRequest<CompletionList>('textDocument/completion', {
      textDocument: { uri },
      position: { line, character: character + text.length },
    });
    return { list, took: performance.now() - started };
  }

  /** Puts a text in the stead of what stands between two characters of a line. */
  async replace(uri: string, line: number, from: number, to: number, text: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: ++this.version },
      contentChanges: [
        { range: { start: { line, character: from }, end: { line, character: to } }, text },
      ],
    });
  }

  /** Asks for findings, so that the server is as warm as after a minute of writing. @returns how many */
  async diagnostics(uri: string): Promise<number> {
    const { items } = await this.connection.sendRequest<{ readonly items: readonly unknown[] }>(
      'textDocument/diagnostic',
      { textDocument: { uri } },
    );
    return items.length;
  }

  /** Megabytes that the server holds resident; NaN where the system does not tell. */
  memory(): number {
    const pid = String(this.child.pid);
    const { stdout } = spawnSync('ps', ['-o', 'rss=', '-p', pid], { encoding: 'utf8' });
    return Number.parseInt(stdout, 10) / 1024;
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    this.connection.end();
    this.child.stdin?.end();
    if (this.child.exitCode === null) await once(this.child, 'exit');
    this.connection.dispose();
  }
}
