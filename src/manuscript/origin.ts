import type { Statement } from './types';

/** Whatever has statements: a block, or the item of a reading that it is made of. */
interface Holder {
  readonly statements: readonly Statement[];
}

/** From what was placed to the statements that were read. */
const origins = new WeakMap<Holder, readonly Statement[]>();

/**
 * A block's statements as they were read, wherever the block has moved since: the very same object as long as the reader
 * keeps its cache and the block's source stays as it is. Offsets in them mean nothing.
 */
export function originOf(holder: Holder): readonly Statement[] {
  return origins.get(holder) ?? holder.statements;
}

/** Notes what a block or an item was made of. */
export function derive(placed: Holder, from: Holder): void {
  origins.set(placed, originOf(from));
}
