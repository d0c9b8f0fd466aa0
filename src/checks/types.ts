import type { Library } from '../bibliography/library';
import type { Quantity, Reference } from '../evidence/types';
import type { Figure, Reading } from '../language/types';
import type { Manuscript, Span, Statement } from '../manuscript/types';
import type { Evidence } from './evidence';
import type { ClaimProfile } from './profile';
import type { Section } from './section';
import type { Subject } from './statement';

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

/** How a statement stands to a claim. */
export type Relation =
  'agrees' | 'contradicts' | 'lacks-caveat' | 'misquotes' | 'out-of-scope' | 'unrelated';

/** One statement held against one claim. */
export interface Comparison {
  readonly profile: ClaimProfile;
  readonly relation: Relation;
  /** 0 to 1: how sure the reader is. */
  readonly confidence: number;
  /** Why, in words a person can read: "the review reports the opposite direction". */
  readonly reason: string;
  /** The telling part of the statement's text; the whole where there is none. */
  readonly span: Span;
  /** The figure that differs, and what the claim has instead. */
  readonly misquoted?: { readonly figure: Figure; readonly expected: Quantity };
}

/** A statement as the rules see it. */
export interface ReadStatement {
  readonly statement: Statement;
  readonly reading: Reading;
  /** With what its neighbours leave to it. */
  readonly subject: Subject;
  readonly section: Section;
  /** Document ids of the pack references that it cites. */
  readonly cited: readonly Reference[];
  /** The telling comparison first; empty where no claim speaks of the same thing. */
  readonly comparisons: readonly Comparison[];
}

/** What a rule may look at. */
export interface RuleContext {
  readonly manuscript: Manuscript;
  readonly evidence: Evidence;
  /** The manuscript's bibliographies and the packs' references; absent where no bibliography is known. */
  readonly library: Library | undefined;
  readonly statements: readonly ReadStatement[];
  /** The manuscript's own syntax. */
  readonly cite: (keys: readonly string[]) => string;
}

/** One file a rule under `checks/rules/`. */
export interface Rule {
  readonly id: string;
  readonly defaultSeverity: Severity;
  /** One line for `docs/rules/` and SARIF. */
  readonly summary: string;
  /**
   * Whether what it finds of a statement depends on that statement, the evidence and the way of citing alone. Then
   * findings are kept as long as the statement's block stays as it is.
   */
  readonly perStatement?: boolean;
  check(context: RuleContext): Iterable<Omit<Finding, 'severity'>>;
}

export type RuleSetting = Severity | 'off';

export interface CheckOptions {
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  readonly library?: Library;
}
