import { SymbolKind, type Connection, type SymbolInformation } from 'vscode-languageserver';
import { referenceLabel } from '../../bibliography/render';
import { breathe } from '../clock';
import type { Documents } from '../documents';
import type { ReadFile } from '../keys';
import type { OwnEntries } from '../own-entries';
import type { Session } from '../session';
import { fileName } from '../uris';

const LIMIT = 100;
/** VS Code filters by the name, and shows no more of it than fits a line. */
const MAX_TITLE = 100;
const ENDINGS = ['.bib', '.bibtex'];

/** Go to symbol in workspace: the references of all bibliographies. */
export function registerWorkspaceSymbols(
  connection: Connection,
  session: Session,
  documents: Documents,
): void {
  connection.onWorkspaceSymbol(async ({ query }, token): Promise<SymbolInformation[]> => {
    // Those that manuscripts name, of whatever format, and every .bib file.
    const uris = new Set(await documents.list(ENDINGS));
    for (const document of documents.all()) {
      const read = session.isBibliography(document) ? undefined : await session.read(document);
      for (const { uri } of read?.linked ?? []) uris.add(uri);
    }
    const files: ReadFile[] = [];
    for (const uri of uris) {
      await breathe(token);
      const file = await session.bibliography(uri);
      if (file) files.push(file);
    }
    const bibliographies = files.map(({ bibliography }) => bibliography);
    return symbolsOf(files, session.ownEntries(bibliographies), query);
  });
}

/** The entries of some files that fit a query, best first. */
function symbolsOf(
  files: readonly ReadFile[],
  entries: OwnEntries,
  query: string,
): SymbolInformation[] {
  return entries.rank(query, '', LIMIT).flatMap(({ key, reference }): SymbolInformation[] => {
    const file = files.find(({ bibliography }) => bibliography.entries.has(key));
    const entry = file?.bibliography.entries.get(key);
    if (!file || !entry) return [];
    const { path } = file.bibliography;
    const title = (reference.title ?? '').slice(0, MAX_TITLE);
    return [
      {
        name: [key, referenceLabel(reference), title].filter((part) => part !== '').join(' · '),
        kind: SymbolKind.Constant,
        containerName: fileName(path),
        location: { uri: path, range: file.lines().rangeOf(entry) },
      },
    ];
  });
}
