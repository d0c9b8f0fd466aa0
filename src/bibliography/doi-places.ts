import type { Span } from '../manuscript/types';

/** A DOI in a text. */
export interface DoiPlace extends Span {
  readonly doi: string;
}

/**
 * The DOIs of a text that are written without an address, `doi:10.1000/x` or `10.1000/x`, in a bibliography's field or in
 * prose; what is part of an address every editor links by itself.
 *
 * @param limit how many at most
 */
export function doiPlaces(text: string, limit: number): DoiPlace[] {
  const places: DoiPlace[] = [];
  const pattern =
    /(?<![\p{L}\p{N}/.=@%-])(?:doi:[ \t]*)?(10\.\d{4,9}\/(?:\\[_%&#{}]|[^\s"'`<>{}|\\^,;]){1,300})/giu;
  for (const match of text.matchAll(pattern)) {
    if (places.length >= limit) break;
    const written = withoutTrailing(match[1] ?? '');
    if (/\/$/.test(written)) continue;
    const end = match.index + match[0].length - ((match[1]?.length ?? 0) - written.length);
    places.push({ start: match.index, end, doi: written.replace(/\\(.)/g, '$1') });
  }
  return places;
}

/** Without the full stop of the sentence and brackets that it did not open. */
function withoutTrailing(doi: string): string {
  let end = doi.length;
  for (; end > 0; end--) {
    const last = doi.charAt(end - 1);
    if (/[.:!?*_]/.test(last)) continue;
    const opening = last === ')' ? '(' : last === ']' ? '[' : '';
    const inside = doi.slice(0, end);
    if (opening === '' || inside.split(opening).length >= inside.split(last).length) break;
  }
  return doi.slice(0, end);
}
