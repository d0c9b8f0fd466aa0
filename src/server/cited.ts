import { duplicatesOf, missingFields, type EntryRemark } from '../bibliography/inspect';
import type { Problem } from '../evidence/problem';
import type { ReadManuscript } from './manuscripts';
import { remarkProblems } from './remarks';

/** Entries that a manuscript cites, but that lack what a reference list prints of their type. */
export function citedProblems({ context, manuscript, shelf, linked }: ReadManuscript): Problem[] {
  if (context.state !== 'checked') return [];
  const cited = new Set(manuscript.citations.map(({ key }) => key));
  return linked.flatMap(({ uri, loaded }) => {
    if (!('bibliography' in loaded)) return [];
    const { bibliography } = loaded;
    const remarks = [...cited].flatMap((key): EntryRemark[] => {
      const entry = bibliography.entries.get(key);
      // Of two bibliographies that have a key the first counts.
      if (!entry || shelf.library.get(key)?.entry !== entry) return [];
      const message = missingFields(entry.reference);
      return message === undefined ? [] : [{ entry, message }];
    });
    return remarkProblems(uri, loaded, remarks);
  });
}

/** Entries that one bibliography of a manuscript has although an earlier one has them too. */
export function twiceProblems({ context, linked }: ReadManuscript): Problem[] {
  if (context.state !== 'checked') return [];
  const files = linked.flatMap(({ uri, loaded }) =>
    'bibliography' in loaded ? [{ uri, loaded }] : [],
  );
  return files.flatMap(({ uri, loaded }, at) =>
    files
      .slice(0, at)
      .flatMap((earlier) =>
        remarkProblems(uri, loaded, duplicatesOf(loaded.bibliography, earlier.loaded.bibliography)),
      ),
  );
}
