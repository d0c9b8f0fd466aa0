import type { Connection, Definition, Location, LocationLink } from 'vscode-languageserver';
import { throwIfCancelled } from '../clock';
import type { Documents } from '../documents';
import { citationOf, entryPlace } from '../keys';
import type { ReadManuscript } from '../manuscripts';
import { referencePageUri } from '../pages';
import type { Session } from '../session';

const TOP = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Go to definition on a citation key: its entry, or what the evidence has on it. */
export function registerDefinition(
  connection: Connection,
  session: Session,
  documents: Documents,
  client: () => { readonly links: boolean; readonly pages: boolean },
): void {
  connection.onDefinition(
    async ({ textDocument, position }, token): Promise<Definition | LocationLink[] | null> => {
      const document = documents.get(textDocument.uri);
      if (!document || session.isBibliography(document)) return null;
      const read = await session.read(document);
      throwIfCancelled(token);
      const link =
        read && definitionAt(read, document.uri, document.offsetAt(position), client().pages);
      if (!link) return null;
      return client().links ? [link] : toLocation(link);
    },
  );
}

/**
 * @param uri the manuscript's
 * @param pages whether the client shows Caveat's own pages; without them only an entry can be gone to
 */
export function definitionAt(
  read: ReadManuscript,
  uri: string,
  offset: number,
  pages: boolean,
): LocationLink | undefined {
  const citation = citationOf(read, offset);
  if (!citation) return undefined;
  const originSelectionRange = read.lines.rangeOf(citation.span);
  const place = entryPlace(read, citation.key);
  if (place) {
    const { uri: targetUri, range, keyRange } = place;
    return {
      originSelectionRange,
      targetUri,
      targetRange: range,
      targetSelectionRange: keyRange,
    };
  }
  if (!pages || !read.shelf.library.get(citation.key)) return undefined;
  const targetUri = referencePageUri(uri, citation.key);
  return { originSelectionRange, targetUri, targetRange: TOP, targetSelectionRange: TOP };
}

function toLocation({ targetUri, targetSelectionRange }: LocationLink): Location {
  return { uri: targetUri, range: targetSelectionRange };
}
