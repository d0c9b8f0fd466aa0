import type { Context, Reading } from '../language/types';
import type { Span } from '../manuscript/types';
import type { Subject } from './statement';
import type { Comparison } from './types';

/** So many sentences are kept twice over: those of the paragraph that is written in, and of some before it. */
const LIMIT = 400;

interface Judged {
  /** What the sentences before leave to it. */
  readonly context: string;
  readonly isRebutted: boolean;
  readonly isInProse: boolean;
  readonly cited: string;
  readonly comparisons: readonly Comparison[];
}

/**
 * The sentences that were read and judged last. A keystroke changes one sentence of its paragraph: this one is read
 * again, and only it and the next one are judged again. Holds for one evidence and one set of abbreviations.
 */
export class RecentStatements {
  private young = new Map<string, Reading>();
  private old: ReadonlyMap<string, Reading> = new Map();
  private readonly judged = new WeakMap<Reading, Judged>();

  /** A sentence as it was read in the same context, or else as `make` reads it. */
  read(
    text: string,
    { entities, pair }: Context,
    quoted: readonly Span[],
    make: () => Reading,
  ): Reading {
    const marks = quoted.map(({ start, end }) => `${start}-${end}`);
    const key = [text, [...entities].join(' '), pair?.join(' ') ?? '', marks.join(' ')].join('\0');
    const reading = this.young.get(key) ?? this.old.get(key) ?? make();
    if (this.young.size >= LIMIT) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(key, reading);
    return reading;
  }

  /** What was made of a sentence where the same sentences lead up to it, or else what `make` gives. */
  judge(subject: Subject, make: () => readonly Comparison[]): readonly Comparison[] {
    const { reading, isRebutted = false, isInProse = false } = subject;
    const context = [...(subject.contextFeatures ?? [])].join(' ');
    const cited = subject.cited.map(({ id }) => id).join(' ');
    const known = this.judged.get(reading);
    if (
      known?.context === context &&
      known.isRebutted === isRebutted &&
      known.isInProse === isInProse &&
      known.cited === cited
    )
      return known.comparisons;
    const comparisons = make();
    this.judged.set(reading, { context, isRebutted, isInProse, cited, comparisons });
    return comparisons;
  }
}
