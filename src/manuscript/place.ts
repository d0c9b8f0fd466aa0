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
  const placeStatement = (statement: Statement): Statement => ({
    ...statement,
    span: shift(statement.span),
    offsets: statement.offsets.map((offset) => offset + base),
    citations: statement.citations.map((citation) => citations.get(citation) ?? citation),
  });
  const placeItem = (item: Item): Item =>
    item.type === 'block'
      ? { ...item, span: shift(item.span), statements: item.statements.map(placeStatement) }
      : item;
  return {
    items: reading.items.map(placeItem),
    citations: [...citations.values()],
    suppressions: reading.suppressions.map((one) => ({ ...one, span: shift(one.span) })),
    defines: reading.defines,
  };
}
