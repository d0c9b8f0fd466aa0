/** Receives one character of a text node: its place, and the stretch of source that it stands for. */
export type Emit = (char: string, at: number, start: number, end: number, literal: boolean) => void;

const punctuation = /[!-/:-@[-`{-~]/;
const reference = /&(?:#\d{1,7}|#[xX][\dA-Fa-f]{1,6}|[A-Za-z][\dA-Za-z]{0,31});/y;

/**
 * Walks a text node's value along the source it was read from, undoing what the parser did: escapes, entities, line
 * breaks with the indentation and quotation marks of the line after. `literal` marks characters that the author
 * escaped, which are no syntax. Linear; what it cannot explain it passes over.
 */
export function align(value: string, source: string, from: number, to: number, emit: Emit): void {
  let at = from;
  let i = 0;
  while (i < value.length) {
    const char = value[i] ?? '';
    const here = source[at] ?? '';
    if (char === '\n' || char === '\r') {
      const width = value.startsWith('\r\n', i) ? 2 : 1;
      while (at < to && isBlank(source[at])) at++;
      emit(' ', at, at, at + width, false);
      at += width;
      i += width;
      at = lineStart(source, at, to, runOf(value, i, value.length));
      continue;
    }
    if (here === '\\' && source[at + 1] === char && punctuation.test(char)) {
      emit(char, at + 1, at, at + 2, true);
      at += 2;
      i += 1;
      continue;
    }
    const end = here === '&' ? referenceEnd(source, at, char) : -1;
    if (end > 0) {
      const length = decodedLength(value, i, source.slice(at, end), source[end]);
      for (const unit of value.slice(i, i + length)) emit(unit, at, at, end, true);
      at = end;
      i += length;
    } else {
      if (here !== char && !(char === '\uFFFD' && here === '\0')) at = resume(source, char, at, to);
      emit(char, at, at, Math.min(at + 1, to), false);
      at = Math.min(at + 1, to);
      i += 1;
    }
  }
}

/** Blanks and quotation marks from a place on. */
function runOf(text: string, from: number, to: number): string {
  let end = from;
  while (end < to && (isBlank(text[end]) || text[end] === '>')) end++;
  return text.slice(from, end);
}

/**
 * Where a line's text begins, behind indentation and quotation marks.
 * @param own with what of these the text itself begins: a `>` that is indented far enough quotes nothing
 */
function lineStart(source: string, at: number, to: number, own: string): number {
  const run = runOf(source, at, to);
  const end = at + run.length;
  const isWritten = source[end] !== '\\' && source[end] !== '&';
  return isWritten && run.endsWith(own) ? end - own.length : end;
}

function isBlank(char: string | undefined): boolean {
  return char === ' ' || char === '\t';
}

/** End of a character reference that was decoded into `char`, or -1: an unknown name stays as it is written. */
function referenceEnd(source: string, at: number, char: string): number {
  reference.lastIndex = at;
  const match = reference.exec(source)?.[0];
  if (match === undefined) return -1;
  if (char === '&' && !/^&(?:amp|AMP|#0*38|#[xX]0*26);$/.test(match)) return -1;
  return at + match.length;
}

// What HTML's names of two code points have as their second one: negating strokes and the like.
const secondPoint = new Set('\u0331\u0333\u0338\u200A\u20D2\u20E5\uFE00');

/** How many code units a reference stands for: one code point's, or two for names like `&nvlt;` and `&fjlig;`. */
function decodedLength(
  value: string,
  i: number,
  name: string,
  following: string | undefined,
): number {
  const first = String.fromCodePoint(value.codePointAt(i) ?? 0).length;
  const next = value[i + first] ?? '';
  const isPair = name === '&fjlig;' || (secondPoint.has(next) && next !== following);
  return isPair ? first + 1 : first;
}

const furthest = 64;

function resume(source: string, char: string, at: number, to: number): number {
  const found = source.slice(at, Math.min(to, at + furthest)).indexOf(char);
  return found < 0 ? Math.min(at, Math.max(to - 1, 0)) : at + found;
}
