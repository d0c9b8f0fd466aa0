import type { CueFamily } from './lexicon';
import type { Token } from './tokens';

/**
 * What is said of an outcome, as a set: "did not increase" leaves `down` and `same` open. `up` also stands for
 * present, `down` for absent.
 */
export type Sign = number;
export const UP: Sign = 1;
export const DOWN: Sign = 2;
export const SAME: Sign = 4;
/** Nothing is known of the direction: the outcome is only mentioned. */
export const UNSIGNED: Sign = 0;

/** Who says it. Only `writer` asserts. */
export type Voice =
  | 'writer'
  | 'reported'
  | 'question'
  | 'aim'
  | 'hypothesis'
  | 'quotation'
  | 'own-methods'
  | 'own-results';

/** How sure, how general, for how long, as far as the words show it. */
export interface Certainty {
  readonly hedged: boolean;
  readonly boosted: boolean;
  readonly general: boolean;
  readonly longTerm: boolean;
  readonly shortTerm: boolean;
}

/** A concept that a statement mentions. */
export interface Mention {
  readonly concept: string;
  /** For an outcome named by one of its poles, the pole. */
  readonly sign: Sign;
  /** Token indices, first to last inclusive. */
  readonly first: number;
  readonly last: number;
  readonly clause: number;
}

/** A cue of the lexicon where it was found. */
export interface Cue {
  readonly family: CueFamily;
  /** Token indices, first to last inclusive. */
  readonly first: number;
  readonly last: number;
  readonly clause: number;
}

/** What the text before a statement leaves to it. */
export interface Context {
  /** Whom "they" and "these cells" mean: the entities of the sentence before. */
  readonly entities: ReadonlySet<string>;
  /** What "the former" and "the latter" mean: two of a kind, last named side by side. */
  readonly pair?: readonly [former: string, latter: string];
  /** Abbreviations that the manuscript itself defines: capitals to concept ids. */
  readonly abbreviations?: ReadonlyMap<string, readonly string[]>;
}

/** One thing that a statement says of an outcome. */
export interface Assertion {
  /** Concept id; `*` where only "better" or "worse" is said. */
  readonly outcome: string;
  readonly sign: Sign;
  /** Entities that it is said of: of its own clause, else carried over from before. */
  readonly subject: ReadonlySet<string>;
  /** Entities that the subject is compared with. */
  readonly comparator: ReadonlySet<string>;
  readonly voice: Voice;
  readonly first: number;
  readonly last: number;
  readonly clause: number;
}

/** A figure with its unit, as written. */
export interface Figure {
  readonly value: number;
  /** The other end of a range. */
  readonly upper?: number;
  /** Canonical: `%`, `months`, `cells`, `patients`, `fold`, … ; empty for a bare number. */
  readonly unit: string;
  /** "n of N", "n/N". */
  readonly denominator?: number;
  readonly approximate: boolean;
  /** The concept that it belongs to, where "respectively" tells. */
  readonly of?: string;
  readonly first: number;
  /** The last token of the number itself, without its unit. */
  readonly numberLast: number;
  readonly last: number;
}

/** What one statement says. */
export interface Reading {
  readonly tokens: readonly Token[];
  readonly mentions: readonly Mention[];
  readonly cues: readonly Cue[];
  readonly assertions: readonly Assertion[];
  readonly certainty: Certainty;
  /** The voice of the statement as a whole; clauses may differ. */
  readonly voice: Voice;
  readonly figures: readonly Figure[];
  /** How many negation triggers it has. */
  readonly negations: number;
  /** Concept ids of all entities and outcomes mentioned. */
  readonly concepts: ReadonlySet<string>;
  /** Stems of the words that no small word, number or cue accounts for. */
  readonly content: ReadonlySet<string>;
}
