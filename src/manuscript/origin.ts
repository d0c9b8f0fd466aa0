import type { Statement } from './types';

/** Whatever has statements: a block, or the item of a reading that it is made of. */
export interface Holder {
  readonly statements: readonly Statement[];
  /** The statements as they were read, where the holder has moved since. */
  readonly origin?: readonly Statement[];
}

/**
 * A block's statements as they were read, wherever the block has moved since: the very same object as long as the reader
 * keeps its cache and the block's source stays as it is. Offsets in them mean nothing. Kept in the blocks themselves: a
 * weak map of thousands of them costs the garbage collector more than all the rest of a keystroke.
 */
export function originOf(holder: Holder): readonly Statement[] {
  return holder.origin ?? holder.statements;
}
