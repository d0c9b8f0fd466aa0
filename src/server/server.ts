import { type Connection, type InitializeResult } from 'vscode-languageserver';
import { version } from '../../package.json';
import { Client } from './client';
import { problemDiagnostic } from './diagnostic';
import { createDocuments, documentSync } from './documents';
import { codeActionCapabilities, registerCodeActions } from './features/code-actions';
import { completionCapabilities, registerCompletion } from './features/completion';
import { diagnosticCapabilities, DiagnosticsFeature } from './features/diagnostics';
import { registerHover } from './features/hover';
import { registerSearch } from './features/search';
import { clientFiles, eitherFiles, noFiles } from './files/client';
import type { FileSystem } from './files/types';
import { METHODS } from './protocol';
import { Session } from './session';

/** What an entry point brings. */
export interface ServerParts {
  /** Files that this process reads itself, by `file:` URIs; a web worker has none. */
  readonly ownFiles?: FileSystem;
  /** Folder (URI) of the compiled packs that come with Caveat, unless the client names it. */
  readonly shippedPacks?: string;
}

/** Wires a connection to the session and the features, and listens. */
export function startServer(connection: Connection, parts: ServerParts = {}): void {
  connection.onInitialize((params): InitializeResult => {
    const client = new Client(connection, params);
    wire(connection, client, parts);
    return {
      serverInfo: { name: 'caveat', version },
      capabilities: {
        textDocumentSync: documentSync,
        diagnosticProvider: diagnosticCapabilities,
        hoverProvider: true,
        completionProvider: completionCapabilities,
        codeActionProvider: codeActionCapabilities,
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });
  connection.listen();
}

function wire(connection: Connection, client: Client, parts: ServerParts): void {
  const files = filesFor(connection, client, parts);
  const session = new Session({
    files,
    settingsFor: (uri) => client.settingsFor(uri),
    folders: () => client.folders,
    isTrusted: () => client.isTrusted,
    shippedPacks: () => client.options.shippedPacks ?? parts.shippedPacks,
    publishProblems: (uri, problems) => {
      void connection.sendDiagnostics({ uri, diagnostics: problems.map(problemDiagnostic) });
    },
    log: (message) => connection.console.warn(message),
  });
  const documents = createDocuments(connection, files, () => client.folders);
  const diagnostics = new DiagnosticsFeature(connection, session, documents, () => ({
    pull: client.canPull,
    refresh: client.canRefresh,
  }));
  const forgetAll = () => {
    session.reset();
    diagnostics.refresh();
  };

  diagnostics.register();
  registerHover(connection, session, documents);
  registerCompletion(connection, session, documents, () => client.canReplace);
  registerCodeActions(connection, session, documents, () => client.options.commands ?? []);
  registerSearch(connection, session, documents);

  documents.onDidClose((uri) => client.forget(uri));
  connection.onInitialized(() => {
    client.register().catch((error: unknown) => connection.console.error(String(error)));
    if (client.hasFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => uri));
        client.folders = [
          ...client.folders.filter((uri) => !gone.has(uri)),
          ...added.map(({ uri }) => uri),
        ];
        forgetAll();
      });
    }
  });
  connection.onDidChangeConfiguration(({ settings }: { settings: unknown }) => {
    client.settingsChanged(settings);
    forgetAll();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const affected = changes.map(({ uri }) => session.fileChanged(uri));
    if (affected.includes(true)) diagnostics.refresh();
  });
  connection.onDidSaveTextDocument(() => {
    // Where nobody tells of changed files, a save is the moment to look.
    if (!client.canWatch) forgetAll();
  });
  connection.onNotification(METHODS.trusted, () => {
    client.isTrusted = true;
    forgetAll();
  });
}

function filesFor(connection: Connection, client: Client, { ownFiles }: ServerParts): FileSystem {
  const remote = client.options.clientFiles ? clientFiles(connection) : noFiles;
  return ownFiles ? eitherFiles(ownFiles, (uri) => uri.startsWith('file:'), remote) : remote;
}
