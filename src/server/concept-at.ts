import { readAbbreviations } from '../language/abbreviations';
import { readStatement } from '../language/read';
import type { Mention, Reading } from '../language/types';
import type { Vocabulary } from '../language/vocabulary';
import type { Manuscript, Span, Statement } from '../manuscript/types';

/** A concept of the vocabulary where a manuscript names it. */
export interface PlacedConcept {
  readonly id: string;
  /** Of its name in the source. */
  readonly span: Span;
}

/**
 * The concept that is named at an offset of the source: of several over one another the one with most words, of equals
 * the first. An abbreviation that the manuscript defines stands for what it defines it as, where that is one concept.
 */
export function conceptAt(
  manuscript: Manuscript,
  offset: number,
  vocabulary: Vocabulary,
): PlacedConcept | undefined {
  const statement = statementAt(manuscript, offset);
  if (!statement) return undefined;
  const reading = readStatement(statement.text, vocabulary);
  const named = reading.mentions
    .map((mention) => place(mention, reading, statement))
    .filter(({ span }) => isIn(span, offset))
    .reduce<PlacedMention | undefined>(
      (best, one) => (best === undefined || one.words > best.words ? one : best),
      undefined,
    );
  return named
    ? { id: named.id, span: named.span }
    : abbreviationAt(manuscript, statement, reading, offset, vocabulary);
}

interface PlacedMention extends PlacedConcept {
  readonly words: number;
}

function statementAt({ blocks }: Manuscript, offset: number): Statement | undefined {
  for (const block of blocks) {
    if (!isIn(block.span, offset)) continue;
    const found = block.statements.find(({ span }) => isIn(span, offset));
    if (found) return found;
  }
  return undefined;
}

function place(
  { concept, first, last }: Mention,
  { tokens }: Reading,
  statement: Statement,
): PlacedMention {
  const span = inSource(statement, tokens[first]?.start ?? 0, tokens[last]?.end ?? 0);
  return { id: concept, span, words: last - first + 1 };
}

/** Only the sentences that put these very capitals into brackets are read for what they mean. */
function abbreviationAt(
  { blocks }: Manuscript,
  statement: Statement,
  { tokens }: Reading,
  offset: number,
  vocabulary: Vocabulary,
): PlacedConcept | undefined {
  const token = tokens.find(
    ({ isAbbreviation, start, end }) =>
      isAbbreviation && isIn(inSource(statement, start, end), offset),
  );
  if (!token) return undefined;
  const letters = token.text.replace(/s$/, '');
  const defining = blocks.flatMap(({ statements }) =>
    statements.filter(
      ({ text }) => text.includes(`(${letters})`) || text.includes(`(${letters}s)`),
    ),
  );
  const readings = defining.map(({ text }) => readStatement(text, vocabulary));
  const concepts = readAbbreviations(readings).get(letters) ?? [];
  const [id, ...others] = narrowest(concepts, vocabulary);
  if (id === undefined || others.length > 0) return undefined;
  return { id, span: inSource(statement, token.start, token.end) };
}

/** Without those that another one of them is a kind of, or has as its part. */
function narrowest(concepts: readonly string[], { closure }: Vocabulary): readonly string[] {
  return concepts.filter((id) => !concepts.some((other) => other !== id && closure(other).has(id)));
}

/** @param start in the statement's text, as is `end` */
function inSource({ offsets, span }: Statement, start: number, end: number): Span {
  return { start: offsets[start] ?? span.start, end: (offsets[end - 1] ?? span.end - 1) + 1 };
}

function isIn({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}
