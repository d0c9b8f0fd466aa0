import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type Diagnostic,
  type ProtocolConnection,
} from 'vscode-languageserver/node';

/** The built program, put where no later build changes it under a test's feet. The caller removes it. */
export function copyOfProgram(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'caveat-program-')));
  for (const name of ['cli.js', 'package.json', 'packs'])
    cpSync(join('dist', name), join(folder, name), { recursive: true });
  return folder;
}

/** The built server in a process of its own, that can be killed. */
export class ServerProcess {
  private readonly child: ChildProcess;
  private readonly connection: ProtocolConnection;

  /** @param program a folder made by {@link copyOfProgram} */
  constructor(
    private readonly folder: string,
    program: string,
  ) {
    const args = [join(program, 'cli.js'), 'lsp', '--stdio'];
    this.child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'ignore'] });
    const { stdin, stdout } = this.child;
    if (!stdin || !stdout) throw new Error('The server has no pipes.');
    // Writing to a server that was killed is no failure here.
    stdin.on('error', () => undefined);
    this.connection = createProtocolConnection(
      new StreamMessageReader(stdout),
      new StreamMessageWriter(stdin),
    );
    this.connection.onError(() => undefined);
    this.connection.onRequest('client/registerCapability', () => null);
    for (const quiet of ['window/logMessage', 'textDocument/publishDiagnostics', 'caveat/status'])
      this.connection.onNotification(quiet, () => undefined);
    this.connection.listen();
  }

  async start(): Promise<void> {
    await this.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: [{ uri: this.folder, name: 'work' }],
      capabilities: { textDocument: { diagnostic: {} } },
      initializationOptions: { settings: { enable: 'on' } },
    });
    await this.connection.sendNotification('initialized', {});
  }

  async open(name: string, text: string): Promise<string> {
    const uri = `${this.folder}/${name}`;
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'markdown', version: 1, text },
    });
    return uri;
  }

  async diagnostics(uri: string): Promise<Diagnostic[]> {
    const report = await this.connection.sendRequest<{ items?: Diagnostic[] }>(
      'textDocument/diagnostic',
      { textDocument: { uri } },
    );
    return report.items ?? [];
  }

  /** As when the machine runs out of memory: nothing in it is asked. */
  async kill(): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await ended;
    this.connection.dispose();
  }
}
