/** Reads a bibliography file of any format that we know. */
import { readBibtex, type BibtexCache } from './bibtex';
import { readCslJson, readCslYaml } from './csl';
import { readRis } from './ris';
import type { Bibliography } from './types';

type Reader = (path: string, text: string, cache?: BibtexCache) => Bibliography;

const BY_ENDING: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['bib', readBibtex],
  ['bibtex', readBibtex],
  ['json', readCslJson],
  ['yaml', readCslYaml],
  ['yml', readCslYaml],
  ['ris', readRis],
]);

/**
 * Reads a bibliography, in the format that the path's ending says or, with another ending, that the text looks like.
 * Never throws: what is wrong with the file is in the result's `problems`, and the rest of it is used.
 * @param path path or URI, as problems should name it
 * @param cache what was read of this file before, for `.bib` files; see {@link BibtexCache}
 */
export function readBibliography(path: string, text: string, cache?: BibtexCache): Bibliography {
  const ending = /\.(\w+)(?:[?#].*)?$/.exec(path)?.[1]?.toLowerCase() ?? '';
  const reader = BY_ENDING.get(ending) ?? sniff(text);
  if (reader !== undefined) return reader(path, text, cache);
  const message =
    'This is no bibliography that can be read; use BibTeX (.bib), CSL-JSON (.json), CSL-YAML (.yaml) or RIS (.ris).';
  return { path, entries: new Map(), problems: [{ severity: 'error', message, path }] };
}

function sniff(text: string): Reader | undefined {
  if (/^[\s\uFEFF]*[[{]/.test(text)) return readCslJson;
  if (/^\uFEFF?\s*TY {1,2}- /.test(text)) return readRis;
  if (/^[ \t]*@[a-z]+[ \t]*[{(]/im.test(text)) return readBibtex;
  if (/^(?:references|items):|^[ \t]*- id:/m.test(text)) return readCslYaml;
  return undefined;
}
