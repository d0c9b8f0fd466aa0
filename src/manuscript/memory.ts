import { placeReading } from './place';
import type { Reading } from './reading';
import type { ReadCache } from './types';

/** A reading as it was made, and as it was last placed in the document. */
interface Remembered {
  readonly reading: Reading;
  placed: Reading;
  base: number;
}

const unreadable: Reading = { items: [], citations: [], suppressions: [], defines: [] };

/**
 * What is remembered of a document's pieces from one reading to the next. What is known is not read again, and what
 * also stands where it stood is the very same object.
 */
export class PieceMemory {
  private readonly used = new Set<string>();

  constructor(private readonly cache: ReadCache) {}

  /**
   * The reading of a piece, placed in the document.
   *
   * @param base where the piece begins
   * @param context all that its reading depends on beside its text
   * @param read reads it, with offsets counted from its beginning; if it throws (the stack can overflow on absurd
   * nesting) the piece is left out, not the manuscript
   */
  recall(text: string, base: number, context: string, read: () => Reading): Reading {
    const key = `${context}\0${text}`;
    this.used.add(key);
    // Only this class writes the cache, hence the type.
    let entry = this.cache.get(key) as Remembered | undefined;
    if (!entry) {
      const reading = readSafely(read);
      entry = { reading, placed: reading, base: 0 };
      this.cache.set(key, entry);
    }
    if (entry.base !== base) {
      entry.placed = placeReading(entry.reading, base);
      entry.base = base;
    }
    return entry.placed;
  }

  /** Forgets what was not asked for: it is not in the document any more. */
  tidy(): void {
    for (const key of this.cache.keys()) if (!this.used.has(key)) this.cache.delete(key);
  }
}

function readSafely(read: () => Reading): Reading {
  try {
    return read();
  } catch {
    return unreadable;
  }
}
