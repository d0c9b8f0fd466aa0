import {
  TextDocumentSyncKind,
  type Connection,
  type DidChangeTextDocumentParams,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { FileSystem } from './files/types';
import type { SourceText } from './manuscripts';
import type { FileFault } from './protocol';
import type { Session } from './session';
import { uriKey } from './uris';

/** The manuscripts that are open, kept in step with the client; and, read for once, those that are not. */
export interface Documents {
  get(uri: string): TextDocument | undefined;
  all(): readonly TextDocument[];
  /** Opened or changed. */
  onDidChange(listener: (document: TextDocument) => void): void;
  onDidClose(listener: (uri: string) => void): void;
  /** The files of the workspace folders with these endings (with dot, lower case), as URIs. */
  list(endings: readonly string[]): Promise<readonly string[]>;
  /** A manuscript that is not open, from its file. */
  readClosed(
    uri: string,
  ): Promise<SourceText | { readonly fault: FileFault; readonly detail: string }>;
}

export const documentSync = {
  openClose: true,
  change: TextDocumentSyncKind.Incremental,
  save: { includeText: false },
} as const;

/** A file that is not open is read whole before it is known whether it is too large to be checked. */
const MAX_BYTES = 50_000_000;

export function createDocuments(
  connection: Connection,
  files: FileSystem,
  roots: () => readonly string[],
): Documents {
  const open = new Map<string, TextDocument>();
  const changed: ((document: TextDocument) => void)[] = [];
  const closed: ((uri: string) => void)[] = [];
  const set = (document: TextDocument) => {
    open.set(uriKey(document.uri), document);
    for (const listener of changed) listener(document);
  };
  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
    set(TextDocument.create(uri, languageId, version, text));
  });
  connection.onDidChangeTextDocument(
    ({ textDocument, contentChanges }: DidChangeTextDocumentParams) => {
      const document = open.get(uriKey(textDocument.uri));
      if (document)
        set(TextDocument.update(copyOf(document), contentChanges, textDocument.version));
    },
  );
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    open.delete(uriKey(uri));
    for (const listener of closed) listener(uri);
  });
  return {
    get: (uri) => open.get(uriKey(uri)),
    all: () => [...open.values()],
    onDidChange: (listener) => void changed.push(listener),
    onDidClose: (listener) => void closed.push(listener),
    async list(endings) {
      const folders = roots();
      const lists = await Promise.all(
        folders.map((folder) => files.listFiles(folder, folders, endings)),
      );
      return [...new Set(lists.flat())];
    },
    async readClosed(uri) {
      const file = await files.readText(uri, { within: roots(), maxBytes: MAX_BYTES });
      return 'fault' in file ? file : { uri, version: 0, getText: () => file.text };
    },
  };
}

/** After a keystroke in a bibliography, before manuscripts are checked with it. */
const BIBLIOGRAPHY_DELAY = 400;

/** Has the session see a bibliography as it is typed, and again as it is on disk once it is closed. */
export function followBibliographies(
  documents: Documents,
  session: Pick<Session, 'isBibliography' | 'fileChanged'>,
  refresh: () => void,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const changed = (uri: string) => {
    if (!session.fileChanged(uri)) return;
    clearTimeout(timer);
    timer = setTimeout(refresh, BIBLIOGRAPHY_DELAY);
  };
  documents.onDidChange((document) => {
    if (session.isBibliography(document)) changed(document.uri);
  });
  documents.onDidClose((uri) => changed(uri));
}

/** `TextDocument.update` changes a document in place, while a check of the older version may still look at it. */
function copyOf(document: TextDocument): TextDocument {
  return TextDocument.create(
    document.uri,
    document.languageId,
    document.version,
    document.getText(),
  );
}
