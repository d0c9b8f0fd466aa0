import type { Evidence } from './evidence';
import type { ReadStatement } from './types';

/** What the checker found out about a statement, without its place. */
export type StatementJudgement = Omit<ReadStatement, 'statement'>;

/** What a manuscript's own abbreviations stand for: capitals to concept ids. */
export type Abbreviations = ReadonlyMap<string, readonly string[]>;

/**
 * What was made of a manuscript's blocks at the last check, so that an edit costs the edited block alone. Keep one a
 * document. It holds the blocks of the last check only, and nothing once the evidence changes.
 */
export class CheckMemory {
  private evidence: Evidence | undefined;
  private last: ReadonlyMap<string, readonly StatementJudgement[]> = new Map();
  private next = new Map<string, readonly StatementJudgement[]>();
  private defined: { readonly key: string; readonly abbreviations: Abbreviations } | undefined;

  begin(evidence: Evidence): void {
    if (evidence !== this.evidence) {
      this.last = new Map();
      this.defined = undefined;
    }
    this.evidence = evidence;
    this.next = new Map();
  }

  /** What is known under a key that names everything the judgement depends on, or else what `make` gives. */
  recall(key: string, make: () => readonly StatementJudgement[]): readonly StatementJudgement[] {
    const known = this.next.get(key) ?? this.last.get(key) ?? make();
    this.next.set(key, known);
    return known;
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
