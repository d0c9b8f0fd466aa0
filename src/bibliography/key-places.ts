/** Where a citation key stands in a bibliography's text, for going to it and for renaming it. */
import { cutBibtex } from './bibtex-cut';
import type { BibliographyEntry } from './types';

export interface KeyPlace {
  readonly start: number;
  readonly end: number;
}

/**
 * The place of an entry's key.
 * @param text the very text that the entry was read from
 * @param key the entry's own key, or an alias that BibLaTeX's `ids` gives it
 * @returns undefined where the entry does not spell the key as it was read
 */
export function keyPlace(
  text: string,
  { reference, start, end }: BibliographyEntry,
  key: string,
): KeyPlace | undefined {
  const source = text.slice(start, end);
  const escaped = escapeRegExp(key);
  const patterns =
    reference.id === key
      ? [
          // BibTeX, CSL-JSON, CSL-YAML (the key quoted or not) and RIS.
          `^@[ \\t]*[a-z]+\\s*[{(]\\s*()${escaped}(?=\\s*[,}\\s])`,
          `(?:["{]|^|[\\s,{-])["']?id["']?\\s*:\\s*["']?()${escaped}(?=["'\\s,}]|$)`,
          `^ID {1,2}- ()${escaped}(?=\\s|$)`,
        ]
      : [`\\bids\\s*=\\s*["{](?:[^"{}]*,)?\\s*()${escaped}(?=\\s*[,"}])`];
  for (const pattern of patterns) {
    const match = new RegExp(pattern, 'im').exec(source);
    if (!match) continue;
    const at = start + match.index + match[0].length - key.length;
    // The pattern does not look at case; a key does.
    if (text.startsWith(key, at)) return { start: at, end: at + key.length };
  }
  return undefined;
}

/** Where other BibTeX entries name a key: `crossref`, `xref`, `xdata` and their like. */
export function keyMentions(text: string, key: string): KeyPlace[] {
  if (!text.includes(key)) return [];
  const field = new RegExp(
    `\\b(?:crossref|xref|xdata|related|entryset)\\s*=\\s*["{](?:[^"{}]*,)?\\s*${escapeRegExp(key)}(?=\\s*[,"}])`,
    'gi',
  );
  return cutBibtex(text).flatMap(({ start, end }) =>
    [...text.slice(start, end).matchAll(field)].flatMap((match) => {
      const at = start + match.index + match[0].length - key.length;
      return text.startsWith(key, at) ? [{ start: at, end: at + key.length }] : [];
    }),
  );
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
