import type { AsPlainObject } from 'minisearch';

/** MiniSearch's own plain form of an index, as JSON holds it. */
export type PlainIndex = AsPlainObject;

/** The parts of an index that cannot be told from the documents themselves. */
export interface IndexParts {
  /** The terms, in the index's own order. */
  readonly terms: readonly string[];
  /** For each term: how many fields it stands in, and for each of those the field's number and how many documents. */
  readonly shape: readonly number[];
  /** For each of those documents how many there are between it and the one before. */
  readonly gaps: readonly number[];
  /** And how often the term stands in it, less one. */
  readonly frequencies: readonly number[];
  /** Number of distinct terms, by document and field. */
  readonly fieldLengths: readonly number[];
  readonly averages: readonly number[];
}

/** What is stored with a document, beside its id. */
type Stored = Readonly<Record<string, unknown>>;

/** @param fields how many fields the index has */
export function takeApart(index: PlainIndex, fields: number): IndexParts {
  const [shape, gaps, frequencies]: [number[], number[], number[]] = [[], [], []];
  for (const [, byField] of index.index) {
    const entries = Object.entries(byField);
    shape.push(entries.length);
    for (const [field, counted] of entries) {
      const documents = Object.entries(counted as Record<string, number>);
      shape.push(Number(field), documents.length);
      let before = -1;
      for (const [document, frequency] of documents) {
        gaps.push(Number(document) - before - 1);
        frequencies.push(frequency - 1);
        before = Number(document);
      }
    }
  }
  return {
    terms: index.index.map(([term]) => term),
    shape,
    gaps,
    frequencies,
    fieldLengths: Object.values(index.fieldLength).flatMap((lengths) =>
      Array.from({ length: fields }, (_, i) => lengths[i] ?? 0),
    ),
    averages: index.averageFieldLength,
  };
}

/** Gives the numbers of each part, one by one. */
export type NextOf = Readonly<Record<'shape' | 'gaps' | 'frequencies', () => number>>;

/** @param documents the ids and stored fields, in the order in which they were indexed */
export function putTogether(
  { terms, fieldLengths, averages }: Pick<IndexParts, 'terms' | 'fieldLengths' | 'averages'>,
  next: NextOf,
  documents: readonly (readonly [id: string, stored: Stored])[],
  fields: readonly string[],
): PlainIndex {
  const byNumber = <T>(make: (at: number) => T) =>
    Object.fromEntries(documents.map((_, at) => [at, make(at)]));
  return {
    documentCount: documents.length,
    nextId: documents.length,
    documentIds: byNumber((at) => documents[at]?.[0]),
    fieldIds: Object.fromEntries(fields.map((field, at) => [field, at])),
    fieldLength: byNumber((at) => fieldLengths.slice(at * fields.length, (at + 1) * fields.length)),
    averageFieldLength: [...averages],
    storedFields: byNumber((at) => documents[at]?.[1] ?? {}),
    dirtCount: 0,
    index: terms.map((term) => [term, postingsOf(next)]),
    serializationVersion: 2,
  };
}

function postingsOf(next: NextOf): Record<number, Record<number, number>> {
  const byField: Record<number, Record<number, number>> = {};
  for (let fields = next.shape(); fields > 0; fields--) {
    const counted: Record<number, number> = {};
    byField[next.shape()] = counted;
    let document = -1;
    for (let left = next.shape(); left > 0; left--) {
      document += next.gaps() + 1;
      counted[document] = next.frequencies() + 1;
    }
  }
  return byField;
}
