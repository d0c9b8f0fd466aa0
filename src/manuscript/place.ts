import { originOf } from './origin';
import type { Citation, Span, Statement } from './types';
import type { Item, Reading } from './reading';

/** A reading with all its offsets counted from the document's beginning; `base` is where its piece begins. */
export function placeReading(reading: Reading, base: number): Reading {
  const shift = ({ start, end }: Span): Span => ({ start: start + base, end: end + base });
  const citations = new Map(
    reading.citations.map((citation): [Citation, Citation] => [
      citation,
      { ...citation, span: shift(citation.span), cluster: shift(citation.cluster) },
    ]),
  );
  const placeStatement = ({
    span,
    text,
    offsets,
    citations: own,
    quoted,
  }: Statement): Statement => {
    let placed: readonly number[] | undefined;
    return {
      span: shift(span),
      text,
      get offsets() {
        return (placed ??= offsets.map((offset) => offset + base));
      },
      citations: own.map((citation) => citations.get(citation) ?? citation),
      quoted,
    };
  };
  const placeItem = (item: Item): Item => {
    if (item.type !== 'block') return item;
    // Half a manuscript moves with each keystroke, and hardly a statement of it is looked at.
    let statements: readonly Statement[] | undefined;
    return {
      type: item.type,
      kind: item.kind,
      span: shift(item.span),
      get statements() {
        return (statements ??= item.statements.map(placeStatement));
      },
      origin: originOf(item),
    };
  };
  return {
    items: reading.items.map(placeItem),
    citations: [...citations.values()],
    suppressions: reading.suppressions.map((one) => ({ ...one, span: shift(one.span) })),
    defines: reading.defines,
  };
}
