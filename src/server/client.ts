import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type ClientCapabilities,
  type Connection,
  type InitializeParams,
} from 'vscode-languageserver';
import type { InitializationOptions } from './protocol';
import { parseSettings, type Settings } from './settings';
import { uriKey } from './uris';

/** What the client said about itself when it began, and what it has said since: folders, trust, settings. */
export class Client {
  folders: readonly string[];
  isTrusted: boolean;
  readonly options: InitializationOptions;
  private readonly capabilities: ClientCapabilities;
  private readonly scoped = new Map<string, Promise<Settings>>();
  /** Told by clients that cannot be asked. */
  private told: Settings;

  constructor(
    private readonly connection: Connection,
    params: InitializeParams,
  ) {
    const options = (params.initializationOptions ?? {}) as InitializationOptions & {
      readonly settings?: unknown;
    };
    this.options = options;
    this.capabilities = params.capabilities;
    // Old clients name one folder; the newest name none by `null`.
    const root = params.rootUri ?? undefined;
    this.folders =
      params.workspaceFolders?.map(({ uri }) => uri) ?? (root === undefined ? [] : [root]);
    this.isTrusted = options.trusted !== false;
    this.told = parseSettings(options.settings);
  }

  get canPull(): boolean {
    return this.capabilities.textDocument?.diagnostic !== undefined;
  }

  get canRefresh(): boolean {
    return this.capabilities.workspace?.diagnostics?.refreshSupport === true;
  }

  get canReplace(): boolean {
    return (
      this.capabilities.textDocument?.completion?.completionItem?.insertReplaceSupport === true
    );
  }

  /** Whether edits may make files. */
  get canCreate(): boolean {
    const edit = this.capabilities.workspace?.workspaceEdit;
    return edit?.documentChanges === true && edit.resourceOperations?.includes('create') === true;
  }

  /** Whether it shows what a definition's link stands on. */
  get canLink(): boolean {
    return this.capabilities.textDocument?.definition?.linkSupport === true;
  }

  /** Commands that it carries out for us. */
  get commands(): readonly string[] {
    return this.options.commands ?? [];
  }

  get canWatch(): boolean {
    return this.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
  }

  get hasFolders(): boolean {
    return this.capabilities.workspace?.workspaceFolders === true;
  }

  private get canAsk(): boolean {
    return this.capabilities.workspace?.configuration === true;
  }

  /** The settings for one document. */
  settingsFor(uri: string): Promise<Settings> {
    if (!this.canAsk) return Promise.resolve(this.told);
    const key = uriKey(uri);
    const known = this.scoped.get(key);
    if (known) return known;
    const asked = this.connection.workspace
      .getConfiguration({ scopeUri: uri, section: 'caveat' })
      .then(parseSettings, () => parseSettings(undefined));
    this.scoped.set(key, asked);
    return asked;
  }

  /** @param settings as sent with `workspace/didChangeConfiguration`; clients that are asked send none */
  settingsChanged(settings: unknown): void {
    this.scoped.clear();
    const section = (settings as { readonly caveat?: unknown } | null | undefined)?.caveat;
    if (section !== undefined) this.told = parseSettings(section);
  }

  forget(uri: string): void {
    this.scoped.delete(uriKey(uri));
  }

  /** Asks to be told of changed settings and of changed files. */
  async register(): Promise<void> {
    if (this.capabilities.workspace?.didChangeConfiguration?.dynamicRegistration) {
      await this.connection.client.register(DidChangeConfigurationNotification.type, {
        section: 'caveat',
      });
    }
    if (this.canWatch) {
      const watchers = [
        '**/{.caveatrc.yaml,package.json}',
        '**/*.{bib,bibtex,ris,json,yaml,yml}',
        // Manuscripts that may name bibliographies for others.
        '**/*.{tex,ltx,Rmd}',
      ];
      await this.connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: watchers.map((globPattern) => ({ globPattern })),
      });
    }
  }
}
