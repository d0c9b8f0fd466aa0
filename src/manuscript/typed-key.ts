import type { TypedKey } from './types';

/** No key is longer; a line can be. */
const longestKey = 200;

/** The key that is typed behind an `@`, as Pandoc writes citations; tells nothing yet of code, math and addresses. */
export function pandocKeyAt(source: string, offset: number): TypedKey | undefined {
  const before = /(?<![\p{L}\p{N}\\@])@(\{?)([^\s@[\]{};,"'`()]*)$/u.exec(
    source.slice(Math.max(0, offset - longestKey), offset),
  );
  if (!before) return undefined;
  const typed = before[2] ?? '';
  const after = /^[\p{L}\p{N}_:.#$%&+?<>~/-]*[\p{L}\p{N}_]/u.exec(
    source.slice(offset, offset + longestKey),
  );
  const end = offset + (after?.[0].length ?? 0);
  const closing = before[1] === '{' && source[end] !== '}' ? '}' : '';
  return { typed, start: offset - typed.length, end, closing };
}
