import type { Connection, DocumentLink, DocumentLinkOptions } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { doiPlaces } from '../../bibliography/doi-places';
import { throwIfCancelled } from '../clock';
import type { Documents } from '../documents';
import type { ReadManuscript } from '../manuscripts';
import { doiUrl } from '../markdown';
import type { Session } from '../session';

export const documentLinkCapabilities: DocumentLinkOptions = { resolveProvider: false };

/** More than these nobody follows; a reference manager's whole library has tens of thousands. */
const LIMIT = 5000;

/** Links from DOIs to their pages, and from where a manuscript names its bibliographies to these. */
export function registerDocumentLinks(
  connection: Connection,
  session: Session,
  documents: Documents,
): void {
  connection.onDocumentLinks(async ({ textDocument }, token): Promise<DocumentLink[] | null> => {
    const document = documents.get(textDocument.uri);
    if (!document) return null;
    if (session.isBibliography(document)) return doiLinks(document);
    const read = await session.read(document);
    throwIfCancelled(token);
    return read ? [...bibliographyLinks(read), ...doiLinks(document)] : null;
  });
}

function doiLinks(document: TextDocument): DocumentLink[] {
  return doiPlaces(document.getText(), LIMIT).flatMap(({ start, end, doi }) => {
    const target = doiUrl(doi);
    const range = { start: document.positionAt(start), end: document.positionAt(end) };
    return target === undefined ? [] : [{ range, target, tooltip: `Open doi:${doi}` }];
  });
}

/** Those that are there; what is missing has a finding and its fix. */
function bibliographyLinks({ linked, lines }: ReadManuscript): DocumentLink[] {
  return linked.flatMap(({ uri, span, loaded }) =>
    span && 'bibliography' in loaded ? [{ range: lines.rangeOf(span), target: uri }] : [],
  );
}
