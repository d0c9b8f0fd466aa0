/** Data that people write is nested less than ten levels deep. */
export const MAX_YAML_DEPTH = 100;

/**
 * Whether a text may be nested so deeply that the YAML parser, which goes one call deeper a level, could run out of
 * stack; the engine then ends the whole process, and nothing can be caught. Asked before parsing. Linear; it counts
 * brackets in quotes as well, so it errs on the safe side.
 */
export function isTooDeep(text: string): boolean {
  return hasDeepBrackets(text) || hasDeepBlocks(text);
}

/** `[[[` and `{a: {b:`, closed or not. */
function hasDeepBrackets(text: string): boolean {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    // [ and {
    if (code === 91 || code === 123) {
      depth++;
      if (depth > MAX_YAML_DEPTH) return true;
    } else if ((code === 93 || code === 125) && depth > 0) depth--;
  }
  return false;
}

/** Lines that are ever further in, or `- - -` on one; a list may share its column with what it stands in. */
function hasDeepBlocks(text: string): boolean {
  const start = /^([ \t]*)((?:[-?:][ \t]+)*)(?=\S)/gm;
  const columns: number[] = [];
  for (const [, indent = '', markers = ''] of text.matchAll(start)) {
    while ((columns.at(-1) ?? -1) >= indent.length) columns.pop();
    columns.push(indent.length);
    if (columns.length + markers.replace(/[ \t]/g, '').length > MAX_YAML_DEPTH) return true;
  }
  return false;
}
