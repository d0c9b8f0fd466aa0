import type { Span, Statement } from '../manuscript/types';

/** Where a statement stands in the source, without a citation after its full stop. */
export function sourceSpan(statement: Statement): Span {
  const last = statement.offsets[statement.offsets.length - 1];
  return { start: statement.span.start, end: last === undefined ? statement.span.end : last + 1 };
}
