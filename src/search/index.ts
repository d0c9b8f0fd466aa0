import MiniSearch from 'minisearch';
import { exampleText, type Claim, type Pack, type Reference } from '../evidence/types';
import { setScene } from '../language/scene';
import type { Vocabulary } from '../language/vocabulary';
import type { PlainIndex } from './packed-index';
import { plainTerm, processTerm, tokenize } from './terms';
import { countInPostings, createPostings, type Postings } from './view/postings';

/** A document of the index: a claim or a reference of a pack. */
export interface EvidenceDocument {
  readonly id: string;
  readonly kind: 'claim' | 'reference';
  readonly pack: string;
  /** Claim id or citation key. */
  readonly key: string;
  readonly number?: number;
  readonly title: string;
  /** Numbers of the references that carry a claim; the reference's own number. */
  readonly carriers: readonly number[];
}

/** What is indexed of a document, by field. */
interface Fields {
  readonly title: string;
  /** What the evidence says: a claim's example sentences; for a reference, the claims that it carries. */
  readonly said: string;
  /** Ids of the concepts it speaks of. */
  readonly concepts: string;
  readonly authors: string;
  /** Year, journal and citation key. */
  readonly details: string;
  /** Title, authors, year and key again, word by word without stemming: what typos are matched against. */
  readonly words: string;
}

type Entry = EvidenceDocument & Fields;

/** A search index over the claims and references of all loaded packs. */
export interface EvidenceIndex {
  readonly mini: MiniSearch<Entry>;
  readonly documents: ReadonlyMap<string, EvidenceDocument>;
  readonly vocabulary: Vocabulary;
  /** The documents in the order in which `postings` numbers them. */
  readonly list: readonly EvidenceDocument[];
  /** The index as numbers, for collections that are too large for MiniSearch; made once it is asked for. */
  readonly postings: () => Postings;
  /** References by `numberKey`. */
  readonly numbered: ReadonlyMap<string, string>;
  /** Authors' family names, lower case, to the references they wrote. */
  readonly authors: ReadonlyMap<string, readonly string[]>;
  /** In how many documents a term (in index form) stands. */
  readonly frequency: (term: string) => number;
  /** Whether a title, an author, a year or a key has a word, as `plainTerm` writes it. */
  readonly hasWord: (word: string) => boolean;
  /** What was worked out for the last sentences: while a key is typed behind one, it is asked for at every letter. */
  readonly recent: Map<string, ReadonlyMap<string, number>>;
}

/** The fields of the index, in its own order. */
export const FIELDS = ['title', 'said', 'concepts', 'authors', 'details', 'words'] as const;
const STORED = ['kind', 'pack', 'key', 'number', 'title', 'carriers'];

/** How a concept is written in the index and in a query; the colon keeps it apart from every word. */
export function conceptTerm(id: string): string {
  return `c:${id}`;
}

/** The ids of the concepts that a text mentions, with the parts of compounds, without everything broader. */
export function conceptsOf(text: string, vocabulary: Vocabulary): string[] {
  const ids = new Set<string>();
  for (const mention of setScene(text, vocabulary).mentions) ids.add(mention.concept);
  return [...ids];
}

/** Options that building and reading an index must share. */
function miniSearchOptions() {
  return {
    fields: [...FIELDS],
    storeFields: STORED,
    tokenize: (text: string, field?: string) =>
      field === 'concepts' ? text.split(' ') : tokenize(text),
    processTerm: (term: string, field?: string) => {
      if (term.startsWith('c:')) return term;
      return field === 'words' ? plainTerm(term) : processTerm(term);
    },
  };
}

/** Indexes packs afresh. */
export function buildIndex(packs: readonly Pack[], vocabulary: Vocabulary): EvidenceIndex {
  const mini = new MiniSearch<Entry>(miniSearchOptions());
  const entries = packs.flatMap((pack) => [
    ...pack.claims.map((claim) => claimEntry(pack, claim, vocabulary)),
    ...pack.references.map((reference) => referenceEntry(pack, reference, vocabulary)),
  ]);
  mini.addAll(entries);
  return wrap(mini, entries, packs, vocabulary);
}

/** Reads an index that `serialiseIndex` wrote, or its plain form; `packs` must be the ones it was built from. */
export function readIndex(
  serialised: string | PlainIndex,
  packs: readonly Pack[],
  vocabulary: Vocabulary,
): EvidenceIndex {
  const mini =
    typeof serialised === 'string'
      ? MiniSearch.loadJSON<Entry>(serialised, miniSearchOptions())
      : MiniSearch.loadJS<Entry>(serialised, miniSearchOptions());
  return wrap(mini, packs.flatMap(documentsOf), packs, vocabulary);
}

/** The documents of a pack, in the order in which they are indexed. */
export function documentsOf(pack: Pack): EvidenceDocument[] {
  return [
    ...pack.claims.map((claim) => claimDocument(pack, claim)),
    ...pack.references.map((reference) => referenceDocument(pack, reference)),
  ];
}

export function serialiseIndex(index: EvidenceIndex): string {
  return JSON.stringify(index.mini);
}

/** How a pack's reference is found by the review's number for it. */
export function numberKey(pack: string, number: number): string {
  return `${number} ${pack}`;
}

function wrap(
  mini: MiniSearch<Entry>,
  documents: readonly EvidenceDocument[],
  packs: readonly Pack[],
  vocabulary: Vocabulary,
): EvidenceIndex {
  const authors = new Map<string, string[]>();
  for (const pack of packs) {
    for (const reference of pack.references) {
      for (const name of reference.author ?? []) {
        const family = name.family?.toLowerCase();
        if (family === undefined) continue;
        const id = documentId(pack, 'reference', reference.id);
        const list = authors.get(family);
        if (list) list.push(id);
        else authors.set(family, [id]);
      }
    }
  }
  const order = documents.map(({ id }) => id);
  let made: Postings | undefined;
  const postings = () => (made ??= createPostings(mini, order));
  const countHaving = (term: string, fields: string[]) =>
    order.length >= LARGE
      ? countInPostings(postings(), term, fields)
      : mini.search(term, { ...EXACT, fields }).length;
  return {
    mini,
    list: documents,
    postings,
    documents: new Map(documents.map((document) => [document.id, document])),
    vocabulary,
    numbered: new Map(
      documents.flatMap(({ id, kind, pack, number }) =>
        kind === 'reference' && number !== undefined ? [[numberKey(pack, number), id]] : [],
      ),
    ),
    authors,
    frequency: countDocuments(countHaving),
    hasWord: (word) => countHaving(word, ['words']) > 0,
    recent: new Map(),
  };
}

/**
 * From this many documents on searches walk postings of numbers: MiniSearch makes an object for each hit, which takes
 * half a second where there are a hundred thousand. Both score alike.
 */
export const LARGE = 5_000;

/** More distinct terms than a pack's vocabulary has are only seen on hostile input. */
const MEMO_LIMIT = 20_000;

const TEXT_FIELDS = ['title', 'said', 'authors', 'details'];

function countDocuments(
  countHaving: (term: string, fields: string[]) => number,
): (term: string) => number {
  const memo = new Map<string, number>();
  return (term) => {
    const known = memo.get(term);
    if (known !== undefined) return known;
    const count = countHaving(term, term.startsWith('c:') ? ['concepts'] : TEXT_FIELDS);
    if (memo.size >= MEMO_LIMIT) memo.clear();
    memo.set(term, count);
    return count;
  };
}

/** Search with terms that are already in index form. */
export const EXACT = {
  tokenize: (text: string) => text.split(' '),
  processTerm: (term: string) => term,
  prefix: false,
  fuzzy: false,
} as const;

export function documentId(pack: Pack, kind: 'claim' | 'reference', key: string): string {
  return `${pack.manifest.id}/${kind}/${key}`;
}

function claimDocument(pack: Pack, claim: Claim): EvidenceDocument {
  return {
    id: documentId(pack, 'claim', claim.id),
    kind: 'claim',
    pack: pack.manifest.id,
    key: claim.id,
    title: claim.statement,
    carriers: claim.references,
  };
}

function claimEntry(pack: Pack, claim: Claim, vocabulary: Vocabulary): Entry {
  const examples = [...(claim['consistent-with'] ?? []), ...(claim['contradicted-by'] ?? [])].map(
    exampleText,
  );
  return {
    ...claimDocument(pack, claim),
    said: [claim.caveat ?? '', ...examples].join('\n'),
    concepts: conceptField([claim.statement, ...examples], vocabulary),
    authors: '',
    words: claim.statement,
    details: pack.manifest.sections.find((section) => section.id === claim.section)?.title ?? '',
  };
}

function referenceDocument(pack: Pack, reference: Reference): EvidenceDocument {
  const number = reference['citation-number'];
  return {
    id: documentId(pack, 'reference', reference.id),
    kind: 'reference',
    pack: pack.manifest.id,
    key: reference.id,
    ...(number !== undefined && { number }),
    title: reference.title ?? reference.id,
    carriers: number === undefined ? [] : [number],
  };
}

function referenceEntry(pack: Pack, reference: Reference, vocabulary: Vocabulary): Entry {
  const number = reference['citation-number'];
  const claims = pack.claims.filter(
    (claim) => number !== undefined && claim.references.includes(number),
  );
  const said = claims.flatMap((claim) => [
    claim.statement,
    ...(claim['consistent-with'] ?? []).map(exampleText),
  ]);
  const authors = (reference.author ?? [])
    .map((name) => name.family ?? name.literal ?? '')
    .join(' ');
  const year = reference.issued?.['date-parts']?.[0]?.[0];
  return {
    ...referenceDocument(pack, reference),
    said: said.join('\n'),
    concepts: conceptField([reference.title ?? '', ...said], vocabulary),
    authors,
    words: [reference.title, authors, year, splitKey(reference.id)].join(' '),
    details: [year, reference['container-title'], splitKey(reference.id)].join(' '),
  };
}

/** Concept ids as often as they are mentioned, so that what a document is about weighs more than an aside. */
function conceptField(texts: readonly string[], vocabulary: Vocabulary): string {
  return texts.flatMap((text) => conceptsOf(text, vocabulary).map(conceptTerm)).join(' ');
}

/** `huang2010differentiation` -> `huang 2010 differentiation huang2010differentiation`. */
function splitKey(key: string): string {
  return `${key.replace(/(\d+)/g, ' $1 ').replace(/([a-z])([A-Z])/g, '$1 $2')} ${key}`;
}
