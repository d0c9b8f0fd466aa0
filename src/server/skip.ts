/**
 * Why a text is not read as a manuscript.
 *
 * @param maxFileSize bytes
 * @returns undefined where it is read
 */
export function whySkipped(text: string, maxFileSize: number): string | undefined {
  // A character has one byte at least and three at most.
  const isLarge =
    text.length > maxFileSize ||
    (text.length * 3 > maxFileSize && new TextEncoder().encode(text).length > maxFileSize);
  if (isLarge)
    return `it is larger than ${maxFileSize} bytes; raise caveat.maxFileSize to check it`;
  return text.includes('\0') ? 'it is not a text file' : undefined;
}
