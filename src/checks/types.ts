import type { Claim, Pack, Reference } from '../evidence/types';
import type { Manuscript, Span, Statement } from '../manuscript/types';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** A change to the manuscript that makes a finding go away. Spans are source offsets. */
export interface Suggestion {
  readonly title: string;
  readonly edits: readonly { readonly span: Span; readonly newText: string }[];
}

/** A place where a statement and the evidence part ways. */
export interface Finding {
  readonly ruleId: string;
  readonly severity: Severity;
  /** One sentence: what differs, and what the evidence says. */
  readonly message: string;
  readonly span: Span;
  /** Claims, the telling one first. */
  readonly claims: readonly string[];
  /** Citation keys of the references that carry the claims. */
  readonly references: readonly string[];
  readonly suggestions: readonly Suggestion[];
}

/** What a rule may look at beside the manuscript. */
export interface RuleContext {
  readonly manuscript: Manuscript;
  readonly evidence: Evidence;
  /** Looks a citation key up in the bibliographies of the manuscript and in the packs. */
  readonly resolve: (key: string) => Reference | undefined;
  /** All keys the manuscript could cite, for did-you-mean. Empty where no bibliography is known. */
  readonly knownKeys: () => readonly string[];
  /** The reading and the comparison of one statement, made once and shared by the rules. */
  readonly verdict: (statement: Statement) => Verdict;
}

/** How one statement stands to the evidence. The telling comparison first. */
export interface Verdict {
  readonly comparisons: readonly Comparison[];
}

/** One statement held against one claim. */
export interface Comparison {
  readonly pack: Pack;
  readonly claim: Claim;
  readonly relation: 'agrees' | 'contradicts' | 'lacks-caveat' | 'out-of-scope' | 'misquotes' | 'unrelated';
  /** 0 to 1: how sure the reader is that statement and claim speak of the same thing. */
  readonly confidence: number;
  /** Why, in words a person can read: "the review reports the opposite direction: …". */
  readonly reason: string;
  /** The telling part of the statement, in source offsets; the whole statement where there is none. */
  readonly span: Span;
}

/** One file a rule under `checks/rules/`. */
export interface Rule {
  readonly id: string;
  readonly defaultSeverity: Severity;
  /** One line for `docs/rules/` and SARIF. */
  readonly summary: string;
  check(context: RuleContext): Iterable<Omit<Finding, 'severity'>>;
}

/** The loaded packs, compiled for reading and searching. Filled in by `checks/evidence.ts`. */
export interface Evidence {
  readonly packs: readonly Pack[];
}

export type RuleSetting = Severity | 'off';

export interface CheckOptions {
  readonly rules?: Readonly<Record<string, RuleSetting>>;
}
