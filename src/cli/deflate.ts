import { constants, deflateRawSync } from 'node:zlib';

/** Columns of small numbers repeat little; for some of them the search for repetitions does harm. */
const STRATEGIES = [
  constants.Z_DEFAULT_STRATEGY,
  constants.Z_FILTERED,
  constants.Z_HUFFMAN_ONLY,
  constants.Z_RLE,
];

/** Raw deflate by whatever way gives the fewest bytes. */
export function deflateSmallest(bytes: Uint8Array): Uint8Array {
  return STRATEGIES.map((strategy) =>
    deflateRawSync(bytes, { level: 9, memLevel: 9, strategy }),
  ).reduce((best, next) => (next.length < best.length ? next : best));
}
