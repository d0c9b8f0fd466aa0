import type { Pack } from '../../evidence/types';
import { documentId, type EvidenceIndex } from '../index';
import { browse, type BrowseOptions, type Browsed } from './browse';
import { createCatalogue, type Catalogue, type CatalogueEntry } from './catalogue';
import { createHighlighter, createTextReader, type Highlighter, type ReadText } from './highlight';
import { createPostings, type Postings } from './postings';
import { scoreSentence } from './sentence';
import { scoreTyped, type Scores } from './typed';

/** What is looked for. */
export type Wanted =
  | { readonly mode: 'search'; readonly query: string }
  | { readonly mode: 'sentence'; readonly sentence: string }
  | { readonly mode: 'all' };

/** Answers the evidence view. It is made once for loaded packs, and takes a while for very many references. */
export class ViewEngine {
  readonly catalogue: Catalogue;
  private readonly read: (text: string) => ReadText;
  private readonly all: Uint32Array;
  private readonly numbers: ReadonlyMap<string, number>;
  private postings: Postings | undefined;
  /** The answer to the last question, which the next page and the next facet ask again. */
  private last: { readonly key: string; readonly scores: Scores } | undefined;

  constructor(
    packs: readonly Pack[],
    private readonly index: EvidenceIndex,
  ) {
    this.catalogue = createCatalogue(packs);
    this.read = createTextReader(index.vocabulary);
    this.numbers = new Map(this.catalogue.entries.map((entry, i) => [idOf(entry), i]));
    this.all = Uint32Array.from(this.catalogue.entries.keys());
  }

  find(wanted: Wanted, options: BrowseOptions): Browsed {
    if (wanted.mode === 'all') return browse(this.catalogue, this.all, undefined, options);
    const { matches, scores } = this.scores(wanted);
    return browse(this.catalogue, matches, scores, options);
  }

  /** Marks what was looked for in the texts of cards. */
  highlighter(wanted: Wanted): Highlighter {
    if (wanted.mode === 'all') return () => [];
    const text = wanted.mode === 'search' ? wanted.query : wanted.sentence;
    return createHighlighter(text, this.read, wanted.mode === 'search');
  }

  /** The claim or reference of an id of the index. */
  entry(id: string): CatalogueEntry | undefined {
    const number = this.numbers.get(id);
    return number === undefined ? undefined : this.catalogue.entries[number];
  }

  private scores(wanted: Exclude<Wanted, { mode: 'all' }>): Scores {
    const text = wanted.mode === 'search' ? wanted.query : wanted.sentence;
    const key = `${wanted.mode} ${text}`;
    if (this.last?.key === key) return this.last.scores;
    const scores = wanted.mode === 'search' ? this.typed(text) : this.sentence(text);
    this.last = { key, scores };
    return scores;
  }

  private typed(query: string): Scores {
    this.postings ??= createPostings(this.index.mini, this.catalogue.entries.map(idOf));
    return scoreTyped(this.index, this.postings, query);
  }

  private sentence(text: string): Scores {
    return scoreSentence(this.index, this.all.length, (id) => this.numbers.get(id), text);
  }
}

function idOf(entry: CatalogueEntry): string {
  return entry.kind === 'claim'
    ? documentId(entry.pack, 'claim', entry.claim.id)
    : documentId(entry.pack, 'reference', entry.reference.id);
}
