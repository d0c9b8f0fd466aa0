import type { CancellationToken, Connection } from 'vscode-languageserver';
import { chapterOf, entryEdit, entryTarget, missingEntries } from '../append';
import { throwIfCancelled } from '../clock';
import type { Documents } from '../documents';
import {
  METHODS,
  type EntriesAnswer,
  type EntriesParams,
  type EntryEditAnswer,
  type EntryEditParams,
} from '../protocol';
import type { Session } from '../session';

/** `caveat/entries` and `caveat/entryEdit`: putting what is cited into the manuscript's bibliography. */
export function registerEntries(
  connection: Connection,
  session: Session,
  documents: Documents,
): void {
  const readOf = async (uri: string, token: CancellationToken) => {
    const document = documents.get(uri);
    const read = document && (await session.read(document));
    throwIfCancelled(token);
    return read;
  };
  connection.onRequest(
    METHODS.entries,
    async ({ uri, keys }: EntriesParams, token: CancellationToken): Promise<EntriesAnswer> => {
      const read = await readOf(uri, token);
      if (!read) return { missing: [], append: 'never' };
      const missing = missingEntries(read, keys).map(({ key, label }) => ({ key, label }));
      const target = entryTarget(read);
      const { roots, settings } = read.context;
      const append = roots.length === 0 ? 'never' : settings.appendEntries;
      const chapter = target ? undefined : chapterOf(read);
      return {
        missing,
        append,
        ...(target && { target }),
        ...(chapter !== undefined && { chapterOf: chapter }),
      };
    },
  );
  connection.onRequest(
    METHODS.entryEdit,
    async (params: EntryEditParams, token: CancellationToken): Promise<EntryEditAnswer> => {
      const read = await readOf(params.uri, token);
      return read ? entryEdit(read, params.target, params.text, params.keys) : { keys: [] };
    },
  );
}
