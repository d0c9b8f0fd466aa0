import type { ReadCache } from '../types';
import { readBlocks } from './blocks';
import { borrowedDefinitions } from './labels';
import type { Piece } from './pieces';
import { placeReading } from './place';
import type { Reading } from './reading';

/** A reading as it was made, and as it was last placed in the document. */
interface Remembered {
  readonly reading: Reading;
  placed: Reading;
  base: number;
}

const unreadable: Reading = { items: [], citations: [], suppressions: [], defines: [] };

/**
 * Reads pieces and places each in the document, in order. What `cache` remembers is not read again, and what also
 * stands where it stood is the very same object. Readings that are not in use any more are forgotten.
 */
export function readPieces(source: string, pieces: readonly Piece[], cache: ReadCache): Reading[] {
  const used = new Set<string>();
  const read = (piece: Piece, definitions: string): Reading => {
    const text = source.slice(piece.start, piece.end);
    const key = `${piece.inside ?? ''}\0${definitions}\0${text}`;
    used.add(key);
    // Only this function writes the cache, hence the type.
    let entry = cache.get(key) as Remembered | undefined;
    if (!entry) {
      const reading = readSafely(text, piece, definitions);
      entry = { reading, placed: reading, base: 0 };
      cache.set(key, entry);
    }
    if (entry.base !== piece.start) {
      entry.placed = placeReading(entry.reading, piece.start);
      entry.base = piece.start;
    }
    return entry.placed;
  };
  const defined = definedLabels(source, pieces, read);
  const readings = pieces.map((piece) =>
    read(piece, borrowedDefinitions(source.slice(piece.start, piece.end), defined)),
  );
  for (const key of cache.keys()) if (!used.has(key)) cache.delete(key);
  return readings;
}

/** The labels of all link definitions; only pieces that could hold one are read for it. */
function definedLabels(
  source: string,
  pieces: readonly Piece[],
  read: (piece: Piece, definitions: string) => Reading,
): ReadonlySet<string> {
  const suspects = pieces.filter((piece) => source.slice(piece.start, piece.end).includes(']:'));
  return new Set(suspects.flatMap((piece) => read(piece, '').defines));
}

/** The parser's stack can overflow on absurd nesting; such a piece is left out, not the manuscript. */
function readSafely(text: string, piece: Piece, definitions: string): Reading {
  try {
    return readBlocks(text, piece.inside, definitions);
  } catch {
    return unreadable;
  }
}
