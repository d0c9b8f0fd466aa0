import type { Connection } from 'vscode-languageserver';
import {
  METHODS,
  type FileList,
  type FileText,
  type ListFilesParams,
  type ReadFileParams,
} from '../protocol';
import { isWithin } from '../uris';
import type { FileSystem } from './types';

/** Files that the client reads for us: virtual file systems, and everything where the server is a web worker. */
export function clientFiles(connection: Connection): FileSystem {
  return {
    async readText(uri, { within, maxBytes }) {
      if (!isWithin(uri, within)) return { fault: 'outside', detail: uri };
      try {
        return await connection.sendRequest<FileText>(METHODS.readFile, {
          uri,
          maxBytes,
        } satisfies ReadFileParams);
      } catch (error) {
        return {
          fault: 'unreadable',
          detail: error instanceof Error ? error.message : String(error),
        };
      }
    },
    async listFiles(folder, within, endings) {
      if (!isWithin(folder, within)) return [];
      try {
        const params: ListFilesParams = { folder, ...(endings && { endings }) };
        const { files } = await connection.sendRequest<FileList>(METHODS.listFiles, params);
        return files.filter((uri) => isWithin(uri, within));
      } catch {
        return [];
      }
    },
  };
}

/** No file at all: a web worker whose client does not read for it. */
export const noFiles: FileSystem = {
  readText: (uri) => Promise.resolve({ fault: 'missing', detail: uri }),
  listFiles: () => Promise.resolve([]),
};

/** `local` for what it serves, `remote` for all else. */
export function eitherFiles(
  local: FileSystem,
  isLocal: (uri: string) => boolean,
  remote: FileSystem,
): FileSystem {
  const of = (uri: string) => (isLocal(uri) ? local : remote);
  return {
    readText: (uri, options) => of(uri).readText(uri, options),
    listFiles: (folder, within, endings) => of(folder).listFiles(folder, within, endings),
  };
}

/** What is open in the editor as it stands there, saved or not; all else as `files` has it. */
export function openFirst(
  files: FileSystem,
  openText: (uri: string) => string | undefined,
): FileSystem {
  return {
    ...files,
    readText(uri, options) {
      const text = isWithin(uri, options.within) ? openText(uri) : undefined;
      return text === undefined ? files.readText(uri, options) : Promise.resolve({ text });
    },
  };
}
