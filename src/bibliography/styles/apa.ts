import type { CslName, Reference } from '../../evidence/types';
import {
  doiAddress,
  familyOf,
  initialsOf,
  namesOf,
  pagesOf,
  spaced,
  stopped,
  suffixOf,
  yearOrNone,
} from './parts';

/** With more authors the first 19 and the last are named. */
const MAX_AUTHORS = 20;

/** APA, 7th edition, as plain text: "Huang, X.-P., & Sun, Z. (2010). Title. Journal, 122(23), 1–9. https://doi.org/…". */
export function apa(reference: Reference): string {
  const authors = authorsOf(reference);
  const date = `(${yearOrNone(reference) ?? 'n.d.'}).`;
  const title = reference.title && stopped(reference.title.trim());
  // Without an author the title stands in its place.
  const head = authors === '' ? spaced(title, date) : spaced(authors, date, title);
  const address = doiAddress(reference) ?? reference.URL;
  return spaced(head, sourceOf(reference), address);
}

function authorsOf(reference: Reference): string {
  const { names, more } = namesOf(reference);
  const written = names.map(nameOf);
  const last = written.at(-1);
  if (last === undefined) return '';
  if (more) return `${written.slice(0, MAX_AUTHORS - 1).join(', ')}, et al.`;
  if (written.length === 1) return stopped(last);
  if (written.length > MAX_AUTHORS)
    return stopped(`${written.slice(0, MAX_AUTHORS - 1).join(', ')}, . . . ${last}`);
  return stopped(`${written.slice(0, -1).join(', ')}, & ${last}`);
}

function nameOf(name: CslName): string {
  if (name.family === undefined) return familyOf(name);
  const parts = [name.family, initialsOf(name, '.', ' ', true), suffixOf(name)];
  return parts.filter(Boolean).join(', ');
}

function sourceOf(reference: Reference): string | undefined {
  const { 'container-title': container, volume, issue } = reference;
  const pages = pagesOf(reference);
  if (reference.type === 'chapter' || reference.type === 'paper-conference') {
    if (container === undefined) return undefined;
    return stopped(`In ${container}${pages === undefined ? '' : ` (pp. ${pages})`}`);
  }
  const number = `${volume ?? ''}${issue === undefined ? '' : `(${issue})`}`;
  const parts = [container, number, pages].filter((part) => part !== undefined && part !== '');
  return parts.length === 0 ? undefined : stopped(parts.join(', '));
}
