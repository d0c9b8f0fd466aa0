import type { CslName, Reference } from '../../evidence/types';
import { familyOf, initialsOf, namesOf, spaced, stopped, suffixOf, yearOrNone } from './parts';

/** How Vancouver and AMA differ for us. */
export interface MedicalStyle {
  /** Up to so many authors are all named; of more, the first so many. */
  readonly maxAuthors: number;
  readonly firstOfMore: number;
  /** Written before the DOI. */
  readonly doiPrefix: string;
}

const VANCOUVER: MedicalStyle = { maxAuthors: 6, firstOfMore: 6, doiPrefix: 'doi: ' };

/** Vancouver (ICMJE, NLM), as plain text: "Huang XP, Sun Z. Title. Circulation. 2010;122(23):2419-29. doi: 10.…". */
export function vancouver(reference: Reference): string {
  return medical(reference, VANCOUVER, shortenPages);
}

/** What Vancouver and AMA share. */
export function medical(
  reference: Reference,
  style: MedicalStyle,
  pages: (page: string) => string,
): string {
  const { title, DOI, URL, 'container-title': container } = reference;
  const authors = authorsOf(reference, style);
  const doi = DOI && `${style.doiPrefix}${DOI}`;
  return spaced(
    authors && stopped(authors),
    title && stopped(title.trim()),
    container && stopped(container),
    placeOf(reference, pages),
    doi ?? URL,
  );
}

function authorsOf(reference: Reference, { maxAuthors, firstOfMore }: MedicalStyle): string {
  const { names, more } = namesOf(reference);
  const isCut = more || names.length > maxAuthors;
  const shown = (names.length > maxAuthors ? names.slice(0, firstOfMore) : names).map(nameOf);
  if (isCut && shown.length > 0) shown.push('et al');
  return shown.join(', ');
}

function nameOf(name: CslName): string {
  if (name.family === undefined) return familyOf(name);
  return spaced(name.family, initialsOf(name, '', '', false), suffixOf(name)?.replace(/\.$/, ''));
}

/** "2010;122(23):2419-29." of the parts that exist. */
function placeOf(reference: Reference, pages: (page: string) => string): string | undefined {
  const { volume, issue, page } = reference;
  const number = `${volume ?? ''}${issue === undefined ? '' : `(${issue})`}`;
  const year = yearOrNone(reference) ?? '';
  const place = `${year}${number === '' ? '' : `;${number}`}${page === undefined ? '' : `:${pages(page)}`}`;
  return place === '' ? undefined : `${place}.`;
}

/** `2419-2429` as `2419-29`. */
function shortenPages(page: string): string {
  const match = /^(\d+)\s*[-\u2010-\u2015]+\s*(\d+)$/.exec(page);
  const [, first = '', last = ''] = match ?? [];
  if (match === null || first.length !== last.length)
    return page.replace(/\s*[-\u2010-\u2015]+\s*/g, '-');
  let same = 0;
  while (same < first.length - 1 && first[same] === last[same]) same++;
  return `${first}-${last.slice(same)}`;
}
