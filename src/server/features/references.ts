import type { Connection, Location } from 'vscode-languageserver';
import type { Documents } from '../documents';
import { entryPlace } from '../keys';
import { keyAtPlace, manuscriptsCiting } from '../occurrences';
import type { Session } from '../session';

/** All citations of the key at the cursor, in every manuscript of the workspace that means the same entry. */
export function registerReferences(
  connection: Connection,
  session: Session,
  documents: Documents,
): void {
  connection.onReferences(
    async ({ textDocument, position, context }, token): Promise<Location[] | null> => {
      const document = documents.get(textDocument.uri);
      const found = document && (await keyAtPlace(session, document, document.offsetAt(position)));
      if (!document || !found) return null;
      const { at, read } = found;
      const citing = await manuscriptsCiting(session, documents, at, token);
      const citations = citing.flatMap(({ uri, read: { manuscript, lines } }) =>
        manuscript.citations
          .filter(({ key }) => key === at.key)
          .map(({ span }): Location => ({ uri, range: lines.rangeOf(span) })),
      );
      if (!context.includeDeclaration) return citations;
      const entry = read && entryPlace(read, at.key);
      const declared = entry
        ? [{ uri: entry.uri, range: entry.keyRange }]
        : found.file
          ? [{ uri: document.uri, range: at.range }]
          : [];
      return [...declared, ...citations];
    },
  );
}
