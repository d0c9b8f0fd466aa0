/** What the evidence view's page and the extension tell each other. Types and names alone. */
import type { EvidenceAnswer, EvidenceCard, FacetChoice, ViewFacet } from '../../server/protocol';

/** What the page wants to know; the extension adds the manuscript and the cursor's place. */
export interface Question {
  readonly query: string;
  readonly chosen: FacetChoice;
  /** A pinned sentence. */
  readonly sentence?: string;
  /** Whatever the sentence at the cursor says. */
  readonly isApart?: boolean;
  readonly offset: number;
  readonly limit: number;
}

/** What can be done with a card. */
export type CardAction =
  'insertCitation' | 'copyCitation' | 'copyReference' | 'openDoi' | 'openPage' | 'findMentions';

/** What an action needs of a card. */
export type CardRef = Pick<EvidenceCard, 'pack' | 'kind' | 'id' | 'keys' | 'citation'> & {
  /** The references, to choose one of. */
  readonly choices: readonly {
    readonly key: string;
    readonly label: string;
    readonly title?: string;
    readonly url?: string;
  }[];
};

/** What the page looks like, kept over reloads. */
export interface EvidenceState {
  readonly query: string;
  readonly chosen: FacetChoice;
  /** The pinned sentence. */
  readonly pinned?: string;
  /** The filters come from the map: no sentence narrows them down further. */
  readonly isApart?: boolean;
  readonly showsFilters: boolean;
  /** Facets whose values are shown. */
  readonly openFacets: readonly ViewFacet[];
  /** The card at the top. */
  readonly top: number;
}

export type EvidenceToExtension =
  | { readonly type: 'ready' }
  | { readonly type: 'ask'; readonly id: number; readonly question: Question }
  | { readonly type: 'act'; readonly action: CardAction; readonly card: CardRef }
  /** The card that has the focus, or had it last. */
  | { readonly type: 'active'; readonly card?: CardRef }
  | { readonly type: 'keep'; readonly state: EvidenceState }
  | { readonly type: 'run'; readonly command: 'restart' | 'trust' | 'packs' };

export type EvidenceToPage =
  | {
      readonly type: 'answer';
      readonly id: number;
      readonly answer: EvidenceAnswer;
      /** The name of the manuscript's file. */
      readonly manuscript?: string;
    }
  | { readonly type: 'failed'; readonly id: number }
  /** The editor shows something else, or the evidence has changed. */
  | { readonly type: 'moved' }
  | { readonly type: 'show'; readonly query?: string; readonly chosen?: FacetChoice }
  | { readonly type: 'do'; readonly what: 'togglePin' | 'clearFilters' | 'toggleFilters' | 'focus' }
  | { readonly type: 'about'; readonly isRunning: boolean; readonly isTrusted: boolean }
  /** Something was done; said to who listens. */
  | { readonly type: 'said'; readonly text: string };

/** What the extension writes into the page. */
export interface EvidenceData {
  readonly texts: EvidenceTexts;
  readonly state?: EvidenceState;
  readonly isRunning: boolean;
  readonly isTrusted: boolean;
}

/** All words of the page in the user's language; `{0}` is filled in. */
export interface EvidenceTexts {
  readonly title: string;
  readonly search: string;
  readonly clearSearch: string;
  readonly filters: string;
  readonly filtersCount: string;
  readonly clearFilters: string;
  readonly removeFilter: string;
  readonly showAll: string;
  readonly showLess: string;
  readonly pin: string;
  readonly unpin: string;
  readonly results: string;
  readonly oneResult: string;
  readonly noResult: string;
  readonly forSentence: string;
  readonly pinnedSentence: string;
  readonly allEvidence: string;
  readonly openManuscript: string;
  readonly noSentence: string;
  readonly noneForSentence: string;
  readonly noneFound: string;
  readonly noneFoundHint: string;
  readonly noneFiltered: string;
  readonly noPack: string;
  readonly noPackHint: string;
  readonly showPacks: string;
  readonly stopped: string;
  readonly restart: string;
  readonly failed: string;
  readonly untrusted: string;
  readonly manageTrust: string;
  readonly loading: string;
  readonly cited: string;
  readonly carries: string;
  readonly andMore: string;
  readonly caveat: string;
  readonly noReference: string;
  readonly showReference: string;
  readonly list: string;
  readonly actions: Readonly<Record<CardAction, string>>;
  readonly facets: Readonly<Record<ViewFacet, string>>;
  readonly values: Readonly<
    Record<'claim' | 'reference' | 'cited' | 'not-cited' | 'not-stated', string>
  >;
  readonly certainties: Readonly<Record<string, string>>;
  readonly directions: Readonly<Record<string, string>>;
  readonly facts: Readonly<Record<string, string>>;
  readonly types: Readonly<Record<string, string>>;
}
