/** What the reference styles have in common: names with initials, pages, identifiers. Plain text. */
import type { CslName, Reference } from '../../evidence/types';
import { OTHERS } from '../names';

export interface ListedNames {
  readonly names: readonly CslName[];
  /** The record itself says that there are more. */
  readonly more: boolean;
}

export function namesOf(reference: Reference): ListedNames {
  const all = (reference.author ?? []).filter((name) => familyOf(name) !== '');
  const names = all.filter(({ literal }) => literal !== OTHERS);
  return { names, more: names.length < all.length };
}

export function familyOf({ family, literal, given }: CslName): string {
  return family ?? literal ?? given ?? '';
}

/**
 * The initials of a given name: "Xi-Ping" is `X-P` with a dot after each where `dot` is ".", "Maxim A." is `MA`.
 * @param space stands between two of them
 */
export function initialsOf(name: CslName, dot: '' | '.', space: string, hyphens: boolean): string {
  const [given = ''] = (name.given ?? '').split(/,\s*/);
  // "XP" is taken for initials already.
  const spelled = /^\p{Lu}{2,3}$/u.test(given) ? [...given].join(' ') : given;
  return spelled
    .split(/[\s.]+/)
    .filter((word) => /\p{L}/u.test(word))
    .map((word) =>
      word
        .split(/[-\u2010-\u2015]/)
        .flatMap((part) => /\p{L}/u.exec(part)?.[0].toUpperCase() ?? [])
        .map((letter) => letter + dot)
        .join(hyphens ? '-' : space),
    )
    .join(space);
}

/** "Jr." of "Smith, John, Jr.", which the readers keep behind the given name. */
export function suffixOf({ given }: CslName): string | undefined {
  return /,\s*(.+)$/.exec(given ?? '')?.[1]?.trim();
}

export function yearOrNone(reference: Reference): string | undefined {
  const year = reference.issued?.['date-parts']?.[0]?.[0];
  return year === undefined ? undefined : String(year);
}

/** `2419-2429` with an en dash. */
export function pagesOf({ page }: Reference): string | undefined {
  return page?.replace(/\s*[-\u2010-\u2015]+\s*/g, '\u2013');
}

export function doiAddress({ DOI }: Reference): string | undefined {
  return DOI === undefined ? undefined : `https://doi.org/${DOI}`;
}

/** The text with a full stop at its end, unless it ends with a mark of its own. */
export function stopped(text: string): string {
  return /[.?!]$/.test(text) ? text : `${text}.`;
}

/** Those that exist, with a space between. */
export function spaced(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(' ');
}
