import type { Block, Manuscript } from './types';
import { originOf } from './origin';
import type { Item, Reading } from './reading';

const referenceHeading =
  /^(?:[\dIVX]+(?:\.\d+)*[.)]?\s+)?(?:references|bibliography|literature cited|works cited|references cited|reference list|references and notes)\s*[:.]?$/i;

/** Puts readings together: gives each block its headings and leaves the reference list out. */
export function assemble(
  readings: readonly Reading[],
): Pick<Manuscript, 'blocks' | 'citations' | 'suppressions'> {
  const citations = readings.flatMap((reading) => reading.citations);
  const suppressions = readings.flatMap((reading) => reading.suppressions);
  return {
    blocks: blocksOf(readings.flatMap((reading) => reading.items)),
    citations: citations.sort((a, b) => a.span.start - b.span.start),
    suppressions: suppressions.sort((a, b) => a.span.start - b.span.start),
  };
}

function blocksOf(items: readonly Item[]): Block[] {
  const blocks: Block[] = [];
  const held = itemsInDivs(items);
  let path: { depth: number; text: string }[] = [];
  let headings: readonly string[] = [];
  let isReferenceList = false;
  items.forEach((item, index) => {
    if (item.type === 'heading') {
      path = [...path.filter((above) => above.depth < item.depth), item];
      headings = path.map((heading) => heading.text).filter((text) => text !== '');
      isReferenceList = headings.some((heading) => referenceHeading.test(heading));
    } else if (item.type === 'block' && held.get(index) !== 'references') {
      if (isReferenceList) return;
      const isCaption = item.kind === 'paragraph' && held.get(index) === 'caption';
      blocks.push({
        kind: isCaption ? 'caption' : item.kind,
        span: item.span,
        // Of an item that has moved they are worked out when they are asked for.
        get statements() {
          return item.statements;
        },
        headings,
        origin: originOf(item),
      });
    }
  });
  return blocks;
}

/** What stands in `::: {#refs}` … `:::` and in divs of figures, by index. A div that is never closed holds nothing. */
function itemsInDivs(items: readonly Item[]): ReadonlyMap<number, 'references' | 'caption'> {
  const inside = new Map<number, 'references' | 'caption'>();
  const open: { index: number; holds?: 'references' | 'caption' }[] = [];
  items.forEach((item, index) => {
    if (item.type !== 'div') return;
    if (item.opens) {
      open.push({ index, ...(item.holds && { holds: item.holds }) });
      return;
    }
    const opening = open.pop();
    if (!opening?.holds) return;
    for (let i = opening.index; i < index; i++) inside.set(i, opening.holds);
  });
  return inside;
}
