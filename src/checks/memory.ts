import type { Library } from '../bibliography/library';
import { originOf } from '../manuscript/origin';
import type { Block, Manuscript, Statement } from '../manuscript/types';
import type { Evidence } from './evidence';
import { RecentStatements } from './recent';
import type { Section } from './section';
import type { Finding, ReadStatement } from './types';

/** What the checker found out about a statement, without its place. */
export type StatementJudgement = Omit<ReadStatement, 'statement'>;

/** What a manuscript's own abbreviations stand for: capitals to concept ids. */
export type Abbreviations = ReadonlyMap<string, readonly string[]>;

/** What a judgement depends on beside the block itself. */
export interface Circumstances {
  readonly evidence: Evidence;
  readonly library: Library | undefined;
  /** The manuscript's way of citing. */
  readonly citing: Manuscript['citing'];
}

/** A block that was judged, and what rules that look at single statements found in it. */
export interface JudgedBlock {
  readonly kind: Block['kind'];
  readonly section: Section;
  readonly abbreviations: Abbreviations;
  /** What it was judged under, see `recall`. */
  readonly key: string;
  readonly judged: readonly StatementJudgement[];
  /** What was found in it under some settings of the rules, and where it stood then. */
  found?: {
    readonly settings: string;
    readonly start: number;
    readonly findings: readonly Finding[];
  };
}

/**
 * What was made of a manuscript's blocks at the last check, so that an edit costs the edited block alone. Keep one a
 * document. It holds the blocks of the last check only, and nothing once the evidence changes.
 */
export class CheckMemory {
  private circumstances: Circumstances | undefined;
  private last: ReadonlyMap<string, readonly StatementJudgement[]> = new Map();
  private next = new Map<string, readonly StatementJudgement[]>();
  private defined: { readonly key: string; readonly abbreviations: Abbreviations } | undefined;
  /** By `originOf`; gone as soon as the manuscript's reader has forgotten the block. */
  private blocks = new WeakMap<readonly Statement[], JudgedBlock>();
  private defining = new WeakMap<readonly Statement[], readonly string[]>();

  private recent: { readonly abbreviations: Abbreviations; readonly statements: RecentStatements } =
    { abbreviations: new Map(), statements: new RecentStatements() };

  begin({ evidence, library, citing }: Circumstances): void {
    const { circumstances: before } = this;
    if (evidence !== before?.evidence) {
      this.last = new Map();
      this.defined = undefined;
      this.recent = { abbreviations: new Map(), statements: new RecentStatements() };
    }
    if (evidence !== before?.evidence || library !== before.library || citing !== before.citing)
      this.blocks = new WeakMap();
    this.circumstances = { evidence, library, citing };
    this.next = new Map();
  }

  /** What is known under a key that names everything the judgement depends on, or else what `make` gives. */
  recall(key: string, make: () => readonly StatementJudgement[]): readonly StatementJudgement[] {
    const known = this.next.get(key) ?? this.last.get(key) ?? make();
    this.next.set(key, known);
    return known;
  }

  /** A block whose source has not changed since it was judged, or else what `make` gives. */
  recallBlock(
    block: Block,
    isSame: (known: JudgedBlock) => boolean,
    make: () => JudgedBlock,
  ): JudgedBlock {
    const origin = originOf(block);
    const known = this.blocks.get(origin);
    if (known && isSame(known)) {
      this.next.set(known.key, known.judged);
      return known;
    }
    const judged = make();
    this.blocks.set(origin, judged);
    return judged;
  }

  /** The sentences of a block that may define abbreviations. */
  recallDefining(block: Block, find: () => readonly string[]): readonly string[] {
    const origin = originOf(block);
    const known = this.defining.get(origin);
    if (known) return known;
    const found = find();
    this.defining.set(origin, found);
    return found;
  }

  /** The sentences that were judged last, with what abbreviations stand for now. */
  recentWith(abbreviations: Abbreviations): RecentStatements {
    if (this.recent.abbreviations !== abbreviations)
      this.recent = { abbreviations, statements: new RecentStatements() };
    return this.recent.statements;
  }

  /** As `recall`, for the sentences that define abbreviations. */
  recallAbbreviations(key: string, make: () => Abbreviations): Abbreviations {
    if (this.defined?.key !== key) this.defined = { key, abbreviations: make() };
    return this.defined.abbreviations;
  }

  end(): void {
    this.last = this.next;
  }
}
