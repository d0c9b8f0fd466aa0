import { stemmer } from 'stemmer';

/**
 * British to American and other spelling variants, applied to pattern and text alike, so that over-folding does no
 * harm as long as it is the same on both sides.
 */
const FOLDS: readonly (readonly [RegExp, string])[] = [
  [/aemi(a|c)/g, 'emi$1'],
  [/haem/g, 'hem'],
  [/paed/g, 'ped'],
  [/foet/g, 'fet'],
  [/oedem/g, 'edem'],
  [/oestr/g, 'estr'],
  [/oesoph/g, 'esoph'],
  [/diarrhoe/g, 'diarrhe'],
  [/isch?aem/g, 'ischem'],
  [/anaesth/g, 'anesth'],
  [/caesar/g, 'cesar'],
  [/leuk?aem/g, 'leukem'],
  [/(tum|behavi|col|fav|lab|harb|neighb|vap|hum|rig|vig)our/g, '$1or'],
  [/is(e|ed|es|ing|ation|ations|er|ers)$/g, 'iz$1'],
  [/ys(e|ed|es|ing)$/g, 'yz$1'],
  [/centre/g, 'center'],
  [/litre/g, 'liter'],
  [/fibre/g, 'fiber'],
  [/ll(ed|ing)$/g, 'l$1'],
  [/ageing/g, 'aging'],
  [/sceptic/g, 'skeptic'],
  [/grey/g, 'gray'],
  [/programme/g, 'program'],
];

/** Plurals and verb forms that a suffix stemmer cannot take back. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  Object.entries({
    mice: 'mouse',
    men: 'man',
    women: 'woman',
    children: 'child',
    villi: 'villus',
    data: 'datum',
    criteria: 'criterion',
    rose: 'rise',
    risen: 'rise',
    fell: 'fall',
    fallen: 'fall',
    grew: 'grow',
    grown: 'grow',
    gave: 'give',
    given: 'give',
    lost: 'lose',
    kept: 'keep',
    held: 'hold',
    found: 'find',
    shown: 'show',
    led: 'lead',
    brought: 'bring',
    became: 'become',
    went: 'go',
    gone: 'go',
    came: 'come',
    took: 'take',
    taken: 'take',
    underwent: 'undergo',
    got: 'get',
    made: 'make',
    did: 'do',
    done: 'do',
    does: 'do',
    was: 'be',
    were: 'be',
    is: 'be',
    are: 'be',
    been: 'be',
    being: 'be',
    had: 'have',
    has: 'have',
    better: 'better',
    worse: 'worse',
    sank: 'sink',
    sunk: 'sink',
    shrank: 'shrink',
    shrunk: 'shrink',
    slid: 'slide',
    drove: 'drive',
    driven: 'drive',
    outdid: 'outdo',
    outdone: 'outdo',
    withstood: 'withstand',
    sought: 'seek',
    arose: 'arise',
    arisen: 'arise',
    began: 'begin',
    begun: 'begin',
    overcame: 'overcome',
    left: 'leave',
    met: 'meet',
    felt: 'feel',
    spread: 'spread',
    spoke: 'speak',
    spoken: 'speak',
    fought: 'fight',
    wore: 'wear',
    worn: 'wear',
    taught: 'teach',
    thought: 'think',
    won: 'win',
    forgotten: 'forget',
    hidden: 'hide',
  }),
);

const cache = new Map<string, string>();
/** Manuscripts repeat their words; the bound only guards against texts made of ever new ones. */
const CACHE_LIMIT = 50_000;

/**
 * The form under which words are compared when a sentence is read: lower case, spelling folded, without the endings
 * of plural, verb and adverb. Unlike a search stem it keeps what makes another word of it: "system" is not
 * "systemic", "tolerable" is not "tolerability". A pure function with a memo.
 */
export function lemma(word: string): string {
  const known = cache.get(word);
  if (known !== undefined) return known;
  const computed = computeLemma(word);
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(word, computed);
  return computed;
}

/** The lemmas of some words, to look tokens up in. */
export function lemmaSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' ').map(lemma));
}

/** The form under which words are searched: folded and stemmed (Porter 1980). */
export function searchStem(word: string): string {
  const folded = fold(word);
  return folded.length > MAX_LENGTH || /\d/.test(folded)
    ? folded.slice(0, MAX_LENGTH)
    : stemmer(folded);
}

/** A longer run of letters is no word. */
const MAX_LENGTH = 40;

function computeLemma(word: string): string {
  const folded = fold(word);
  if (folded.length > MAX_LENGTH || /\d/.test(folded)) return folded.slice(0, MAX_LENGTH);
  return stripEnding(folded);
}

/** Lower case, without accents, American spelling, irregular forms taken back. */
function fold(word: string): string {
  let lower = word
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '');
  if (lower.length > MAX_LENGTH) return lower;
  const irregular = IRREGULAR.get(lower);
  if (irregular !== undefined) lower = irregular;
  for (const [pattern, replacement] of FOLDS) lower = lower.replace(pattern, replacement);
  return lower;
}

/** Porter's first step (plural, -ed, -ing), adverbs, and the silent e. */
function stripEnding(word: string): string {
  let w = word;
  if (w.length <= 3) return w;
  if (w.endsWith('sses')) w = w.slice(0, -2);
  else if (w.endsWith('ies')) w = `${w.slice(0, -3)}y`;
  else if (/(?:[xz]|ch|sh)es$/.test(w)) w = w.slice(0, -2);
  else if (w.endsWith('s') && !/(?:ss|us|is)$/.test(w)) w = w.slice(0, -1);
  const stripped = /[aeiouy].*(?:ed|ing)$/.test(w) ? w.replace(/(?:ed|ing)$/, '') : w;
  if (stripped !== w && stripped.length >= 3 && /[aeiouy]/.test(stripped)) {
    w =
      /([^aeiou])\1$/.test(stripped) && !/[lsz]$/.test(stripped) ? stripped.slice(0, -1) : stripped;
  } else if (w.length > 5 && w.endsWith('ly')) {
    w = w.endsWith('bly')
      ? `${w.slice(0, -1)}`
      : w.endsWith('ily')
        ? `${w.slice(0, -3)}y`
        : w.slice(0, -2);
  }
  if (w.endsWith('y') && w.length > 2) w = `${w.slice(0, -1)}i`;
  if (w.endsWith('e') && w.length > 3) w = w.slice(0, -1);
  return w;
}
