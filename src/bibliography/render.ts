/** References in a few words, for lists and hovers. Plain text: who shows it escapes it. */
import type { CslName, Reference } from '../evidence/types';
import { OTHERS } from './names';

/** Authors that are written out in a full line before "et al.", as in the Vancouver style. */
const MAX_AUTHORS = 6;
const MAX_LABEL_TITLE = 40;

/** "Huang et al.", "Gao & Li", "Barry"; undefined where no author is known. */
export function authorsShort(reference: Reference): string | undefined {
  const { names, more } = listed(reference);
  const [first, second] = names.map(familyName);
  if (first === undefined) return undefined;
  if (more || names.length > 2) return `${first} et al.`;
  return second === undefined ? first : `${first} & ${second}`;
}

/** Year of publication, as written. */
export function yearOf(reference: Reference): string | undefined {
  const year = reference.issued?.['date-parts']?.[0]?.[0];
  return year === undefined ? undefined : String(year);
}

/** "Huang et al. 2010"; without authors the title's beginning, without that the key. */
export function referenceLabel(reference: Reference): string {
  const who = authorsShort(reference) ?? shortTitle(reference.title) ?? reference.id;
  const year = yearOf(reference);
  return year === undefined ? who : `${who} ${year}`;
}

/**
 * "Huang XP, Sun Z, Li R-K (2010). Differentiation of …. Circulation 122(23):2419-2429. doi:10.1161/…", of the fields
 * that exist.
 */
export function referenceLine(reference: Reference): string {
  const year = yearOf(reference);
  const head = [authorsFull(reference), year && `(${year})`].filter(Boolean).join(' ');
  const parts = [head, reference.title?.trim(), publication(reference)].filter(Boolean);
  const line = parts.map((part) => (/[.?!]$/.test(part ?? '') ? part : `${part}.`)).join(' ');
  const doi = reference.DOI && `doi:${reference.DOI}`;
  return [line, doi].filter(Boolean).join(' ');
}

function authorsFull(reference: Reference): string {
  const { names, more } = listed(reference);
  const shown = names.slice(0, MAX_AUTHORS).map(nameWithInitials);
  if (shown.length > 0 && (more || names.length > MAX_AUTHORS)) shown.push('et al.');
  return shown.join(', ');
}

function publication(reference: Reference): string {
  const { 'container-title': container, volume, issue, page } = reference;
  const number = `${volume ?? ''}${issue === undefined ? '' : `(${issue})`}`;
  const place = [number, page].filter(Boolean).join(':');
  return [container, place].filter(Boolean).join(' ');
}

/** The names, and whether the record says that there are more. */
function listed(reference: Reference): { names: readonly CslName[]; more: boolean } {
  const all = (reference.author ?? []).filter((name) => familyName(name) !== undefined);
  const names = all.filter((name) => name.literal !== OTHERS);
  return { names, more: names.length < all.length };
}

function familyName(name: CslName): string | undefined {
  return name.family ?? name.literal ?? name.given;
}

function nameWithInitials(name: CslName): string {
  if (name.family === undefined) return familyName(name) ?? '';
  const [given = '', suffix] = (name.given ?? '').split(/,\s*/);
  return [name.family, initials(given), suffix?.replace(/\.$/, '')].filter(Boolean).join(' ');
}

/** "Maxim A." is "MA"; "XP" is taken for initials already. */
function initials(given: string): string {
  if (/^\p{Lu}{1,3}$/u.test(given)) return given;
  const words = given.match(/[\p{L}\p{M}][\p{L}\p{M}'’]*/gu) ?? [];
  return words.map((word) => String.fromCodePoint(word.codePointAt(0) ?? 0).toUpperCase()).join('');
}

function shortTitle(title: string | undefined): string | undefined {
  if (title === undefined || title.length <= MAX_LABEL_TITLE) return title;
  const cut = title.slice(0, MAX_LABEL_TITLE + 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), MAX_LABEL_TITLE / 2)).trimEnd()}…`;
}
