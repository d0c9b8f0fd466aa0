import { placeReading } from './place';
import type { Reading } from './reading';
import type { ReadCache, Span } from './types';
import { sharedEnd, sharedStart } from './shared-text';

/** A reading as it was made, and as it was last placed in the document. */
interface Remembered {
  readonly context: string;
  readonly reading: Reading;
  placed: Reading;
  base: number;
  length: number;
  /** The last round that asked for it. */
  round: number;
}

/** The document as it was read last. */
interface LastRound {
  readonly number: number;
  readonly source: string;
  /** What began at each offset. */
  readonly pieces: ReadonlyMap<number, Remembered>;
}

/** No piece has this key: theirs hold the reading's context. */
const LAST_ROUND = '';

const unreadable: Reading = { items: [], citations: [], suppressions: [], defines: [] };

/**
 * What is remembered of a document's pieces from one reading to the next. What is known is not read again, and what
 * also stands where it stood is the very same object. One round of reading a document has one of these.
 */
export class PieceMemory {
  private readonly round: number;
  private readonly pieces = new Map<number, Remembered>();
  private readonly last: LastRound | undefined;
  /** Up to here the text is as it was, and so it is from `tail` on, where all has moved by `moved`. */
  private readonly head: number;
  private readonly tail: number;
  private readonly moved: number;

  constructor(
    private readonly cache: ReadCache,
    private readonly source: string,
  ) {
    // Only this class writes the cache, hence the types.
    this.last = cache.get(LAST_ROUND) as LastRound | undefined;
    this.round = (this.last?.number ?? 0) + 1;
    const before = this.last?.source ?? '';
    this.head = sharedStart(before, source);
    this.tail = source.length - sharedEnd(before, source);
    this.moved = source.length - before.length;
  }

  /**
   * The reading of a piece, placed in the document.
   *
   * @param context all that its reading depends on beside its text
   * @param read reads its text, with offsets counted from its beginning; if it throws (the stack can overflow on absurd
   * nesting) the piece is left out, not the manuscript
   */
  recall(piece: Span, context: string, read: (text: string) => Reading): Reading {
    const entry = this.unchanged(piece, context) ?? this.sameText(piece, context, read);
    if (entry.base !== piece.start) {
      entry.placed = placeReading(entry.reading, piece.start);
      entry.base = piece.start;
    }
    entry.round = this.round;
    this.pieces.set(piece.start, entry);
    return entry.placed;
  }

  /** Forgets what was not asked for: it is not in the document any more. */
  tidy(): void {
    const { cache, round, source, pieces } = this;
    for (const [key, entry] of cache)
      if (key !== LAST_ROUND && (entry as Remembered).round !== round) cache.delete(key);
    cache.set(LAST_ROUND, { number: round, source, pieces } satisfies LastRound);
  }

  /** A piece before or behind what was written since: it is known by its place, without a look at its text. */
  private unchanged({ start, end }: Span, context: string): Remembered | undefined {
    const by = end <= this.head ? 0 : start >= this.tail ? this.moved : undefined;
    const entry = by === undefined ? undefined : this.last?.pieces.get(start - by);
    return entry?.length === end - start && entry.context === context ? entry : undefined;
  }

  private sameText(
    { start, end }: Span,
    context: string,
    read: (text: string) => Reading,
  ): Remembered {
    const text = this.source.slice(start, end);
    const key = `${context}\0${text}`;
    const known = this.cache.get(key) as Remembered | undefined;
    if (known) return known;
    const reading = readSafely(() => read(text));
    const { round } = this;
    const made = { context, reading, placed: reading, base: 0, length: end - start, round };
    this.cache.set(key, made);
    return made;
  }
}

function readSafely(read: () => Reading): Reading {
  try {
    return read();
  } catch {
    return unreadable;
  }
}
