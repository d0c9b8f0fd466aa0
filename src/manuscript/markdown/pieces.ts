import type { Span } from '../types';
import { displayMathEnd } from './display-math';
import {
  blockOpener,
  columns,
  containerMark,
  isBreak,
  isHtmlStart,
  type Closes,
  type ContainerMark,
} from './line-kinds';

/** A stretch of source that parses on its own as it does within the whole. */
export interface Piece extends Span {
  /** What it goes on with, where a line was so long that it had to be cut. */
  readonly inside?: Inside;
}

type Inside = ContainerMark['kind'] | 'quote';

/** From this length on a paragraph or a list is cut where it can be: the parser's time grows with the square. */
const longest = 8000;

/**
 * Cuts Markdown into pieces that can be read, and remembered, one by one. Reading piece by piece gives what reading
 * the whole gives, save for paragraphs over 8,000 characters. One pass, linear.
 *
 * A piece begins at an unindented line after a blank one, where no code, math or HTML block is open: nothing that came
 * before reaches into it. Where the lines alone do not tell what is open, the rest stays in one piece.
 */
export function cutPieces(source: string, from: number): Piece[] {
  return new Cutter(source, from).cut();
}

function indexOrEnd(source: string, char: string, from: number): number {
  const at = source.indexOf(char, from);
  return at < 0 ? source.length : at;
}

class Cutter {
  private readonly pieces: Piece[] = [];
  private inside: Inside | undefined;
  /** Ends the code, math or HTML block that is open on the top level. */
  private closes: Closes | undefined;
  /** The open list item or footnote, and the indentation that belongs to it. */
  private container: (ContainerMark & { readonly indent: number }) | undefined;
  /** Whether the container may have ended already, or may never have begun. */
  private unsure = false;
  private inHtml = false;
  private lost = false;
  private afterBlank = true;
  /** Whether the piece so far is one paragraph and nothing else. */
  private isParagraph = true;

  constructor(
    private readonly source: string,
    private start: number,
  ) {}

  cut(): Piece[] {
    const { source } = this;
    // The next of each; looked for anew only where it has been passed.
    let feed = -1;
    let carriage = -1;
    for (let at = this.start; at < source.length;) {
      if (feed < at) feed = indexOrEnd(source, '\n', at);
      if (carriage < at) carriage = indexOrEnd(source, '\r', at);
      const end = Math.min(feed, carriage);
      this.line(source.slice(at, end), at);
      if (this.lost) break;
      at = feed === carriage + 1 ? end + 2 : end + 1;
    }
    this.endPiece(this.source.length);
    return this.pieces;
  }

  private line(text: string, at: number): void {
    const content = text.trimStart();
    if (this.closes) {
      if (this.closes(text, at + text.length)) this.closes = undefined;
    } else if (content === '') {
      if (this.container?.isEmpty) this.leaveContainer();
      this.inHtml = false;
      this.isParagraph = false;
    } else {
      const indentation = text.slice(0, text.length - content.length);
      this.content(content, columns(indentation), at + indentation.length);
      if (text.length > longest && !this.closes && !this.lost)
        this.cutLine(content, at, text.length);
    }
    this.afterBlank = content === '' && !this.closes;
  }

  private content(content: string, indent: number, at: number): void {
    if (this.afterBlank && indent === 0) {
      this.endPiece(at);
      this.leaveContainer();
    }
    if (this.container && indent >= this.container.indent) {
      if (this.container.isEmpty) this.container = { ...this.container, isEmpty: false };
      // If it is not in the container after all, this opens a block on the top level.
      if (this.unsure && indent < 4 && this.opener(content, at)) this.lost = true;
      return;
    }
    if (this.afterBlank) this.leaveContainer();
    if (indent < 4) this.topLevel(content, indent, at);
    else this.unsure ||= this.container !== undefined;
  }

  /** A line outside the container, unless it goes on with one of its paragraphs without indentation. */
  private topLevel(content: string, indent: number, at: number): void {
    const opener = this.opener(content, at);
    const mark = containerMark(content);
    const wasParagraph = this.isParagraph;
    this.isParagraph = false;
    if (opener && (this.inHtml || this.unsure)) {
      this.lost = opener !== 'closed';
    } else if (opener) {
      this.leaveContainer();
      if (opener !== 'closed') this.closes = opener;
    } else if (isBreak(content)) {
      // A heading ends all that is open, as a blank line does.
      if (content.startsWith('#') && indent === 0 && !this.inHtml) this.endPiece(at);
      this.isParagraph = false;
      this.leaveContainer();
    } else if (mark && !this.continuesParagraph(mark, at, wasParagraph)) {
      this.enterContainer(mark, indent, at);
    } else {
      this.unsure ||= this.container !== undefined;
      this.inHtml ||= isHtmlStart(content);
      this.isParagraph = wasParagraph && !this.inHtml && !content.includes('|');
      if (this.isParagraph && this.isPlaceToCut(at)) this.endPiece(at);
    }
  }

  private opener(content: string, at: number): Closes | 'closed' | undefined {
    if (!content.startsWith('$$')) return blockOpener(content);
    const end = displayMathEnd(this.source, at, true);
    if (end < 0) return undefined;
    return end <= at + content.length ? 'closed' : (_, lineEnd) => lineEnd >= end;
  }

  private enterContainer(mark: ContainerMark, indent: number, at: number): void {
    const isSibling = this.container?.mark === mark.mark;
    const isCertain =
      !this.inHtml && !this.unsure && (this.afterBlank || isSibling || mark.interrupts);
    if (isCertain && indent === 0 && at - this.start > longest) this.endPiece(at);
    this.container = { ...mark, indent: indent + mark.width };
    this.unsure = !isCertain;
  }

  private leaveContainer(): void {
    this.container = undefined;
    this.unsure = false;
  }

  /** "In the year\n1986. And then": only a bullet or a 1 begins a list inside a paragraph. */
  private continuesParagraph(mark: ContainerMark, at: number, isParagraph: boolean): boolean {
    return isParagraph && at > this.start && mark.kind === 'list-item' && !mark.interrupts;
  }

  /** Whether a paragraph that is too long may be cut before this line: at a sentence if there is one, else at a word. */
  private isPlaceToCut(at: number): boolean {
    const length = at - this.start;
    if (length <= longest) return false;
    const before = this.source.slice(Math.max(this.start, at - 4), at).trimEnd();
    const after = this.source.slice(at, at + 2);
    const isSentence = /[.!?]$/.test(before) && /^\p{Lu}\p{Ll}/u.test(after);
    return isSentence || (length > 2 * longest && /^\p{L}/u.test(after));
  }

  private endPiece(at: number): void {
    if (at > this.start) {
      const { start, inside } = this;
      this.pieces.push({ start, end: at, ...(inside ? { inside } : {}) });
    }
    this.start = at;
    this.inside = undefined;
    this.isParagraph = true;
  }

  /** Cuts a line that is longer than any paragraph should be, between sentences or words where there are any. */
  private cutLine(content: string, at: number, length: number): void {
    const inside = content.startsWith('>') ? 'quote' : this.container?.kind;
    for (let from = at; at + length - from > longest; from = this.start) {
      this.endPiece(this.placeToCut(from, from + longest));
      this.inside = inside;
    }
  }

  private placeToCut(from: number, to: number): number {
    const line = this.source.slice(from, to);
    const sentences = /[.!?]["”)\]]* +(?=\p{Lu}\p{Ll})/gu;
    sentences.lastIndex = longest / 2;
    let best = -1;
    while (sentences.exec(line)) best = sentences.lastIndex;
    if (best < 0) best = line.lastIndexOf(' ') + 1;
    if (best <= longest / 2) best = line.length;
    const splitsPair = /[\uD800-\uDBFF]/.test(line.charAt(best - 1));
    return from + best - (splitsPair ? 1 : 0);
  }
}
