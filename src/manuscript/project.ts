import type { Search } from './wanted-files';
import type { Surroundings } from './surroundings';
import type { BibliographyLink, Manuscript, ManuscriptReader } from './types';

/** A bibliography that holds for a manuscript. */
export interface NamedBibliography {
  readonly link: BibliographyLink;
  /** The file that its path is relative to. */
  readonly from: string;
  /** The file that names it, where that is another one. */
  readonly namedIn?: string;
}

/** Higher than this above a manuscript nobody keeps its project. */
const mostFolders = 8;
const mostIncludes = 20;

/**
 * The bibliographies that a manuscript, its project and the document that it is a part of name; its own come first.
 *
 * @param place the manuscript's own address
 * @param around the document that it is a part of
 */
export function* namedBibliographies(
  reader: ManuscriptReader,
  manuscript: Manuscript,
  place: string,
  around?: Surroundings,
): Search<NamedBibliography[]> {
  const named: NamedBibliography[] = manuscript.bibliographies.map((link) => ({
    link,
    from: place,
  }));
  const { project, linksIn } = reader;
  if (project && !(project.fallback && named.length > 0)) {
    for (let up = 0; up < (project.upward ? mostFolders : 1); up++) {
      for (const name of project.names) {
        const given = yield { from: place, path: '../'.repeat(up) + name };
        if (!given || given.file === place) continue;
        for (const link of project.bibliographies(given.text, name)) {
          named.push({ link, from: given.file, namedIn: given.file });
        }
      }
    }
  }
  if (!linksIn || named.length > 0) return named;
  const document = around ?? { file: place, links: manuscript };
  if (document.file !== place) add(document.links.bibliographies, document.file);
  // A preamble in a file of its own.
  for (const { path } of document.links.includes?.slice(0, mostIncludes) ?? []) {
    if (named.length > 0) break;
    const given = yield { from: document.file, path };
    if (given) add(linksIn(given.text).bibliographies, given.file);
  }
  return named;

  /** LaTeX counts paths from the document, wherever they are written. */
  function add(links: readonly BibliographyLink[], namedIn: string): void {
    for (const link of links) named.push({ link, from: document.file, namedIn });
  }
}
