import type { CitationKey } from '../citations';
import { ProseBuilder, type Prose } from '../prose';
import type { Citation, Span } from '../types';
import { attributesEnd, matchBrackets, scriptEnd, isReferenceNumber } from './brackets';
import type { Role } from './dialect';
import { placeHolderOf, type Units } from './units';

/** What the source holds beside Markdown: keys by the offset of their `@`, roles by that of their beginning. */
export interface Marks {
  readonly keys: ReadonlyMap<number, CitationKey>;
  readonly roles: ReadonlyMap<number, Role>;
}

/**
 * Reads a block's flat content into prose: takes citations, notes and Pandoc's attributes out, writes `H~2~O` as
 * "H2O", `10^7^` as "10^7" and `CD4^+^` as "CD4+".
 */
export function readInline(units: Units, marks: Marks): Prose {
  return new InlineReader(units, marks).read();
}

class InlineReader {
  private readonly prose = new ProseBuilder();
  private readonly brackets: ReadonlyMap<number, number>;
  private readonly clusters: ReadonlySet<number>;
  /** Closing brackets that vanish with their opening one, `[text]{.smallcaps}`. */
  private readonly dropped = new Set<number>();

  constructor(
    private readonly units: Units,
    private readonly marks: Marks,
  ) {
    this.brackets = matchBrackets(units);
    this.clusters = this.findClusters();
  }

  read(): Prose {
    for (let i = 0; i < this.units.length;) i = this.step(i);
    return this.prose.finish();
  }

  /** Reads what begins at unit `i` and says where the next thing begins. */
  private step(i: number): number {
    const { units, prose } = this;
    const char = units.chars[i] ?? '';
    const kind = units.kinds[i];
    const placeHolder = placeHolderOf(kind);
    if (placeHolder) {
      prose.placeHolder(placeHolder, this.span(i));
      return attributesEnd(units, i + 1);
    }
    if (kind === 'role') return this.role(i);
    if (kind === 'gap') {
      prose.gap(this.span(i), char === '^');
      return attributesEnd(units, i + 1);
    }
    if (kind === 'seam') return attributesEnd(units, i + 1);
    if (/\s/.test(char)) prose.space(this.span(i));
    else if (kind === 'tag') return this.script(i);
    else if (kind === 'literal') this.put(i);
    else if (char === '[') return this.bracket(i);
    else if (char === ']' && this.dropped.has(i)) return attributesEnd(units, i + 1);
    else if (char === '^' || char === '~') return this.script(i);
    else if (this.keyAt(i)) return this.textual(i);
    else this.put(i);
    return i + 1;
  }

  private role(i: number): number {
    const { prose } = this;
    const role = this.roleAt(i);
    const span = this.span(i);
    role?.citations.forEach((citation) => prose.cite(citation));
    const shows = role?.shows ?? 'code';
    if (shows === 'nothing') prose.gap(span, true);
    else if (typeof shows === 'string') prose.placeHolder(shows, span);
    else {
      for (let at = shows.start; at < shows.end; at++) {
        const char = this.units.source[at] ?? '';
        if (/\s/.test(char)) prose.space({ start: at, end: at + 1 });
        else prose.char(char, { start: at, end: at + 1 });
      }
    }
    return i + 1;
  }

  private roleAt(i: number): Role | undefined {
    if (this.units.kinds[i] !== 'role') return undefined;
    return this.marks.roles.get(this.units.starts[i] ?? -1);
  }

  private bracket(open: number): number {
    const { units, prose } = this;
    const close = this.brackets.get(open);
    if (close !== undefined) {
      const after = attributesEnd(units, close + 1);
      if (this.clusters.has(open)) {
        this.collect(open, close);
        prose.gap(this.span(open, close), true);
        return after;
      }
      if (this.isNoteReference(open, close)) {
        prose.gap(this.span(open, close), true);
        return close + 1;
      }
      if (after > close + 1) {
        this.dropped.add(close);
        return open + 1;
      }
    }
    this.put(open);
    return open + 1;
  }

  /** `^[A note.]`, `^7^`, `~2~`, or just the character. */
  private script(i: number): number {
    const { units, prose } = this;
    const note = units.is(i + 1, '[') ? this.brackets.get(i + 1) : undefined;
    if (units.chars[i] === '^' && note !== undefined) {
      this.collect(i + 2, note);
      prose.gap(this.span(i, note), true);
      return units.is(note + 1, '^') ? note + 2 : note + 1;
    }
    const close = scriptEnd(units, i);
    if (close < 0) {
      if (units.kinds[i] === 'text') this.put(i);
      return i + 1;
    }
    if (isReferenceNumber(units, i, close)) {
      prose.gap(this.span(i, close), true);
      return close + 1;
    }
    // An exponent keeps its caret, without which 10^7 would be 107; a charge or an ordinal needs none.
    const content = units.chars.slice(i + 1, close).join('');
    if (units.chars[i] === '^' && /^[-+−–]?\d/.test(content)) prose.char('^', this.span(i));
    for (let inner = i + 1; inner < close; inner++) {
      if (/\s/.test(units.chars[inner] ?? '')) prose.space(this.span(inner));
      else if (units.chars[inner] !== '') this.put(inner);
    }
    return close + 1;
  }

  /** `@a`, `-@a`, `@a [p. 3]`: part of the sentence. */
  private textual(i: number): number {
    const { units, prose } = this;
    const afterKey = this.afterKey(i);
    const key = this.keyAt(i);
    let next = afterKey;
    while (/^\s$/.test(units.chars[next] ?? '')) next++;
    const close = units.is(next, '[') ? this.brackets.get(next) : undefined;
    const absorbs =
      close !== undefined &&
      !this.isNoteReference(next, close) &&
      !/^[([]/.test(units.chars[close + 1] ?? '');
    const last = absorbs ? close : afterKey - 1;
    const span = {
      start: this.span(i).start,
      end: absorbs ? this.span(close).end : (key?.close ?? 0),
    };
    if (key) this.cite(key, span, 'textual');
    if (absorbs) this.collect(next + 1, close, span);
    prose.placeHolder('cite', span);
    return last + 1;
  }

  /** Notes the citations between two units, those in brackets as parenthetical ones. */
  private collect(from: number, to: number, within?: Span): void {
    let cluster = within;
    let clusterEnd = within ? to : -1;
    for (let i = from; i < to; i++) {
      if (i > clusterEnd && this.clusters.has(i)) {
        clusterEnd = this.brackets.get(i) ?? i;
        cluster = this.span(i, clusterEnd);
      }
      this.roleAt(i)?.citations.forEach((citation) => this.prose.cite(citation));
      const key = this.keyAt(i);
      if (!key) continue;
      const own = { start: this.span(i).start, end: key.close };
      if (cluster && i < clusterEnd) this.cite(key, cluster, 'parenthetical');
      else this.cite(key, own, 'textual');
      i = this.afterKey(i) - 1;
    }
  }

  private cite(key: CitationKey, cluster: Span, mode: Citation['mode']): void {
    if (key.isCrossReference) return;
    this.prose.cite({ key: key.key, span: { start: key.start, end: key.end }, cluster, mode });
  }

  /** The outermost brackets that hold a key which is in no bracket of its own; not those of a note `^[…]`. */
  private findClusters(): Set<number> {
    const clusters = new Set<number>();
    const open: number[] = [];
    for (let i = 0; i < this.units.length; i++) {
      while (open.length > 0 && (this.brackets.get(open.at(-1) ?? 0) ?? 0) <= i) open.pop();
      if (this.brackets.has(i)) open.push(i);
      if (!this.keyAt(i)) continue;
      const innermost = open.at(-1);
      if (innermost !== undefined && !this.units.is(innermost - 1, '^')) clusters.add(innermost);
      i = this.afterKey(i) - 1;
    }
    return clusters;
  }

  /** The key whose `@`, or whose `-` before it, is unit `i`. */
  private keyAt(i: number): CitationKey | undefined {
    const { units } = this;
    const { keys } = this.marks;
    if (units.is(i, '@')) return keys.get(units.offsets[i] ?? -1);
    if (!units.is(i, '-') || !units.is(i + 1, '@')) return undefined;
    const key = keys.get(units.offsets[i + 1] ?? -1);
    return key?.suppressesAuthor ? key : undefined;
  }

  private afterKey(i: number): number {
    const close = this.keyAt(i)?.close ?? 0;
    let next = i + 1;
    while (next < this.units.length && (this.units.starts[next] ?? close) < close) next++;
    return next;
  }

  /** `[^label]` whose note is defined elsewhere, or nowhere. */
  private isNoteReference(open: number, close: number): boolean {
    if (!this.units.is(open + 1, '^') || close - open < 3 || close - open > 100) return false;
    return !/\s/.test(this.units.chars.slice(open, close).join(''));
  }

  private put(i: number): void {
    const { units } = this;
    this.prose.char(units.chars[i] ?? '', this.span(i), units.offsets[i]);
  }

  private span(from: number, to = from): Span {
    return { start: this.units.starts[from] ?? 0, end: this.units.ends[to] ?? 0 };
  }
}
