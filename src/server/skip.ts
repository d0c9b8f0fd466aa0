/**
 * Why a text is not read as a manuscript.
 *
 * @param maxFileSize bytes
 * @returns undefined where it is read
 */
export function whySkipped(text: string, maxFileSize: number): string | undefined {
  // A character has one byte at least and three at most.
  const isLarge =
    text.length > maxFileSize || (text.length * 3 > maxFileSize && isLonger(text, maxFileSize));
  if (isLarge)
    return `it is larger than ${maxFileSize} bytes; raise caveat.maxFileSize to check it`;
  return text.includes('\0') ? 'it is not a text file' : undefined;
}

/** So many characters are encoded at once. */
const STRIDE = 1 << 15;

/** Whether a text has more bytes than these; asked at each keystroke, so that it is not encoded as a whole. */
function isLonger(text: string, bytes: number): boolean {
  const encoder = new TextEncoder();
  const part = new Uint8Array(3 * STRIDE);
  let size = 0;
  for (let at = 0; at < text.length && size <= bytes;) {
    const end = at + STRIDE - (/[\uD800-\uDBFF]/.test(text.charAt(at + STRIDE - 1)) ? 1 : 0);
    size += encoder.encodeInto(text.slice(at, end), part).written;
    at = end;
  }
  return size > bytes;
}
