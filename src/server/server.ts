import { type Connection, type InitializeResult } from 'vscode-languageserver';
import { version } from '../../package.json';
import { Client } from './client';
import { problemDiagnostic } from './diagnostic';
import { createDocuments, documentSync, followBibliographies } from './documents';
import { codeActionCapabilities, registerCodeActions } from './features/code-actions';
import { completionCapabilities, registerCompletion } from './features/completion';
import { diagnosticCapabilities, DiagnosticsFeature } from './features/diagnostics';
import { documentLinkCapabilities, registerDocumentLinks } from './features/document-links';
import { registerCitations } from './features/citations';
import { registerDefinition } from './features/definition';
import { registerEntries } from './features/entries';
import { registerEvidence } from './features/evidence';
import { registerFormat } from './features/format';
import { registerHover } from './features/hover';
import { registerMap } from './features/map';
import { registerPacks } from './features/packs';
import { registerPages } from './features/pages';
import { registerReferences } from './features/references';
import { registerReport } from './features/report';
import { registerRename, renameCapabilities } from './features/rename';
import { registerSearch } from './features/search';
import { registerWorkspaceSymbols } from './features/workspace-symbols';
import { clientFiles, eitherFiles, noFiles, openFirst } from './files/client';
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
        definitionProvider: true,
        documentLinkProvider: documentLinkCapabilities,
        referencesProvider: true,
        renameProvider: renameCapabilities,
        workspaceSymbolProvider: true,
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });
  connection.listen();
}

function wire(connection: Connection, client: Client, parts: ServerParts): void {
  // A bibliography that is open counts as it stands in the editor.
  const files = openFirst(filesFor(connection, client, parts), (uri) =>
    documents.get(uri)?.getText(),
  );
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
  const evidenceChanged = () => {
    diagnostics.refresh();
    void connection.sendNotification(METHODS.evidenceChanged);
  };
  const forgetAll = () => {
    session.reset();
    evidenceChanged();
  };

  diagnostics.register();
  registerHover(connection, session, documents, () => client.commands);
  registerCompletion(
    connection,
    session,
    documents,
    () => client.canReplace,
    () => client.commands,
  );
  registerCodeActions(connection, session, documents, () => ({
    commands: client.commands,
    canCreate: client.canCreate,
  }));
  registerDefinition(connection, session, documents, () => ({
    links: client.canLink,
    pages: client.options.pages === true,
  }));
  registerDocumentLinks(connection, session, documents);
  registerReferences(connection, session, documents);
  registerRename(connection, session, documents);
  registerWorkspaceSymbols(connection, session, documents);
  registerSearch(connection, session, documents);
  registerCitations(connection, session, documents);
  registerEntries(connection, session, documents);
  registerEvidence(connection, session, documents);
  registerFormat(connection, session, documents);
  registerMap(connection, session, documents);
  registerPages(connection, session, documents);
  registerReport(connection, session, documents);
  registerPacks(connection, session, documents, forgetAll);

  documents.onDidClose((uri) => client.forget(uri));
  followBibliographies(documents, session, () => diagnostics.refresh());
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
    if (affected.includes(true)) evidenceChanged();
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
