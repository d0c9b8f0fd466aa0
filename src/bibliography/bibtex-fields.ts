/**
 * Reads the key and the fields of one BibTeX entry, as raw LaTeX. Keeps going where something is malformed and says
 * what it stumbled over.
 */
import type { Fault } from './places';

/** `@string` abbreviations by lower-case name. */
export type Macros = ReadonlyMap<string, string>;

export interface RawEntry {
  /** Absent where the entry has none; then there are no fields either. */
  readonly key?: string;
  /** Raw values by lower-case name, the outer braces or quotes taken off. Of a repeated field the first. */
  readonly fields: ReadonlyMap<string, string>;
  /** Offsets are relative to the entry's `@`. */
  readonly faults: readonly Fault[];
}

/** The part of a chunk that the reader needs. */
export interface EntrySource {
  /** From the `@` to the entry's end. */
  readonly text: string;
  /** Offsets in `text` of what stands between the entry's outer braces. */
  readonly body: number;
  readonly bodyEnd: number;
  readonly unclosed: boolean;
}

const KEY = /\s*([^\s,{}="]*)/y;
/** The rest of a key that has a space in it. */
const KEY_REST = /[ \t]+[^\s,{}="][^,{}="\r\n]*(?=,)/y;
/** A field's start inside another field's value: the brace of that value is missing. */
const FIELD_LINE = /\n[ \t]*[a-z][\w-]*[ \t]*=[ \t]*(?:["{]|\w+[ \t]*(?:,|\r?\n|$))/i;
const QUOTE = 34;
const HASH = 35;
const PERCENT = 37;
const COMMA = 44;
const EQUALS = 61;
const BACKSLASH = 92;
const OPEN = 123;
const CLOSE = 125;

/** More than these say nothing new about an entry. */
const MAX_FAULTS = 3;

/** Reads one entry. */
export function readEntry(source: EntrySource, macros: Macros): RawEntry {
  const reader = new FieldReader(source, macros);
  const key = reader.key();
  if (key === undefined) return { fields: new Map(), faults: reader.faults };
  reader.fields();
  return { key, fields: reader.found, faults: reader.faults };
}

/** Reads the definitions of one `@string`; they may build on `macros`. */
export function readStrings(source: EntrySource, macros: Macros): RawEntry {
  const reader = new FieldReader(source, macros);
  reader.fields();
  return { fields: reader.found, faults: reader.faults };
}

/** What the `@string`s in one value may add, UTF-16; some that build on each other could fill all memory. */
const MOST_EXPANDED = 1000;

class FieldReader {
  readonly faults: Fault[] = [];
  readonly found = new Map<string, string>();
  private readonly text: string;
  private readonly end: number;
  private at: number;
  private label = 'This entry';
  /** Whether the place of a missing brace is known. */
  private blamed = false;
  /** What `@string`s have added to the value that is read. */
  private expanded = 0;

  constructor(
    private readonly source: EntrySource,
    private readonly macros: Macros,
  ) {
    // Cut off at the body's end, so that no pattern looks beyond.
    this.text = source.text.slice(0, source.bodyEnd);
    this.end = source.bodyEnd;
    this.at = source.body;
  }

  key(): string | undefined {
    let key = this.take(KEY).trim();
    const keyEnd = this.at;
    const rest = this.take(KEY_REST);
    this.space();
    const next = this.text[this.at];
    if (key === '' || next === '=') {
      this.report('error', 'This entry has no key; write one after the opening brace.', 0, keyEnd);
      return undefined;
    }
    key += rest.trimEnd();
    this.label = `The entry "${key}"`;
    if (rest !== '')
      this.report(
        'warning',
        `The key "${key}" has a space in it; take it out.`,
        keyEnd - 1,
        this.at,
      );
    if (next === ',') this.at++;
    else if (this.at < this.end) {
      const message = `A comma is missing after the key "${key}"; add it.`;
      this.report('warning', message, keyEnd - 1, keyEnd);
    }
    return key;
  }

  fields(): void {
    for (this.space(true); this.at < this.end; this.space(true)) {
      const start = this.at;
      const name = this.word();
      if (name === '') {
        this.stray();
        continue;
      }
      this.space();
      if (this.is(EQUALS)) this.at++;
      else if (this.is(OPEN) || this.is(QUOTE)) {
        this.report(
          'warning',
          `An equals sign is missing after "${name}"; add it.`,
          start,
          this.at,
        );
      } else {
        const message = `${this.label} has "${name}" without a value; complete or remove it.`;
        this.report('warning', message, start, start + name.length);
        continue;
      }
      const value = this.value(name);
      const lower = name.toLowerCase();
      if (!this.found.has(lower)) this.found.set(lower, value);
      this.separator(name);
    }
    if (this.source.unclosed && !this.blamed) {
      const head = this.text.search(/[,\r\n]|$/);
      this.report('error', `${this.label} is not closed; add a "}" at its end.`, 0, head);
    }
  }

  private separator(name: string): void {
    const valueEnd = this.at;
    this.space();
    if (this.at >= this.end || this.is(COMMA) || this.is(CLOSE) || this.blamed) return;
    const message = `A comma is missing after the field "${name}"; add it.`;
    this.report('warning', message, valueEnd - 1, valueEnd);
  }

  /** Pieces joined with `#`. */
  private value(name: string): string {
    this.expanded = 0;
    let value = this.piece(name);
    let end = this.at;
    for (this.space(); this.is(HASH); this.space()) {
      this.at++;
      value += this.piece(name);
      end = this.at;
    }
    this.at = end;
    return value;
  }

  private piece(name: string): string {
    this.space();
    if (this.is(OPEN)) return this.delimited(name, '}');
    if (this.is(QUOTE)) return this.delimited(name, '"');
    return this.bareWord();
  }

  private bareWord(): string {
    const start = this.at;
    const word = this.word();
    if (word === '' || /^\d+$/.test(word)) return word;
    const macro = this.macros.get(word.toLowerCase());
    if (macro !== undefined) {
      this.expanded += macro.length;
      if (this.expanded <= MOST_EXPANDED) return macro;
      const long = `With "${word}" its @strings are longer than ${MOST_EXPANDED} characters, so it is left out; shorten them.`;
      this.report('warning', long, start, this.at);
      return '';
    }
    const message = `"${word}" is not defined with @string; put it in braces or define it.`;
    this.report('warning', message, start, this.at);
    return word;
  }

  /** A value in braces or quotes; inside quotes, quotes in braces do not count. */
  private delimited(name: string, closer: '}' | '"'): string {
    const start = this.at + 1;
    let close = findClose(this.text, start, closer, false);
    if (close === -1) close = findClose(this.text, start, closer, true);
    if (this.source.unclosed || close === -1) {
      const inside = this.text.slice(start, close === -1 ? this.end : close);
      const next = this.blamed ? -1 : inside.search(FIELD_LINE);
      if (next !== -1 || close === -1) {
        this.blame(name, start - 1);
        this.at = next === -1 ? this.end : start + next;
        return withoutTail(this.text.slice(start, this.at), closer);
      }
    }
    this.at = close + 1;
    return this.text.slice(start, close);
  }

  private blame(name: string, brace: number): void {
    this.blamed = true;
    const message = `${this.label} is not closed: a brace or quote of its field "${name}" is missing; add it.`;
    this.report('error', message, brace, brace + 1);
  }

  /** Something that can start no field: skipped, so that the reader always moves on. */
  private stray(): void {
    const character = this.text[this.at] ?? '';
    if (!this.blamed)
      this.report(
        'warning',
        `${this.label} has a "${character}" too many; remove it.`,
        this.at,
        this.at + 1,
      );
    this.at++;
    if (character !== '}') this.take(/[^,}\r\n]+/y);
  }

  private is(code: number): boolean {
    return this.text.charCodeAt(this.at) === code;
  }

  /** Skips white space and `%` comments, and commas where they carry nothing. */
  private space(commas = false): void {
    for (; this.at < this.end; this.at++) {
      const code = this.text.charCodeAt(this.at);
      if (code <= 32 || code === 160 || (commas && code === COMMA)) continue;
      if (code !== PERCENT) return;
      const newline = this.text.indexOf('\n', this.at);
      this.at = newline === -1 ? this.end : newline;
    }
  }

  /** A field's name, a number or a macro. */
  private word(): string {
    const start = this.at;
    while (this.at < this.end && !endsWord(this.text.charCodeAt(this.at))) this.at++;
    return this.text.slice(start, this.at);
  }

  private take(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (match === null) return '';
    this.at = pattern.lastIndex;
    return match[0];
  }

  private report(severity: Fault['severity'], message: string, start: number, end: number): void {
    if (this.faults.length < MAX_FAULTS) this.faults.push({ severity, message, start, end });
  }
}

/** What a value that was cut off has of the separator at its end. */
function withoutTail(value: string, closer: '}' | '"'): string {
  let end = value.length;
  while (end > 0 && (value.charCodeAt(end - 1) <= 32 || value.charCodeAt(end - 1) === COMMA)) end--;
  return value.slice(0, closer === '"' && value[end - 1] === '"' ? end - 1 : end);
}

/** White space and `" # % , = { }`. */
function endsWord(code: number): boolean {
  if (code > 61) return code === OPEN || code === CLOSE || code === 160;
  return code <= 32 || (code >= 34 && code <= 37 && code !== 36) || code === 44 || code === 61;
}

/** Offset of the closing brace or quote, or -1. */
function findClose(text: string, start: number, closer: '}' | '"', escapes: boolean): number {
  if (closer === '}' && !escapes) return findBrace(text, start);
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === OPEN) depth++;
    else if (code === CLOSE) {
      if (depth === 0) return closer === '}' ? at : -1;
      depth--;
    } else if (code === QUOTE) {
      if (depth === 0 && closer === '"' && !isUmlaut(text, at)) return at;
    } else if (code === BACKSLASH && escapes) at++;
  }
  return -1;
}

/** `J\"org` in a quoted value: BibTeX wants braces around it, but there is no doubt what is meant. */
function isUmlaut(text: string, quote: number): boolean {
  return text[quote - 1] === '\\' && /[a-zA-Z{\\]/.test(text[quote + 1] ?? '');
}

function findBrace(text: string, start: number): number {
  let depth = 0;
  let open = text.indexOf('{', start);
  let close = text.indexOf('}', start);
  while (close !== -1) {
    if (open !== -1 && open < close) {
      depth++;
      open = text.indexOf('{', open + 1);
    } else if (depth === 0) return close;
    else {
      depth--;
      close = text.indexOf('}', close + 1);
    }
  }
  return -1;
}
