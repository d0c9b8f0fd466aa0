import type { AsPlainObject } from 'minisearch';

/**
 * The search index once more, as numbers: for each term and field the entries that have it, each with its score. What
 * MiniSearch does with objects for each hit is too slow for every keystroke where there are many thousand documents.
 */
export interface Postings {
  /** Number of documents, as numbered by `order`. */
  readonly size: number;
  /** Adds `weight` times each document's score for a term in a field. @returns whether any has it */
  readonly visit: (
    term: string,
    field: string,
    take: (document: number, score: number) => void,
  ) => boolean;
  readonly has: (term: string, field: string) => boolean;
  /** The words as people write them (field `words`), sorted. */
  readonly words: readonly string[];
  /** For each of {@link words} its letters as bits: words that share few cannot be typos of each other. */
  readonly letters: Uint32Array;
}

/** BM25+, as MiniSearch has it. */
const BM25 = { k: 1.2, b: 0.7, d: 0.5 };

/**
 * @param order the documents' ids in the order in which they are to be numbered
 */
export function createPostings(
  mini: { readonly toJSON: () => AsPlainObject },
  order: readonly string[],
): Postings {
  const plain = mini.toJSON();
  const numbers = new Map(order.map((id, i) => [id, i]));
  const numberOf = new Map<string, number>();
  for (const [short, id] of Object.entries(plain.documentIds)) {
    const number = numbers.get(id as string);
    if (number !== undefined) numberOf.set(short, number);
  }
  const fields = Object.entries(plain.fieldIds);
  const starts = new Map<string, number>();
  let total = 0;
  for (const [, data] of plain.index)
    for (const [, field] of fields) total += Object.keys(data[field] ?? {}).length;

  const documents = new Uint32Array(total);
  const scores = new Float32Array(total);
  /** For each term, where each field's part begins, and the end of the last. */
  const bounds = new Uint32Array(plain.index.length * (fields.length + 1));
  let at = 0;
  for (const [row, [term, data]] of plain.index.entries()) {
    const base = row * (fields.length + 1);
    starts.set(term, base);
    for (const [i, [, field]] of fields.entries()) {
      bounds[base + i] = at;
      const having = Object.entries(data[field] ?? {});
      const rarity = inverse(plain.documentCount, having.length);
      const average = plain.averageFieldLength[field] ?? 1;
      for (const [short, frequency] of having) {
        const number = numberOf.get(short);
        if (number === undefined) continue;
        const length = lengthOf(plain.fieldLength, short, field);
        documents[at] = number;
        scores[at] = rarity * saturate(frequency, length / average);
        at++;
      }
    }
    bounds[base + fields.length] = at;
  }

  const fieldNumbers = new Map(fields.map(([name], i) => [name, i]));
  const span = (term: string, field: string): readonly [number, number] | undefined => {
    const base = starts.get(term);
    const i = fieldNumbers.get(field);
    if (base === undefined || i === undefined) return undefined;
    const [from = 0, to = 0] = [bounds[base + i], bounds[base + i + 1]];
    return to > from ? [from, to] : undefined;
  };
  const has = (term: string, field: string) => span(term, field) !== undefined;
  const words = [...starts.keys()].filter((term) => has(term, 'words')).sort();
  return {
    size: order.length,
    has,
    words,
    letters: Uint32Array.from(words, lettersOf),
    visit: (term, field, take) => {
      const found = span(term, field);
      if (!found) return false;
      for (let i = found[0]; i < found[1]; i++) take(documents[i] ?? 0, scores[i] ?? 0);
      return true;
    },
  };
}

/** In how many documents a term stands in any of some fields. */
export function countInPostings(
  { size, visit }: Postings,
  term: string,
  fields: readonly string[],
): number {
  const seen = new Uint8Array(size);
  let count = 0;
  for (const field of fields)
    visit(term, field, (document) => {
      if (seen[document] === 0) count++;
      seen[document] = 1;
    });
  return count;
}

/** A bit for each letter a to z, and one for all others. */
export function lettersOf(word: string): number {
  let bits = 0;
  for (let i = 0; i < word.length; i++) {
    const letter = word.charCodeAt(i) - 97;
    bits |= 1 << (letter >= 0 && letter < 26 ? letter : 26);
  }
  return bits >>> 0;
}

function inverse(documents: number, having: number): number {
  return Math.log(1 + (documents - having + 0.5) / (having + 0.5));
}

function saturate(frequency: number, length: number): number {
  const { k, b, d } = BM25;
  return d + (frequency * (k + 1)) / (frequency + k * (1 - b + b * length));
}

/** MiniSearch types the lengths as an object of numbers; they are lists, one a field. */
function lengthOf(lengths: unknown, document: string, field: number): number {
  return (lengths as Record<string, number[] | undefined>)[document]?.[field] ?? 1;
}
