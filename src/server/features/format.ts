import type { CancellationToken, Connection } from 'vscode-languageserver';
import { formatReference } from '../../bibliography/styles/index';
import { throwIfCancelled } from '../clock';
import type { Documents } from '../documents';
import { METHODS, type FormatAnswer, type FormatParams } from '../protocol';
import type { Session } from '../session';

/** `caveat/format`: a reference that a manuscript cites, or that the evidence has, in a style, for the clipboard. */
export function registerFormat(
  connection: Connection,
  session: Session,
  documents: Documents,
): void {
  connection.onRequest(
    METHODS.format,
    async ({ uri, key, style }: FormatParams, token: CancellationToken): Promise<FormatAnswer> => {
      const document = documents.get(uri);
      const read = document && (await session.read(document));
      throwIfCancelled(token);
      const reference =
        read?.shelf.library.get(key)?.reference ??
        read?.shelf.missing(key) ??
        (await session.evidence(document)).packs
          .flatMap((pack) => pack.references)
          .find(({ id }) => id === key);
      const text = reference && formatReference(reference, style);
      return text === undefined ? {} : { text };
    },
  );
}
