import { PassThrough } from 'node:stream';
import {
  createConnection,
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type CancellationToken,
  type ClientCapabilities,
  type Diagnostic,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver/node';
import { METHODS, type InitializationOptions, type StatusParams } from '../../src/server/protocol';
import { startServer } from '../../src/server/server';
import { MemoryFiles, SHIPPED, shippedFiles } from './memory';
import { ROOT } from './workspace';

/** What an editor with all features says of itself. */
export const MODERN: ClientCapabilities = {
  textDocument: { diagnostic: {} },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    diagnostics: { refreshSupport: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    didChangeConfiguration: { dynamicRegistration: true },
  },
};

interface Options {
  readonly capabilities?: ClientCapabilities;
  readonly files?: Readonly<Record<string, string>>;
  readonly options?: InitializationOptions;
}

/** A real server at one end of a pair of streams, an editor of a few lines at the other. */
export class Editor {
  readonly files: MemoryFiles;
  readonly published: PublishDiagnosticsParams[] = [];
  readonly statuses: StatusParams[] = [];
  settings: unknown = {};
  refreshes = 0;
  private readonly client: ProtocolConnection;
  private readonly versions = new Map<string, number>();

  constructor(private readonly how: Options = {}) {
    const entries = Object.entries(how.files ?? {}).map(([path, text]): [string, string] => [
      `${ROOT}/${path}`,
      text,
    ]);
    this.files = new MemoryFiles(new Map([...shippedFiles(), ...entries]));
    const [up, down] = [new PassThrough(), new PassThrough()];
    const server = createConnection(new StreamMessageReader(up), new StreamMessageWriter(down));
    startServer(server, { ownFiles: this.files, shippedPacks: SHIPPED });
    this.client = createProtocolConnection(
      new StreamMessageReader(down),
      new StreamMessageWriter(up),
    );
    this.client.onNotification(
      'textDocument/publishDiagnostics',
      (params: PublishDiagnosticsParams) => {
        this.published.push(params);
      },
    );
    this.client.onNotification(
      METHODS.status,
      (params: StatusParams) => void this.statuses.push(params),
    );
    this.client.onNotification('window/logMessage', () => undefined);
    this.client.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
      items.map(() => this.settings),
    );
    this.client.onRequest('workspace/diagnostic/refresh', () => void this.refreshes++);
    this.client.onRequest('client/registerCapability', () => null);
    this.client.listen();
  }

  async start(): Promise<void> {
    await this.client.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      workspaceFolders: [{ uri: ROOT, name: 'work' }],
      capabilities: this.how.capabilities ?? MODERN,
      initializationOptions: this.how.options ?? {},
    });
    await this.client.sendNotification('initialized', {});
  }

  stop(): void {
    this.client.dispose();
  }

  async open(text: string, path = 'draft.md', languageId = 'markdown'): Promise<string> {
    const uri = `${ROOT}/${path}`;
    this.versions.set(uri, 1);
    await this.notify('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    });
    return uri;
  }

  /** Puts text in at a place of the first line, as typing does. */
  async insert(uri: string, character: number, text: string): Promise<void> {
    const version = (this.versions.get(uri) ?? 0) + 1;
    this.versions.set(uri, version);
    const at = { line: 0, character };
    await this.notify('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range: { start: at, end: at }, text }],
    });
  }

  async diagnostics(uri: string): Promise<Diagnostic[]> {
    const report = await this.request<{ items?: Diagnostic[] }>('textDocument/diagnostic', {
      textDocument: { uri },
    });
    return report.items ?? [];
  }

  request<T>(method: string, params: unknown): Promise<T> {
    return this.client.sendRequest<T>(method, params);
  }

  cancellable(method: string, params: unknown, token: CancellationToken): Promise<unknown> {
    return this.client.sendRequest(method, params, token);
  }

  notify(method: string, params: unknown): Promise<void> {
    return this.client.sendNotification(method, params);
  }

  /** Waits until something holds. */
  async until<T>(look: () => T | undefined, what: string): Promise<T> {
    for (let tries = 0; tries < 300; tries++) {
      const found = look();
      if (found !== undefined) return found;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error(`Waited in vain for ${what}.`);
  }
}
