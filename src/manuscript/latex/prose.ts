import type { Prose } from '../prose';
import type { Citation, Span } from '../types';
import { abbreviationText, isAbbreviation } from './abbreviations';
import { ACCENTS, ESCAPES, SYMBOLS } from './characters';
import { citationMode, readCitation, type CitingMacro } from './citations';
import { groupsOf, references, silent, spaces } from './commands';
import { environmentKind } from './environments';
import type { Macros } from './macros';
import type { Glyph } from './math';
import { isQuantity } from './quantities';
import {
  afterComment,
  commandAt,
  definitionEnd,
  definitions,
  environmentAt,
  environmentEnd,
  Finder,
  groupAfter,
  matchBraces,
  optionEnd,
  rawEnd,
  skipSpace,
  verbatimEnd,
  verbs,
} from './scan';
import { isReferenceNumber } from './scripts';
import { ProseWriter } from './writer';

/** What a part of LaTeX says, and the notes in it. */
export interface PartProse {
  readonly prose: Prose;
  /** Each note's own prose, with where it stands. */
  readonly notes: readonly { readonly span: Span; readonly prose: Prose }[];
  /** Also those that stand in nothing that is read. */
  readonly citations: readonly Citation[];
}

const deepest = 40;
/** How much macros may print in a part, UTF-16: a page of `\x` could otherwise print a library. */
const mostPrinted = (length: number) => 2000 + 8 * length;

/** Reads a part into prose. Linear; never fails: a group that is not closed reaches to the part's end. */
export function readProse(source: string, macros: Macros): PartProse {
  const reader = new ProseReader(source, macros);
  const prose = reader.read(0, source.length);
  return { prose, notes: reader.notes, citations: reader.citations };
}

class ProseReader {
  readonly notes: { span: Span; prose: Prose }[] = [];
  readonly citations: Citation[] = [];
  private readonly braces: ReadonlyMap<number, number>;
  private readonly finder: Finder;
  private out: ProseWriter;
  private depth = 0;
  private printed = 0;

  constructor(
    private readonly source: string,
    private readonly macros: Macros,
  ) {
    this.braces = matchBraces(source);
    this.finder = new Finder(source);
    this.out = new ProseWriter(source, this.braces);
  }

  /** The prose of a stretch by itself. */
  read(from: number, to: number): Prose {
    const outer = this.out;
    this.out = new ProseWriter(this.source, this.braces);
    this.walk(from, to);
    const prose = this.out.prose.finish();
    this.out = outer;
    return prose;
  }

  private walk(from: number, to: number): void {
    if (this.depth > deepest) return;
    this.depth++;
    for (let at = from; at < to;) at = Math.max(at + 1, this.step(at, to));
    this.depth--;
  }

  private step(at: number, to: number): number {
    const { source } = this;
    const { prose } = this.out;
    const char = source[at] ?? '';
    switch (char) {
      case '\\':
        return this.command(at, to);
      case '%':
        return afterComment(source, at, to);
      case '{':
      case '}':
        return at + 1;
      case '$':
        return this.dollar(at, to);
      case '~':
      case '&':
        prose.space({ start: at, end: at + 1 });
        return at + 1;
      case '-':
      case '`':
      case "'":
        return this.out.ligature(at, to, char);
      default:
        if (/\s/.test(char)) prose.space({ start: at, end: at + 1 });
        else prose.char(char, { start: at, end: at + 1 });
        return at + 1;
    }
  }

  private dollar(at: number, to: number): number {
    const { source } = this;
    const width = source[at + 1] === '$' ? 2 : 1;
    const mark = '$'.repeat(width);
    let close = this.finder.next(mark, at + width);
    while (close > 0 && source[close - 1] === '\\') close = source.indexOf(mark, close + 1);
    if (close < 0 || close >= to) return at + width;
    return this.out.formula({ start: at, end: close + width }, at + width, close);
  }

  private command(at: number, to: number): number {
    const { source } = this;
    const { prose } = this.out;
    const { name, end } = commandAt(source, at);
    const next = Math.min(end, to);
    if (!/^[A-Za-z@]+$/.test(name)) return this.sign(at, name, next, to);
    const cited = this.cite(at, name, next, to);
    if (cited !== undefined) return cited;
    if (name === 'begin') return this.environment(at, to);
    if (name === 'iffalse') return this.past('\\fi', at, next, to);
    if (definitions.has(name)) return definitionEnd(source, next, to, this.braces);
    const printed = this.macros.texts.get(name);
    if (printed !== undefined) return this.macro(at, next, to, printed);
    if (verbs.has(name)) return this.verbatim(at, next, to);
    if (references.has(name)) {
      const group = this.group(next, to);
      if (!group) return next;
      prose.placeHolder('cite', { start: at, end: group.end });
      return group.end;
    }
    const special = this.special(at, name, next, to);
    if (special !== undefined) return special;
    const groups = groupsOf.get(name);
    if (groups !== undefined) return this.groups(at, groups, next, to);
    const mark = ACCENTS.get(name);
    if (mark !== undefined) return this.out.accent(at, mark, next, to);
    const symbol = SYMBOLS.get(name);
    if (symbol !== undefined) return this.out.symbol(at, symbol, next, to);
    if (spaces.has(name)) {
      prose.space({ start: at, end: next });
      return next;
    }
    return this.unknown(at, name, next, to);
  }

  /** A backslash with one character that is no letter. */
  private sign(at: number, sign: string, end: number, to: number): number {
    const { source } = this;
    const { prose } = this.out;
    const span = { start: at, end };
    if (sign === '(' || sign === '[') {
      const close = this.finder.next(sign === '(' ? '\\)' : '\\]', end);
      if (close < 0 || close >= to) return end;
      return this.out.formula({ start: at, end: close + 2 }, end, close);
    }
    const mark = ACCENTS.get(sign);
    if (mark !== undefined) return this.out.accent(at, mark, end, to);
    const text = ESCAPES.get(sign) ?? '';
    if (text === ' ' || /\s/.test(sign)) prose.space(span);
    else if (text !== '') prose.char(text, span, at + 1);
    if (sign === '\\' && /^\*?\[[-\d.]+ ?\\?[a-z]+\]/.test(source.slice(end, end + 30))) {
      return optionEnd(source, source.indexOf('[', end), to, this.braces);
    }
    return end;
  }

  private cite(at: number, name: string, from: number, to: number): number | undefined {
    const own = this.macros.citations.get(name);
    const mode = citationMode(name);
    if (!own && !mode) return undefined;
    const macro: CitingMacro = own ?? { mode: mode ?? 'parenthetical', groups: 1, keys: 0 };
    const isPlural = !own && /cites$/i.test(name);
    const found = readCitation(this.source, at, from, to, this.braces, macro, isPlural);
    if (!found) return undefined;
    const { citations, end } = found;
    const isSubject = macro.mode === 'parenthetical' && name === 'cite' && this.needsName();
    for (const citation of citations) {
      const placed: Citation = isSubject ? { ...citation, mode: 'textual' } : citation;
      this.citations.push(placed);
      this.out.prose.cite(placed);
    }
    const span = { start: at, end };
    if (isSubject || macro.mode === 'textual') this.out.prose.placeHolder('cite', span);
    else this.out.prose.gap(span, true);
    return end;
  }

  /** "as shown by \cite{a}": the sentence goes on as if a name stood there. */
  private needsName(): boolean {
    return /(?:^|\s)(?:by|in|of|from|see|to|with|refs?\.?|references?|following|cf\.)$/i.test(
      this.out.prose.before,
    );
  }

  private environment(at: number, to: number): number {
    const { source, finder } = this;
    const raw = rawEnd(source, at, finder);
    if (raw >= 0 && raw <= to) return raw;
    const name = environmentAt(source, at);
    const after = environmentEnd(source, at);
    const close = name === undefined ? -1 : finder.next(`\\end{${name}}`, after);
    const isMath = name !== undefined && environmentKind(name) === 'math';
    if (!isMath || close < 0 || close >= to) return after;
    const end = close + name.length + 6;
    this.out.prose.placeHolder('math', { start: at, end });
    return end;
  }

  private past(text: string, from: number, otherwise: number, to: number): number {
    const close = this.finder.next(text, from);
    return close < 0 || close >= to ? otherwise : close + text.length;
  }

  /** A macro of the manuscript's own that prints a text whatever it is given. */
  private macro(
    at: number,
    from: number,
    to: number,
    { text, groups, keepsSpace }: { text: string; groups: number; keepsSpace: boolean },
  ): number {
    let end = from;
    for (let i = 0; i < groups; i++) end = this.group(end, to)?.end ?? end;
    const isEnded = groups === 0 && this.source.startsWith('{}', end);
    if (isEnded) end += 2;
    this.print(text, { start: at, end: Math.max(from, Math.min(end, to)) });
    return groups > 0 || isEnded || keepsSpace ? end : skipSpace(this.source, end, to);
  }

  private verbatim(at: number, from: number, to: number): number {
    const { source } = this;
    const start = source[from] === '[' ? optionEnd(source, from, to, this.braces) : from;
    const end = verbatimEnd(source, start);
    if (end === start || end > to) return from;
    this.out.prose.placeHolder('code', { start: at, end });
    return end;
  }

  /** Commands with a reading of their own. */
  private special(at: number, name: string, from: number, to: number): number | undefined {
    switch (name) {
      case 'enquote':
      case 'textquote':
      case 'blockquote':
        return this.quoted(at, from, to);
      case 'textsuperscript':
      case 'textsubscript':
        return this.script(at, name, from, to);
      case 'mintinline': {
        const language = this.group(from, to);
        return language && this.verbatim(at, language.end, to);
      }
      default:
        return isQuantity(name)
          ? this.out.quantity(name, at, from, to)
          : this.abbreviation(at, name, from, to);
    }
  }

  private quoted(at: number, from: number, to: number): number | undefined {
    const group = this.group(from, to);
    if (!group) return undefined;
    this.out.prose.char('“', { start: at, end: group.start }, group.start - 1);
    this.walk(group.start, group.end - 1);
    this.out.prose.char('”', { start: group.end - 1, end: group.end });
    return group.end;
  }

  private script(at: number, name: string, from: number, to: number): number | undefined {
    const group = this.group(from, to);
    if (!group) return undefined;
    const content = this.read(group.start, group.end - 1);
    const span = { start: at, end: group.end };
    const glyphs = [...content.text].map((text): Glyph => ({ text, ...span }));
    if (name === 'textsuperscript' && /^[-+−–]?\d/.test(content.text)) {
      glyphs.unshift({ text: '^', ...span });
    }
    if (content.citations.length > 0 || isReferenceNumber(this.out.prose.before, glyphs)) {
      content.citations.forEach((citation) => this.out.prose.cite(citation));
      this.out.prose.gap(span, true);
    } else this.out.text(glyphs.map(({ text }) => text).join(''), span);
    return group.end;
  }

  /** `\gls{msc}`, `\ac{MSC}`: the short form, which is what the reader of most of the manuscript sees. */
  private abbreviation(at: number, name: string, from: number, to: number): number | undefined {
    const group = isAbbreviation(name) ? this.group(from, to) : undefined;
    if (!group) return undefined;
    const key = this.source.slice(group.start, group.end - 1).trim();
    const text = abbreviationText(name, key, this.macros.abbreviations.get(key));
    this.print(text, { start: at, end: group.end });
    return group.end;
  }

  private print(text: string, span: Span): void {
    this.printed += text.length;
    if (this.printed > mostPrinted(this.source.length)) this.out.prose.gap(span, true);
    else this.out.text(text, span);
  }

  private groups(at: number, groups: string, from: number, to: number): number {
    let end = from;
    for (let i = 0; i < groups.length; i++) {
      const group = this.group(end, to);
      if (!group) return end === from ? this.pastOption(from, to) : end;
      const kind = groups[i];
      // The last one is read as what follows.
      if (kind === 't' && i === groups.length - 1) return group.start;
      if (kind === 't') this.walk(group.start, group.end - 1);
      else if (kind === 'c') this.out.prose.placeHolder('code', { start: at, end: group.end });
      else if (kind === 'h') this.hidden(group);
      else if (kind === 'n') this.note(at, group);
      end = group.end;
    }
    return end;
  }

  private hidden(group: Span): void {
    const content = this.read(group.start, group.end - 1);
    content.citations.forEach((citation) => this.out.prose.cite(citation));
  }

  private note(at: number, group: Span): void {
    const span = { start: at, end: group.end };
    this.notes.push({ span, prose: this.read(group.start, group.end - 1) });
    this.out.prose.gap(span, true);
  }

  /**
   * A command that nobody here knows. With a group it prints that; without one something unknown, unless it stands at
   * the beginning, as commands of layout do.
   */
  private unknown(at: number, name: string, from: number, to: number): number {
    const { source } = this;
    const { prose } = this.out;
    const after = this.pastOption(from, to);
    if (source[after] === '{' && after < to) {
      if (source[after + 1] !== '}') return after;
      if (!silent.has(name) && prose.before !== '') {
        prose.placeHolder('code', { start: at, end: after + 2 });
      }
      return after + 2;
    }
    if (!silent.has(name) && prose.before !== '')
      prose.placeHolder('code', { start: at, end: from });
    return skipSpace(source, from, to);
  }

  /** Past options that a group follows. */
  private pastOption(from: number, to: number): number {
    const { source } = this;
    let at = from;
    while (source[at] === '[' && at < to) {
      const end = optionEnd(source, at, to, this.braces);
      if (end === at) return from;
      at = end;
    }
    return at > from && source[at] !== '{' ? from : at;
  }

  private group(from: number, to: number): Span | undefined {
    return groupAfter(this.source, from, to, this.braces);
  }
}
