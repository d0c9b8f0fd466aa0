/** Characters that are compared at once: the engine compares strings many times as fast as we compare characters. */
const STRIDE = 4096;

/** How many characters two texts have in common at their beginnings. */
export function sharedStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let at = 0;
  while (at + STRIDE <= most && a.slice(at, at + STRIDE) === b.slice(at, at + STRIDE)) at += STRIDE;
  while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}

/** How many characters two texts have in common at their ends. */
export function sharedEnd(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  const endsOf = (text: string, from: number, to: number) =>
    text.slice(text.length - to, text.length - from);
  let count = 0;
  while (
    count + STRIDE <= most &&
    endsOf(a, count, count + STRIDE) === endsOf(b, count, count + STRIDE)
  )
    count += STRIDE;
  while (count < most && a.charCodeAt(a.length - 1 - count) === b.charCodeAt(b.length - 1 - count))
    count++;
  return count;
}
