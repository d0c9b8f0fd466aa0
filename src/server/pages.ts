import { PAGE_SCHEME } from './protocol';

/** A page that Caveat writes itself, and the manuscript that it is about. */
export type Page =
  | {
      /** As the evidence has it, whatever manuscript is open; `manuscript` may be empty. */
      readonly kind: 'evidence';
      readonly of: 'claim' | 'reference';
      readonly pack: string;
      readonly id: string;
      readonly manuscript: string;
    }
  | { readonly kind: 'reference'; readonly key: string; readonly manuscript: string }
  | { readonly kind: 'coverage'; readonly manuscript: string };

/** The address of a page on a reference that the evidence has. */
export function referencePageUri(manuscript: string, key: string): string {
  return `${PAGE_SCHEME}:/reference/${encodeURIComponent(key)}.md?${encodeURIComponent(manuscript)}`;
}

/** What an address of {@link PAGE_SCHEME} stands for; undefined for any other. */
export function parsePage(uri: string): Page | undefined {
  return evidencePage(uri) ?? manuscriptPage(uri);
}

function evidencePage(uri: string): Page | undefined {
  const match = /^caveat:\/(claim|reference)\/([^/?#]+)\/([^/?#]+)\.md(?:\?([^#]*))?$/.exec(uri);
  if (!match) return undefined;
  const [, of, pack = '', id = '', query = ''] = match;
  try {
    return {
      kind: 'evidence',
      of: of === 'claim' ? 'claim' : 'reference',
      pack: decodeURIComponent(pack),
      id: decodeURIComponent(id),
      manuscript: decodeURIComponent(query),
    };
  } catch {
    return undefined;
  }
}

function manuscriptPage(uri: string): Page | undefined {
  const match = /^caveat:\/(reference|coverage)\/([^?#]*)\.md\?([^#]+)/.exec(uri);
  if (!match) return undefined;
  const [, kind, name = '', query = ''] = match;
  try {
    const manuscript = decodeURIComponent(query);
    return kind === 'coverage'
      ? { kind, manuscript }
      : { kind: 'reference', key: decodeURIComponent(name), manuscript };
  } catch {
    return undefined;
  }
}
