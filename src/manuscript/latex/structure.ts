import type { Container } from '../reading';
import { parseSuppression } from '../suppressions';
import type { Span, Suppression } from '../types';
import { abstractDepth, containerOf, environmentKind, headingDepths } from './environments';
import { findLinks, type Links } from './links';
import {
  afterComment,
  commandAt,
  definitionEnd,
  definitions,
  environmentAt,
  environmentEnd,
  Finder,
  groupAfter,
  lineEnd,
  matchBraces,
  optionEnd,
  rawEnd,
  skipSpace,
  verbatimEnd,
  verbs,
} from './scan';

/** A stretch of LaTeX that is read on its own: a paragraph, an item, a cell, a caption, a heading. */
export interface Part extends Span {
  readonly inside: Container | 'heading';
  /** Of a heading. */
  readonly depth: number;
  /** A heading that is not written in the manuscript, such as that of the abstract. */
  readonly title?: string;
}

export interface Structure extends Links {
  readonly parts: readonly Part[];
  readonly suppressions: readonly Suppression[];
}

/**
 * Cuts LaTeX into parts, in one pass. Knows environments, blank lines, items, cells, captions and headings; what stands
 * inside a part is for `prose.ts`. Never fails: an environment that is not closed reaches to the end, one that was not
 * opened closes nothing.
 */
export function findStructure(source: string): Structure {
  return new Walker(source).walk();
}

interface OpenEnvironment {
  readonly name: string;
  readonly inside: Container | undefined;
  readonly isTable: boolean;
  /** Whether what came before it was read. */
  readonly emitted: boolean;
  /** Braces that are open in it: `&` inside them ends no cell. */
  depth: number;
}

const special = /[\\%&{}\r\n]/g;
const blankLine = /(?:\r\n|\r(?!\n)|\n)[ \t]*(?:[\r\n]|$)/y;
const notes = new Set(['footnote', 'footnotetext', 'endnote', 'sidenote', 'thanks']);
const captions = new Set(['caption', 'subcaption', 'captionof', 'bicaption']);

class Walker {
  private readonly parts: Part[] = [];
  private readonly suppressions: Suppression[] = [];
  private readonly open: OpenEnvironment[] = [];
  private readonly braces: ReadonlyMap<number, number>;
  private readonly finder: Finder;
  /** Where the present part begins. */
  private start: number;
  /** Whether prose is read here: not in the preamble. */
  private emits: boolean;

  constructor(private readonly source: string) {
    this.braces = matchBraces(source);
    this.finder = new Finder(source);
    this.start = source.startsWith('\uFEFF') ? 1 : 0;
    this.emits = !hasBody(source, this.finder);
  }

  walk(): Structure {
    const { source } = this;
    let at = this.start;
    for (;;) {
      special.lastIndex = at;
      const found = special.exec(source)?.index;
      if (found === undefined) break;
      at = this.step(found);
      if (at < 0) return this.result();
    }
    this.cut(source.length);
    return this.result();
  }

  private result(): Structure {
    const { parts, suppressions } = this;
    return { parts, suppressions, ...findLinks(this.source, this.braces) };
  }

  /** Past what begins at `at`; -1 at the document's end. */
  private step(at: number): number {
    const { source } = this;
    const top = this.open.at(-1);
    const char = source[at] ?? '';
    switch (char) {
      case '%':
        return this.comment(at);
      case '{':
        if (top) top.depth++;
        return at + 1;
      case '}':
        if (top && top.depth > 0) top.depth--;
        return at + 1;
      case '&':
        if (top?.isTable && top.depth === 0) this.cut(at, at + 1);
        return at + 1;
      case '\\':
        return this.command(at);
      default:
        blankLine.lastIndex = at;
        if (blankLine.exec(source)) this.cut(at);
        return at + (source.startsWith('\r\n', at) ? 2 : 1);
    }
  }

  private comment(at: number): number {
    const end = lineEnd(this.source, at);
    const text = this.source.slice(at, end).trimEnd();
    const span = { start: at, end: at + text.length };
    const suppression = parseSuppression(text.replace(/^%+/, ''), span);
    if (suppression) this.suppressions.push(suppression);
    return end;
  }

  private command(at: number): number {
    const { source } = this;
    const { name, end } = commandAt(source, at);
    if (name === 'begin') return this.begin(at);
    if (name === 'end') return this.end(at);
    if (verbs.has(name) || name === 'href') return Math.max(end, verbatimEnd(source, end));
    if (name === 'iffalse') return this.skipTo(at, '\\fi');
    if (definitions.has(name)) return definitionEnd(source, end, source.length, this.braces);
    if (name === '\\' || name === 'tabularnewline') return this.row(at, end);
    if (name === 'par') return this.cut(at, end);
    if (name === 'item') return this.item(at, end);
    if (captions.has(name)) return this.caption(at, name, end);
    if (notes.has(name)) return this.groupAt(end)?.end ?? end;
    if (name === 'abstract') return this.abstract(at, end);
    const depth = headingDepths.get(name);
    return depth === undefined ? end : this.heading(at, depth, end);
  }

  private begin(at: number): number {
    const { source } = this;
    const name = environmentAt(source, at);
    const after = environmentEnd(source, at);
    if (name === undefined) return after;
    const raw = rawEnd(source, at, this.finder);
    if (raw >= 0) return this.cut(at, raw);
    if (name === 'document') {
      this.emits = true;
      return this.cut(at, after);
    }
    const kind = environmentKind(name);
    if (kind === 'math') {
      const close = this.finder.next(`\\end{${name}}`, after);
      return close < 0 ? after : close + name.length + 6;
    }
    this.cut(at, after);
    this.open.push({
      name,
      inside: containerOf(kind),
      isTable: kind === 'table',
      emitted: this.emits,
      depth: 0,
    });
    if (kind === 'hidden') this.emits = false;
    if (kind === 'abstract') {
      this.emits = true;
      this.title('Abstract', at);
    }
    this.start = this.argumentsEnd(after, kind === 'table');
    return this.start;
  }

  private end(at: number): number {
    const name = environmentAt(this.source, at);
    const after = environmentEnd(this.source, at);
    this.cut(at, after);
    if (name === 'document') return -1;
    const index = this.open.findLastIndex((environment) => environment.name === name);
    const [closed] = index < 0 ? [] : this.open.splice(index);
    if (!closed) return after;
    this.emits = closed.emitted;
    if (environmentKind(closed.name) === 'abstract') this.title('', at);
    return after;
  }

  private row(at: number, end: number): number {
    const top = this.open.at(-1);
    if (!top?.isTable || top.depth > 0) return end;
    return this.cut(at, optionOrSelf(this.source, end, this.braces));
  }

  private item(at: number, end: number): number {
    const { source } = this;
    const from = skipSpace(source, end, source.length);
    return this.cut(at, source[from] === '[' ? optionOrSelf(source, from, this.braces) : end);
  }

  private caption(at: number, name: string, end: number): number {
    const first = name === 'captionof' ? (this.groupAt(end)?.end ?? end) : end;
    const group = this.groupAt(first);
    if (!group) return end;
    this.cut(at, group.end);
    this.part({ start: group.start, end: group.end - 1, inside: 'caption', depth: 0 });
    return group.end;
  }

  private abstract(at: number, end: number): number {
    const group = this.groupAt(end);
    if (!group) return end;
    const { emits } = this;
    this.cut(at, group.end);
    this.emits = true;
    this.title('Abstract', at);
    this.part({ start: group.start, end: group.end - 1, inside: 'paragraph', depth: 0 });
    this.title('', group.end);
    this.emits = emits;
    return group.end;
  }

  private heading(at: number, depth: number, end: number): number {
    const { source } = this;
    const group = this.groupAt(end);
    this.cut(at, group?.end ?? end);
    if (group) {
      this.part({ start: group.start, end: group.end - 1, inside: 'heading', depth });
      return group.end;
    }
    // A brace that is not closed yet: the line is the heading.
    const open = skipSpace(source, end, source.length);
    if (source[open] !== '{') return end;
    this.start = lineEnd(source, open);
    this.part({ start: open + 1, end: this.start, inside: 'heading', depth });
    return this.start;
  }

  private title(title: string, at: number): void {
    this.parts.push({ start: at, end: at, inside: 'heading', depth: abstractDepth, title });
  }

  private skipTo(at: number, text: string): number {
    const close = this.finder.next(text, at);
    return close < 0 ? at + 1 : this.cut(at, close + text.length);
  }

  private groupAt(from: number): Span | undefined {
    return groupAfter(this.source, from, this.source.length, this.braces);
  }

  /** Past the arguments of an environment, `[ht]`, `{0.5\textwidth}{lrr}`. */
  private argumentsEnd(from: number, mayBeApart: boolean): number {
    const { source, braces } = this;
    let at = from;
    for (let i = 0; i < 6; i++) {
      const next = mayBeApart ? skipSpace(source, at, source.length) : at;
      const close = source[next] === '{' ? braces.get(next) : undefined;
      if (close !== undefined) at = close + 1;
      else {
        const end = optionOrSelf(source, next, braces);
        if (end === next) break;
        at = end;
      }
    }
    return at;
  }

  /** Ends the present part; the next one begins at `next`. */
  private cut(at: number, next = at): number {
    if (at > this.start) {
      const inside = this.inside();
      this.part({ start: this.start, end: at, inside, depth: 0 });
    }
    this.start = next;
    return next;
  }

  private inside(): Container {
    if (this.open.some((environment) => environment.inside === 'quote')) return 'quote';
    return this.open.findLast((environment) => environment.inside)?.inside ?? 'paragraph';
  }

  private part(part: Part): void {
    if (!this.emits) return;
    const { source } = this;
    let { start, end } = part;
    while (start < end) {
      const char = source[start] ?? '';
      if (/\s/.test(char)) start++;
      else if (char === '%') start = Math.max(start + 1, afterComment(source, start, end));
      else break;
    }
    while (end > start && /\s/.test(source[end - 1] ?? '')) end--;
    if (end > start) this.parts.push({ ...part, start, end });
  }
}

function optionOrSelf(source: string, at: number, braces: ReadonlyMap<number, number>): number {
  return source[at] === '[' ? optionEnd(source, at, source.length, braces) : at;
}

/** Whether there is a `\begin{document}` that no comment hides; what stands before it is no prose. */
function hasBody(source: string, finder: Finder): boolean {
  for (let at = finder.next('\\begin{document}', 0); at >= 0;) {
    const line = source.slice(Math.max(0, at - 500), at).replace(/^[^]*[\r\n]/, '');
    if (!/(?:^|[^\\])%/.test(line)) return true;
    at = source.indexOf('\\begin{document}', at + 1);
  }
  return false;
}
