import { PieceMemory } from '../memory';
import type { Reading } from '../reading';
import type { ReadCache } from '../types';
import { readBlocks } from './blocks';
import type { Dialect } from './dialect';
import { borrowedDefinitions } from './labels';
import type { Piece } from './pieces';

/** Reads pieces and places each in the document, in order, with what `cache` remembers of it. */
export function readPieces(
  source: string,
  pieces: readonly Piece[],
  dialect: Dialect,
  cache: ReadCache,
): Reading[] {
  const memory = new PieceMemory(cache, source);
  const read = (piece: Piece, definitions: string): Reading => {
    const context = `${dialect.name}\0${piece.inside ?? ''}\0${definitions}`;
    return memory.recall(piece, context, (text) =>
      readBlocks(text, dialect, piece.inside, definitions),
    );
  };
  const defined = definedLabels(source, pieces, read);
  const readings = pieces.map((piece) =>
    read(
      piece,
      defined.size === 0 ? '' : borrowedDefinitions(source.slice(piece.start, piece.end), defined),
    ),
  );
  memory.tidy();
  return readings;
}

/** The labels of all link definitions; only pieces that could hold one are read for it. */
function definedLabels(
  source: string,
  pieces: readonly Piece[],
  read: (piece: Piece, definitions: string) => Reading,
): ReadonlySet<string> {
  if (!source.includes(']:')) return new Set();
  const suspects = pieces.filter((piece) => source.slice(piece.start, piece.end).includes(']:'));
  return new Set(suspects.flatMap((piece) => read(piece, '').defines));
}
