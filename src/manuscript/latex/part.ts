import type { Item, Reading } from '../reading';
import { statementsOf } from '../statements';
import type { BlockKind, Span } from '../types';
import type { Macros } from './macros';
import { readProse } from './prose';
import type { Part } from './structure';

/** Reads one part. Offsets count from its beginning. */
export function readPart(
  text: string,
  { inside, depth, title }: Pick<Part, 'inside' | 'depth' | 'title'>,
  macros: Macros,
): Reading {
  const empty = { suppressions: [], defines: [] };
  if (title !== undefined) {
    return { ...empty, items: [{ type: 'heading', depth, text: title }], citations: [] };
  }
  const { prose, notes, citations } = readProse(text, macros);
  const items: Item[] = [];
  const block = (kind: BlockKind, span: Span, content: typeof prose): void => {
    const statements = statementsOf(content);
    if (statements.length > 0) items.push({ type: 'block', kind, span, statements });
  };
  if (inside === 'heading') items.push({ type: 'heading', depth, text: prose.text });
  else if (inside !== 'quote') block(inside, { start: 0, end: text.length }, prose);
  if (inside !== 'quote') {
    for (const note of notes) block('footnote', note.span, note.prose);
  }
  return { ...empty, items, citations };
}
