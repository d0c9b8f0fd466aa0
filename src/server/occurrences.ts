import type { CancellationToken } from 'vscode-languageserver';
import { readers } from '../manuscript/formats';
import { breathe } from './clock';
import type { Documents } from './documents';
import { citationOf, keyInBibliography, keyInManuscript, type KeyAt, type ReadFile } from './keys';
import type { ReadManuscript, SourceText } from './manuscripts';
import type { Session } from './session';
import { uriKey } from './uris';

/** A manuscript that cites a key. */
export interface Citing {
  readonly uri: string;
  readonly read: ReadManuscript;
}

/** The key at a place of a manuscript or of a bibliography that is open. */
export async function keyAtPlace(
  session: Session,
  document: SourceText,
  offset: number,
): Promise<
  { readonly at: KeyAt; readonly file?: ReadFile; readonly read?: ReadManuscript } | undefined
> {
  if (session.isBibliography(document)) {
    const file = await session.bibliography(document.uri);
    const at = file && keyInBibliography(document.uri, file, offset);
    return file && at && { at, file };
  }
  const read = await session.read(document);
  if (!read || !citationOf(read, offset)) return undefined;
  const at = keyInManuscript(read, offset);
  return at && { at, read };
}

/**
 * The manuscripts of the workspace, open or not, that cite a key and mean the same entry by it: `smith2010` of another
 * bibliography is another paper.
 */
export async function manuscriptsCiting(
  session: Session,
  documents: Documents,
  { key, source }: Pick<KeyAt, 'key' | 'source'>,
  token: CancellationToken,
): Promise<Citing[]> {
  const found: Citing[] = [];
  const look = async (document: SourceText) => {
    if (!document.getText().includes(key)) return;
    const read = await session.read(document);
    const cites = read?.manuscript.citations.some((citation) => citation.key === key);
    if (read && cites && isSameSource(read.shelf.library.get(key)?.source, source))
      found.push({ uri: document.uri, read });
  };
  for (const document of documents.all()) {
    if (!session.isBibliography(document)) await look(document);
  }
  const endings = readers.flatMap(({ extensions }) => extensions);
  for (const uri of await documents.list(endings)) {
    await breathe(token);
    if (documents.get(uri)) continue;
    const file = await documents.readClosed(uri);
    if ('fault' in file) continue;
    await look(file);
    session.close(uri);
  }
  return found;
}

/** Two spellings of one file's address are one source. */
function isSameSource(a: string | undefined, b: string | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && uriKey(a) === uriKey(b));
}
