/**
 * What an evidence pack is: one review's references, claims and concepts, as data.
 * The YAML and JSON on disk are described by `data/schemas/*.schema.json`; these are the same shapes in TypeScript.
 */

/** A bibliographic record in CSL-JSON (https://docs.citationstyles.org, schema csl-data 1.0.2), as far as we read it. */
export interface Reference {
  readonly id: string;
  readonly type: string;
  readonly title?: string;
  readonly author?: readonly CslName[];
  readonly issued?: { readonly 'date-parts'?: readonly (readonly (number | string)[])[] };
  readonly 'container-title'?: string;
  readonly volume?: string | number;
  readonly issue?: string | number;
  readonly page?: string;
  readonly DOI?: string;
  readonly PMID?: string;
  readonly URL?: string;
  readonly note?: string;
  /** The review's own number for the reference. */
  readonly 'citation-number'?: number;
}

export interface CslName {
  readonly family?: string;
  readonly given?: string;
  readonly literal?: string;
}

/**
 * Which way a claim's outcome goes: a change (`increase`, `decrease`, `no-difference`), of the intervention or against
 * the comparator; a state (`present`, `absent`); or `mixed`, where the review reports both.
 */
export type Direction = 'increase' | 'decrease' | 'no-difference' | 'present' | 'absent' | 'mixed';

/** How sure the review itself words it; never graded by us. */
export type Certainty =
  'established' | 'supported' | 'limited' | 'mixed' | 'inconclusive' | 'contested' | 'refuted';

/** Facets: what a concept can be. Values of one facet exclude each other unless one is `broader` than the other. */
export type EntityKind =
  | 'cell'
  | 'donor'
  | 'tissue'
  | 'disease'
  | 'species'
  | 'population'
  | 'design'
  | 'route'
  | 'intervention'
  | 'molecule'
  | 'structure'
  | 'process'
  | 'organisation';

export interface ConceptBase {
  readonly id: string;
  /** Ways to name it in prose; the first is the preferred one. Patterns: see docs/packs.md. */
  readonly names: readonly string[];
  /** Ids of wider concepts: a statement about the narrower one is also about the wider one. */
  readonly broader?: readonly string[];
  /** MeSH heading, where the curator is certain of it. */
  readonly mesh?: string;
  readonly note?: string;
}

/** A thing: a cell, a disease, a species… */
export interface Entity extends ConceptBase {
  readonly kind: EntityKind;
  /** A compound is its parts together: `allogeneic-msc` = `allogeneic` + `msc`. */
  readonly parts?: readonly string[];
}

/** A property or an outcome: what claims say something of. */
export interface Outcome extends ConceptBase {
  readonly kind: 'outcome';
  /** Expressions that state the outcome and its direction at once: "immune-privileged" is immunogenicity: absent. */
  readonly poles?: {
    readonly present?: readonly string[];
    readonly absent?: readonly string[];
    readonly equal?: readonly string[];
  };
  /** Whether more of it is good for the patient (or for the purpose the review has in mind). */
  readonly desirable?: 'up' | 'down';
}

export type Concept = Entity | Outcome;

/** One figure that the review gives. */
export interface Quantity {
  /** A number, or both ends of a range. */
  readonly value: number | readonly [number, number];
  /** `%`, `patients`, `cells`, `months`, `weeks`, `days`, `years`, `trials`, `fold`, `phase`, `doses`, `samples`… */
  readonly unit: string;
  /** What is counted or measured, in a few words a person would look for: "response rate", "sample size". */
  readonly of: string;
  readonly numerator?: number;
  readonly denominator?: number;
  /** When it was measured, e.g. `12 months`. */
  readonly time?: string;
  /** Which arm or subgroup it belongs to. */
  readonly arm?: string;
  /** `about`, `at least` or `at most` where the review words it so. */
  readonly approximation?: 'about' | 'at-least' | 'at-most' | 'almost';
}

export interface Population {
  readonly species?: readonly string[];
  readonly disease?: readonly string[];
  readonly group?: readonly string[];
}

/** A sentence with the curator's remark that the checker cannot read it yet. */
export type Example = string | { readonly text: string; readonly 'known-gap': true | string };

/** One thing that the review says, in our own words. */
export interface Claim {
  readonly id: string;
  readonly statement: string;
  /** The review's numbers of the references that carry it. */
  readonly references: readonly number[];
  /** Where no reference carries it: the review itself says it. */
  readonly 'said-by'?: 'review';
  readonly section: string;
  readonly population?: Population;
  readonly intervention?: string | readonly string[];
  readonly comparator?: string | readonly string[];
  readonly outcome: string | readonly string[];
  readonly direction: Direction;
  readonly certainty: Certainty;
  readonly caveat?: string;
  readonly design?: string | readonly string[];
  readonly 'sample-size'?: number;
  readonly 'follow-up'?: string;
  readonly dose?: string;
  readonly route?: string | readonly string[];
  readonly quantities?: readonly Quantity[];
  readonly 'contradicted-by'?: readonly Example[];
  readonly 'consistent-with'?: readonly Example[];
  /** Sentences that only lack the caveat. */
  readonly 'needs-caveat'?: readonly Example[];
  readonly note?: string;
}

export interface Section {
  readonly id: string;
  readonly title: string;
}

/** `pack.yaml`. */
export interface PackManifest {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly licence: string;
  /** The review's own record. */
  readonly review: Reference;
  /** Where the pack can be read by people (https), with an anchor a claim. */
  readonly page?: string;
  readonly sections: readonly Section[];
  /** Words, any of which shows that a text is on the pack's subject; the cheap test before any other work. */
  readonly subject: readonly string[];
  /** Terms the field advises against. */
  readonly 'preferred-terms'?: readonly PreferredTerm[];
}

export interface PreferredTerm {
  readonly use: string;
  readonly insteadOf: readonly string[];
  readonly because: string;
  readonly references?: readonly number[];
}

/** What a labelled statement does; only `ok` must not be flagged. */
export type StatementLabel = 'contradiction' | 'overclaim' | 'number' | 'scope' | 'ok';

/**
 * A statement as some writer would put it, with what the checker should make of it: a line of `training/**.jsonl`.
 * One to three sentences; `{{n}}` stands for a citation of the review's reference n.
 */
export interface LabelledStatement {
  readonly claim: string;
  readonly label: StatementLabel;
  readonly subtype: string;
  readonly text: string;
  /** Who wrote it: the folder under `training/`. */
  readonly hand: string;
}

/** A loaded and validated pack. */
export interface Pack {
  readonly manifest: PackManifest;
  readonly references: readonly Reference[];
  readonly concepts: readonly Concept[];
  readonly claims: readonly Claim[];
  /** Further statements to learn from; left out of compiled packs. */
  readonly training?: readonly LabelledStatement[];
}

export function isOutcome(concept: Concept): concept is Outcome {
  return concept.kind === 'outcome';
}

export function exampleText(example: Example): string {
  return typeof example === 'string' ? example : example.text;
}

export function isKnownGap(example: Example): boolean {
  return typeof example !== 'string';
}

/** A field that may hold one value or a list, as a list. */
export function asList<T>(value: T | readonly T[] | undefined): readonly T[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
}
