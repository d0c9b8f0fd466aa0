/**
 * Cuts a `.bib` file into entries without reading their fields. Braces are counted as BibTeX counts them, which does
 * not look at backslashes. A missing brace costs one entry, not the rest of the file: an entry that is still open
 * where a line starts with `@word{` ends there. One pass, linear in the length of the text.
 */

/** One `@type{…}` of the file. Offsets are UTF-16 into the file's text. */
export interface BibtexChunk {
  /** Lower case, without the `@`. */
  readonly type: string;
  /** Of the `@`. */
  readonly start: number;
  /** After the opening `{` or `(`. */
  readonly body: number;
  /** Before the closing `}` or `)`; equals `end` where it is missing. */
  readonly bodyEnd: number;
  readonly end: number;
  /** No closing brace was found. */
  readonly unclosed: boolean;
}

const HEAD = /@[ \t]*([a-z]+)\s*([{(])/iy;
const ENTRY_LINE = /@[a-z]+[ \t]*(?:\{|\([^\s,(){}]+,)/iy;
/** What follows a brace too many: the next field. */
const MORE_FIELDS = /\s*(?:,\s*)?[a-z][\w-]*[ \t]*=[ \t]*["{]/iy;

/** `@comment` and `@preamble` are left out; `@string` is among the chunks. */
export function cutBibtex(text: string): BibtexChunk[] {
  const chunks: BibtexChunk[] = [];
  const scanner = new Scanner(text);
  let from = 0;
  let comment = false;
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', from)) {
    // A `%` is no comment to BibTeX, but it is to biber, and what the writer means.
    const before = text.slice(from, at);
    const newline = before.lastIndexOf('\n');
    comment = (comment && newline === -1) || before.includes('%', newline + 1);
    from = at + 1;
    HEAD.lastIndex = at;
    const head = comment ? null : HEAD.exec(text);
    if (head === null) continue;
    const type = head[1]?.toLowerCase() ?? '';
    const body = HEAD.lastIndex;
    const { end, unclosed } = head[2] === '(' ? scanner.closeParen(body) : scanner.closeBrace(body);
    from = end;
    if (type === 'comment' || type === 'preamble') continue;
    chunks.push({ type, start: at, body, bodyEnd: unclosed ? end : end - 1, end, unclosed });
  }
  return chunks;
}

interface Close {
  readonly end: number;
  readonly unclosed: boolean;
}

/** Finds entries' ends. `indexOf` is several times faster here than a look at each character. */
class Scanner {
  private readonly open: Finder;
  private readonly close: Finder;
  private readonly at: Finder;
  /** The last answer of `entryLine`, and the place from which it holds. */
  private lineFrom = 0;
  private line = -1;

  constructor(private readonly text: string) {
    this.open = new Finder(text, '{');
    this.close = new Finder(text, '}');
    this.at = new Finder(text, '@');
  }

  closeBrace(body: number): Close {
    const limit = this.entryLine(body);
    const end = this.balanced(body, limit) ?? balancedWithEscapes(this.text, body, limit);
    return end === undefined ? this.openUntil(body, limit) : { end, unclosed: false };
  }

  /** Inside `(…)` braces must balance, and a parenthesis in quotes does not count. */
  closeParen(body: number): Close {
    const limit = this.entryLine(body);
    let depth = 0;
    let quoted = false;
    for (let at = body; at < limit; at++) {
      const character = this.text[at];
      if (character === '{') depth++;
      else if (character === '}') depth--;
      else if (character === '"' && depth === 0) quoted = !quoted;
      else if (character === ')' && depth <= 0 && !quoted) return { end: at + 1, unclosed: false };
    }
    return this.openUntil(body, limit);
  }

  private balanced(body: number, limit: number): number | undefined {
    let depth = 1;
    for (let at = body; ; at++) {
      const open = this.open.next(at);
      const close = this.close.next(at);
      at = Math.min(open, close);
      if (at >= limit) return undefined;
      if (open < close) depth++;
      else if (depth > 1) depth--;
      else if (!hasMoreFields(this.text, at + 1)) return at + 1;
    }
  }

  /** Offset of the next `@word{` that starts a line, or the text's end: no entry reaches beyond. */
  private entryLine(from: number): number {
    if (from >= this.lineFrom && from <= this.line) return this.line;
    this.lineFrom = from;
    this.line = this.findEntryLine(from);
    return this.line;
  }

  private findEntryLine(from: number): number {
    for (let at = this.at.next(from); at < this.text.length; at = this.at.next(at + 1)) {
      let before = at - 1;
      while (this.text[before] === ' ' || this.text[before] === '\t') before--;
      if (this.text[before] !== '\n') continue;
      ENTRY_LINE.lastIndex = at;
      if (ENTRY_LINE.test(this.text)) return at;
    }
    return this.text.length;
  }

  /** An unclosed entry ends with its last character that is not white space. */
  private openUntil(body: number, limit: number): Close {
    let end = limit;
    while (end > body && this.text.charCodeAt(end - 1) <= 32) end--;
    return { end, unclosed: true };
  }
}

/** Remembers the last hit, so that asking again on the way to it costs nothing. */
class Finder {
  private from = 0;
  private hit = -1;

  constructor(
    private readonly text: string,
    private readonly character: string,
  ) {}

  /** The first place at or after `from`; infinite where there is none. */
  next(from: number): number {
    if (from < this.from || from > this.hit) {
      const at = this.text.indexOf(this.character, from);
      this.from = from;
      this.hit = at === -1 ? Infinity : at;
    }
    return this.hit;
  }
}

/** Zotero writes a lone brace of a title or a file name as `\{`: BibTeX trips over it, we need not. */
function balancedWithEscapes(text: string, body: number, limit: number): number | undefined {
  let depth = 1;
  for (let at = body; at < limit; at++) {
    const character = text[at];
    if (character === '\\') at++;
    else if (character === '{') depth++;
    else if (character === '}' && --depth === 0) return at + 1;
  }
  return undefined;
}

function hasMoreFields(text: string, at: number): boolean {
  MORE_FIELDS.lastIndex = at;
  return MORE_FIELDS.test(text);
}
