import type { Citation, Span } from './types';

/** Something that stood in the prose and left no character: a citation in brackets, a reference to a note. */
export interface Gap {
  /** Index in the text: the gap lies before this character. */
  readonly at: number;
  /** Where it stands in the source. */
  readonly span: Span;
  /** Whether it belongs to the sentence's end as a citation does (a comment or an image does not). */
  readonly attaches: boolean;
}

/** A block's text without its markup, each character with its place in the source. Any format can produce it. */
export interface Prose {
  readonly text: string;
  /** Offset of each character's own code unit; an entity's or place-holder's beginning. */
  readonly offsets: readonly number[];
  /** As `offsets`, but with the backslash of an escape. */
  readonly starts: readonly number[];
  /** End in the source, exclusive; after the whole entity, code span or citation. */
  readonly ends: readonly number[];
  readonly gaps: readonly Gap[];
  readonly citations: readonly Citation[];
}

export type PlaceHolder = 'code' | 'math' | 'cite';

// Soft hyphen, zero-width space, word joiner, byte order mark: they would hide a word from whoever looks for it.
const invisible = /[\u00AD\u200B\u2060\uFEFF]/;
const closesUp = /[.,;:!?)\]”’»]/;
const opensUp = /[([“‘«]/;

/**
 * Collects prose and keeps its spacing readable: runs of white space become one space, and where something was taken
 * out no double space, no space before a full stop and no empty pair of parentheses stays behind.
 */
export class ProseBuilder {
  /** By code unit: a string that grows and is looked at in turn is copied at every look. */
  private readonly units: string[] = [];
  private readonly offsets: number[] = [];
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  private readonly gaps: Gap[] = [];
  private readonly citations: Citation[] = [];
  private pendingSpace: Span | undefined;
  /** Whether a gap lies between the last character and the next one. */
  private afterGap = false;

  /** `at` is the place of the character itself, where it is not the beginning of `span` (an escape). */
  char(char: string, span: Span, at = span.start): void {
    if (invisible.test(char)) return;
    if (this.afterGap && char === ')' && this.units.at(-1) === '(') {
      this.unparenthesise(span);
      return;
    }
    if (this.pendingSpace && !this.closesGap(char)) this.put(' ', this.pendingSpace, undefined);
    this.pendingSpace = undefined;
    this.afterGap = false;
    this.put(char, span, at);
  }

  space(span: Span): void {
    this.pendingSpace ??= this.units.length === 0 ? undefined : span;
  }

  placeHolder(name: PlaceHolder, span: Span): void {
    // The last one stands for the end, so that what is put in behind it does not fall into the middle.
    for (const char of `⟦${name}`) this.char(char, span);
    this.char('⟧', span, span.end - 1);
  }

  gap(span: Span, attaches: boolean): void {
    this.gaps.push({ at: this.units.length, span, attaches });
    this.afterGap = true;
  }

  cite(citation: Citation): void {
    this.citations.push(citation);
  }

  /** The end of the text so far, without the space that may follow. */
  get before(): string {
    return this.units.slice(-40).join('');
  }

  finish(): Prose {
    const { units, offsets, starts, ends, gaps, citations } = this;
    return { text: units.join(''), offsets, starts, ends, gaps, citations };
  }

  private put(char: string, span: Span, at = span.start): void {
    for (let unit = 0; unit < char.length; unit++) {
      this.units.push(char.charAt(unit));
      this.offsets.push(at);
      this.starts.push(span.start);
      this.ends.push(span.end);
    }
  }

  private truncate(length: number): void {
    for (const column of [this.units, this.offsets, this.starts, this.ends]) column.length = length;
  }

  private closesGap(char: string): boolean {
    return this.afterGap && (closesUp.test(char) || opensUp.test(this.units.at(-1) ?? ''));
  }

  /** Takes back a parenthesis that held nothing but citations, `([@a])`. */
  private unparenthesise(closing: Span): void {
    const at = this.units.length - 1;
    const opening = this.starts[at] ?? closing.start;
    this.truncate(at);
    this.pendingSpace = undefined;
    if (this.units.at(-1) === ' ') {
      this.pendingSpace = {
        start: this.starts[at - 1] ?? opening,
        end: this.ends[at - 1] ?? opening,
      };
      this.truncate(at - 1);
    }
    const { length } = this.units;
    while ((this.gaps.at(-1)?.at ?? 0) > length) this.gaps.pop();
    this.gaps.push({ at: length, span: { start: opening, end: closing.end }, attaches: true });
    this.afterGap = true;
  }
}
