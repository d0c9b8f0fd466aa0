import type { Statement } from './types';

/** From the statements of a block that was placed to those that were read. */
const origins = new WeakMap<readonly Statement[], readonly Statement[]>();

/**
 * A block's statements as they were read, wherever the block has moved since: the very same object as long as the reader
 * keeps its cache and the block's source stays as it is. Offsets in them mean nothing.
 */
export function originOf(statements: readonly Statement[]): readonly Statement[] {
  return origins.get(statements) ?? statements;
}

/** Notes what statements were made of by placing them. */
export function derive(placed: readonly Statement[], from: readonly Statement[]): void {
  origins.set(placed, originOf(from));
}
