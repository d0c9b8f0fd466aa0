import type { Severity } from '../checks/types';
import type { Certainty } from '../evidence/types';
import type { Coverage } from './coverage';

/** What is told of a manuscript, before it is written as HTML or Markdown. Texts are as their writers wrote them. */
export interface Report {
  readonly title: string;
  /** The manuscript's name, without its folder. */
  readonly file: string;
  /** `2026-11-24` */
  readonly date: string;
  /** "Caveat 0.1.0" */
  readonly tool: string;
  readonly packs: readonly ReportedPack[];
  /** The rules that found something, the gravest and most frequent first. */
  readonly rules: readonly ReportedRule[];
  /** In the order of the text. */
  readonly findings: readonly ReportedFinding[];
  readonly coverage: Coverage;
}

export interface ReportedPack {
  readonly title: string;
  readonly version: string;
  readonly review: ReportedReference;
}

export interface ReportedRule {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly count: number;
  /** The rule's page. */
  readonly url: string;
}

export interface ReportedFinding {
  readonly ruleId: string;
  readonly severity: Severity;
  /** Counted from 1. */
  readonly line: number;
  /** The headings above it, outermost first. */
  readonly headings: readonly string[];
  /** The statement in three pieces; the middle one is what the finding is about. */
  readonly quote: { readonly before: string; readonly marked: string; readonly after: string };
  /** How the statement differs. */
  readonly message: string;
  readonly claims: readonly ReportedClaim[];
}

/** What the evidence says. */
export interface ReportedClaim {
  readonly statement: string;
  readonly caveat?: string;
  readonly certainty: Certainty;
  /** Its place in the readable form of the pack. */
  readonly url?: string;
  readonly references: readonly ReportedReference[];
}

export interface ReportedReference {
  /** The review's number. */
  readonly number?: number;
  /** In the Vancouver style, without the DOI. */
  readonly text: string;
  /** Where its DOI resolves. */
  readonly url?: string;
  readonly doi?: string;
}
