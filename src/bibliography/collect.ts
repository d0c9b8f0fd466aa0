import type { Problem } from '../evidence/problem';
import type { Reference } from '../evidence/types';
import { createPlaces, type Fault } from './places';
import type { Bibliography, BibliographyEntry } from './types';

/** A record that a reader found, in file order; `aliases` are further keys that cite it (BibLaTeX `ids`). */
export interface FoundRecord extends BibliographyEntry {
  readonly reference: Reference;
  readonly aliases?: readonly string[];
}

/** A reference that a reader is still filling in. */
export type Draft = { -readonly [Field in keyof Reference]: Reference[Field] };

/**
 * Makes a {@link Bibliography} of what a reader found. Of two records with one key the first counts, as in BibTeX;
 * the second is reported. Problems come out in file order.
 */
export function collect(
  path: string,
  text: string,
  records: readonly FoundRecord[],
  faults: readonly Fault[],
): Bibliography {
  const places = createPlaces(text);
  const entries = new Map<string, BibliographyEntry>();
  const all = [...faults];
  for (const { reference, start, end } of records) {
    const first = entries.get(reference.id);
    if (first === undefined) entries.set(reference.id, { reference, start, end });
    else
      all.push(duplicate(reference.id, places.line(first.start), places.line(start), start, text));
  }
  // Aliases only after all keys: a record's own key beats another record's alias for it.
  for (const { reference, aliases } of records) {
    const entry = entries.get(reference.id);
    for (const alias of aliases ?? []) {
      if (entry?.reference === reference && !entries.has(alias)) entries.set(alias, entry);
    }
  }
  const encoding = encodingFault(text);
  if (encoding) all.push(encoding);
  all.sort((a, b) => a.start - b.start);
  const problems = all.map(({ severity, message, start, end }): Problem => {
    return { severity, message, path, range: places.range(start, end) };
  });
  return { path, entries, problems };
}

function duplicate(key: string, first: number, line: number, start: number, text: string): Fault {
  return {
    severity: 'warning',
    message:
      `The key "${key}" is used twice, on lines ${first + 1} and ${line + 1}; the first counts. ` +
      'Rename or remove one of the two.',
    start,
    end: lineEnd(text, start),
  };
}

/** U+FFFD and the C1 controls are what is left where a file in another encoding was read as UTF-8 or Latin-1. */
function encodingFault(text: string): Fault | undefined {
  const at = text.search(/[\uFFFD\u0080-\u009F]/);
  if (at === -1) return undefined;
  return {
    severity: 'warning',
    message: 'Some characters were lost because the file is not in UTF-8; save it again as UTF-8.',
    start: at,
    end: at + 1,
  };
}

/** End of the line that `offset` is on, without its line break. */
export function lineEnd(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  if (at === -1) return text.length;
  return at > offset && text[at - 1] === '\r' ? at - 1 : at;
}
