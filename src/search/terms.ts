import { searchStem } from '../language/words';

/** Words that tell nothing about a subject. "no" and "not" are among them for search, never for checks. */
const STOP_WORDS = new Set(
  (
    'a about above after again against all also although am among an and any are as at be because been before being ' +
    'below between both but by can could did do does doing down during each either et al few for from further had has ' +
    'have having here how however i if in into is it its itself just may might more most must no nor not of off on ' +
    'once only or other our out over own per same shall should since so some such than that the their them then there ' +
    'therefore these they this those through thus to too under until up upon us very was we were what when where ' +
    'whereas which while who whom why will with within without would yet your'
  ).split(' '),
);

/** Splits at everything that is neither letter nor digit; hyphenated words become their parts. */
export function tokenize(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The index form of a word, or null where it is not indexed. */
export function processTerm(term: string): string | null {
  const lower = term.toLowerCase();
  if (STOP_WORDS.has(lower)) return null;
  return searchStem(term);
}

/** A word as it is typed: lower case, without accents, small words left out. */
export function plainTerm(term: string): string | null {
  const lower = term
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '');
  return STOP_WORDS.has(lower) ? null : lower;
}
