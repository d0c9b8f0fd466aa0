/**
 * Pandoc's citation keys. A key begins with a letter, a digit or `_` and may hold single punctuation characters
 * inside; any other key stands in braces: `@{https://example.com/a}`. (https://pandoc.org/MANUAL.html#citation-syntax)
 */
export interface CitationKey {
  readonly key: string;
  /** Offset of the `@`. */
  readonly at: number;
  /** The key alone, ends exclusive. */
  readonly start: number;
  readonly end: number;
  /** After the key and its closing brace. */
  readonly close: number;
  /** Written `-@key`: the author's name is left out of the rendering. */
  readonly suppressesAuthor: boolean;
  /** A figure, table or section (`@fig:one`, `@sec-methods`), which is written like a citation but is none. */
  readonly isCrossReference: boolean;
}

const bareKey =
  /[\p{L}\p{N}_][\p{L}\p{N}\p{M}_]*(?:[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_])[\p{L}\p{N}\p{M}_]*)*/uy;
// An unclosed brace is not followed to the end of the document.
const longestKey = 1000;
const letterOrDigit = /[\p{L}\p{N}]/u;
// pandoc-crossref writes `fig:one`, Quarto `fig-one`.
export const pandocCrossReference = /^(?:fig|tbl|tab|eq|sec|lst|thm|lem|cor|prp|def|exm|exr)[:-]/;

/**
 * All that could be citation keys in a stretch of Markdown source, in order. Whether one stands in code, math or an
 * address is for the caller to know; escaped `\@`, e-mail addresses and bare URLs are left out here.
 */
export function findKeys(
  source: string,
  crossReference: RegExp = pandocCrossReference,
): CitationKey[] {
  const keys: CitationKey[] = [];
  let seen = 0;
  let inAddress = false;
  for (let at = source.indexOf('@'); at >= 0; at = source.indexOf('@', at + 1)) {
    for (; seen < at; seen++) {
      if (/\s/.test(source[seen] ?? '')) inAddress = false;
      else if (source.startsWith('://', seen)) inAddress = true;
    }
    if (inAddress || isEscaped(source, at) || followsWord(source, at)) continue;
    const span = source[at + 1] === '{' ? bracedKey(source, at + 2) : plainKey(source, at + 1);
    if (!span) continue;
    const key = source.slice(span.start, span.end);
    const suppressesAuthor = source[at - 1] === '-' && !followsWord(source, at - 1);
    const isCrossReference = crossReference.test(key);
    keys.push({ key, at, ...span, suppressesAuthor, isCrossReference });
    // What stands inside the key is no address around the next one.
    seen = span.close;
    at = span.close - 1;
  }
  return keys;
}

/** The citation of these keys in Pandoc's syntax: `[@a; @b]`, with braces where a key needs them. */
export function formatCitation(keys: readonly string[]): string {
  const written = keys.map((key) => (isPlain(key) ? `@${key}` : `@{${key}}`));
  return `[${written.join('; ')}]`;
}

function isPlain(key: string): boolean {
  bareKey.lastIndex = 0;
  return bareKey.exec(key)?.[0] === key;
}

type KeySpan = Pick<CitationKey, 'start' | 'end' | 'close'>;

function plainKey(source: string, start: number): KeySpan | undefined {
  bareKey.lastIndex = start;
  const match = bareKey.exec(source);
  if (!match) return undefined;
  const end = start + match[0].length;
  return { start, end, close: end };
}

function bracedKey(source: string, start: number): KeySpan | undefined {
  let depth = 1;
  const limit = Math.min(source.length, start + longestKey);
  for (let i = start; i < limit; i++) {
    const char = source[i] ?? '';
    if (char === '{') depth++;
    else if (char === '}') depth--;
    else if (/\s/.test(char)) return undefined;
    if (depth === 0) return i > start ? { start, end: i, close: i + 1 } : undefined;
  }
  return undefined;
}

function followsWord(source: string, at: number): boolean {
  const before = source[at - 1] ?? '';
  return letterOrDigit.test(/[\uDC00-\uDFFF]/.test(before) ? source.slice(at - 2, at) : before);
}

/** Whether an odd number of backslashes precedes `at`. */
export function isEscaped(source: string, at: number): boolean {
  let slashes = 0;
  while (source[at - 1 - slashes] === '\\') slashes++;
  return slashes % 2 === 1;
}
