/** Columns of whole numbers as bytes: LEB128, seven bits a byte, the lowest first. */

/** @param values whole numbers from 0 to 2^32 - 1 */
export function writeNumbers(values: readonly number[]): Uint8Array {
  const bytes: number[] = [];
  for (const value of values) {
    let rest = value;
    while (rest > 127) {
      bytes.push((rest & 127) | 128);
      rest >>>= 7;
    }
    bytes.push(rest);
  }
  return Uint8Array.from(bytes);
}

/** All numbers of a column; read in one go, since a pack has half a million. */
export function readNumbers(bytes: Uint8Array): Uint32Array {
  const values = new Uint32Array(bytes.length);
  let count = 0;
  let value = 0;
  let shift = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    value |= (byte & 127) << shift;
    if (byte > 127) {
      shift += 7;
      continue;
    }
    values[count++] = value;
    value = shift = 0;
  }
  return values.subarray(0, count);
}

/** Reads a column from its start to its end. */
export class Numbers {
  private at = 0;
  private readonly values: Uint32Array;

  constructor(bytes: Uint8Array) {
    this.values = readNumbers(bytes);
  }

  get length(): number {
    return this.values.length;
  }

  /** @throws RangeError where nothing is left */
  next(): number {
    if (this.at >= this.values.length) throw new RangeError('the compiled pack ends too early');
    return this.values[this.at++] as number;
  }
}
