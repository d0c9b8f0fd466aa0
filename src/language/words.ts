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
  [/(t|behavi|col|fav|lab|harb|neighb|vap|hum|rig|vig)our/g, '$1or'],
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
const IRREGULAR: Readonly<Record<string, string>> = {
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
};

/** Words that Porter conflates although they differ in kind: kept apart by keeping them whole. */
const WHOLE = new Set(['organ', 'organs', 'importance', 'generally', 'university', 'universal', 'universally', 'new', 'news']);

const cache = new Map<string, string>();
/** Manuscripts repeat their words; the bound only guards against texts made of ever new ones. */
const CACHE_LIMIT = 50_000;

/** Lower case, spelling folded, stemmed (Porter 1980). Same word form, same stem; a pure function with a memo. */
export function stem(word: string): string {
  const known = cache.get(word);
  if (known !== undefined) return known;
  const stemmed = computeStem(word);
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(word, stemmed);
  return stemmed;
}

function computeStem(word: string): string {
  let lower = word.toLowerCase().normalize('NFKD').replace(/[\u0300-\u036f]/g, '');
  // A stem is only wanted of words; a 10,000-letter run is not one.
  if (lower.length > 40) return lower.slice(0, 40);
  const irregular = IRREGULAR[lower];
  if (irregular !== undefined) return stemmer(irregular);
  if (/\d/.test(lower)) return lower;
  for (const [pattern, replacement] of FOLDS) lower = lower.replace(pattern, replacement);
  if (WHOLE.has(lower)) return lower.replace(/s$/, '');
  return stemmer(lower);
}
