/** The evidence view: what the page in the sidebar asks for and what it shows. Plain text, no Markdown. */
import type { Certainty, Direction } from '../../evidence/types';
import type { FacetChoice, ViewFacet } from '../../search/view/facet-names';

export type { FacetChoice, ViewFacet };

/** As LSP's `Position`. */
interface Position {
  readonly line: number;
  readonly character: number;
}

export interface EvidenceParams {
  /** What was typed; empty: the evidence for the sentence, or all of it where there is none. */
  readonly query: string;
  readonly chosen: FacetChoice;
  /** A sentence that was pinned; it counts more than the one at the cursor. */
  readonly sentence?: string;
  /** The manuscript, and where the cursor stands in it. */
  readonly uri?: string;
  readonly position?: Position;
  readonly offset: number;
  readonly limit: number;
}

export interface EvidenceAnswer {
  /** `no-pack`: there is nothing to search. */
  readonly state: 'found' | 'no-pack';
  /** What was looked for: words, a sentence, or nothing in particular. */
  readonly mode: 'search' | 'sentence' | 'all';
  /** Of the mode `sentence`. */
  readonly sentence?: string;
  readonly total: number;
  readonly offset: number;
  readonly cards: readonly EvidenceCard[];
  readonly facets: readonly FacetGroup[];
  /** The choice without what goes without saying: values that a chosen wider one includes, and such as do not exist. */
  readonly chosen: FacetChoice;
  /** Claims and references that are loaded. */
  readonly size: { readonly claims: number; readonly references: number };
}

export interface FacetGroup {
  readonly facet: ViewFacet;
  /** Most frequent first, what is not stated last. */
  readonly values: readonly FacetEntry[];
}

export interface FacetEntry {
  readonly id: string;
  /** As the pack names it; the page has words of its own for kinds, certainties, `cited` and `not-stated`. */
  readonly label: string;
  readonly count: number;
}

export type EvidenceCard = ClaimCard | ReferenceCard;

/** From and to, in UTF-16 units of the text. */
export type Highlight = readonly [number, number];

interface AnyCard {
  /** Unique: `pack/kind/id`. */
  readonly key: string;
  readonly pack: string;
  readonly id: string;
  /** The statement or the title, cut where it is endless. */
  readonly text: string;
  readonly highlights: readonly Highlight[];
  /** The manuscript cites it. */
  readonly isCited: boolean;
  /** The keys that a citation of it takes. */
  readonly keys: readonly string[];
  /** A citation in the manuscript's syntax, or in Pandoc's. */
  readonly citation?: string;
}

export interface ClaimCard extends AnyCard {
  readonly kind: 'claim';
  readonly certainty: Certainty;
  readonly direction: Direction;
  readonly caveat?: string;
  readonly section: string;
  /** What was studied in whom, each a label; empty where it is not said. */
  readonly facts: readonly CardFact[];
  readonly references: readonly ReferenceChip[];
}

/** One thing that is known of a claim, e.g. species: human, rat. */
export interface CardFact {
  readonly name: 'species' | 'design' | 'size' | 'donor' | 'tissue' | 'disease' | 'outcome';
  readonly value: string;
}

export interface ReferenceChip {
  /** The reference's key in its pack, and the key to cite it by. */
  readonly id: string;
  readonly citeKey: string;
  readonly number?: number;
  /** "Huang et al. 2010" */
  readonly label: string;
  readonly title?: string;
  readonly url?: string;
  readonly isCited: boolean;
}

export interface ReferenceCard extends AnyCard {
  readonly kind: 'reference';
  readonly number?: number;
  /** "Huang et al. 2010"; with an author who was looked for, "Huang, … Li, … 2010". */
  readonly source?: { readonly text: string; readonly highlights: readonly Highlight[] };
  readonly journal?: string;
  /** "article-journal", as CSL has it. */
  readonly type: string;
  readonly url?: string;
  readonly doi?: string;
  /** What it carries, the first few. */
  readonly claims: readonly CarriedClaim[];
  readonly moreClaims: number;
}

export interface CarriedClaim {
  readonly id: string;
  readonly statement: string;
  readonly certainty: Certainty;
}

export interface MentionsParams {
  readonly uri: string;
  readonly pack: string;
  readonly kind: 'claim' | 'reference';
  readonly id: string;
}

export interface MentionsAnswer {
  /** Places of the manuscript, in its order. */
  readonly places: readonly Mention[];
}

export interface Mention {
  readonly range: {
    readonly start: Position;
    readonly end: Position;
  };
  readonly text: string;
  /** It cites the reference, or one that carries the claim; else it only speaks of the same. */
  readonly cites: boolean;
}
