import { missingFields, type EntryRemark } from '../bibliography/inspect';
import type { Problem } from '../evidence/problem';
import type { ReadManuscript } from './manuscripts';
import { remarkProblems } from './remarks';

/** Entries that a manuscript cites, but that lack what a reference list prints of their type. */
export function citedProblems({ context, manuscript, shelf, linked }: ReadManuscript): Problem[] {
  if (context.state !== 'checked') return [];
  const cited = new Set(manuscript.citations.map(({ key }) => key));
  return linked.flatMap(({ uri, loaded }) => {
    if (!('bibliography' in loaded)) return [];
    const { bibliography, text } = loaded;
    const remarks = [...cited].flatMap((key): EntryRemark[] => {
      const entry = bibliography.entries.get(key);
      // Of two bibliographies that have a key the first counts.
      if (!entry || shelf.library.get(key)?.entry !== entry) return [];
      const message = missingFields(entry.reference);
      return message === undefined ? [] : [{ entry, message }];
    });
    return remarkProblems(uri, text, remarks);
  });
}
