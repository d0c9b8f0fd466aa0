import type { Image, ImageReference } from 'mdast';
import type { Prose } from '../prose';
import { readInline, type Marks } from './inline';
import { mask } from './mask';
import { parseMarkdown } from './syntax';
import { flatten, Units } from './units';

/**
 * Reads an image's alternative text, its caption. The syntax tree keeps it without its markup and places, so the
 * label is parsed again; two letters in place of `![` see to it that nothing in it begins a list or a heading.
 */
export function readAlternative(
  image: Image | ImageReference,
  source: string,
  masked: string,
  marks: Marks,
): Prose {
  const start = image.position?.start.offset ?? 0;
  const end = labelEnd(masked, start + 2, image.position?.end.offset ?? 0);
  const label = mask.repeat(2) + masked.slice(start + 2, end);
  const paragraphs = parseMarkdown(label).children.filter((node) => node.type === 'paragraph');
  const children = paragraphs.flatMap((node) => node.children);
  const relative = flatten(children, source.slice(start, end), label);
  const units = new Units(source);
  for (let i = 0; i < relative.length; i++) {
    const from = relative.starts[i] ?? 0;
    if (from < 2) continue;
    const at = (relative.offsets[i] ?? from) + start;
    const kind = relative.kinds[i] ?? 'text';
    units.push(relative.chars[i] ?? '', kind, at, from + start, (relative.ends[i] ?? from) + start);
  }
  return readInline(units, marks);
}

/** The `]` that closes a label which begins at `from`. */
function labelEnd(source: string, from: number, to: number): number {
  let depth = 1;
  for (let i = from; i < to; i++) {
    const char = source[i];
    if (char === '\\') i++;
    else if (char === '[') depth++;
    else if (char === ']' && --depth === 0) return i;
  }
  return to;
}
