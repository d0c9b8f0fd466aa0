import {
  alsoWords,
  joiners,
  maybeLast,
  neverLast,
  starters,
  surnames,
  takesNumber,
} from './sentence-words';

/** A full stop (question mark, exclamation mark, ellipsis) with its surroundings, as indices into `text`. */
export interface Stop {
  readonly text: string;
  /** Where the sentence began. */
  readonly start: number;
  /** The stop itself; `closers` and `end` are after the run of stops and after the closing marks. */
  readonly stop: number;
  readonly closers: number;
  readonly end: number;
  /** The first character that is not white space. */
  readonly next: number;
  /** Whether a citation stood between `end` and `next`. */
  readonly cited: boolean;
}

/** `before-citation`: the sentence ends, and the citation after it begins the next one. */
export type Ending = 'yes' | 'no' | 'before-citation';

/**
 * Whether a sentence ends at a stop that white space follows.
 *
 * By default it does where a capital, a figure, a place-holder or a name such as "mRNA" or "α-SMA" follows. After an
 * abbreviation that could stand in mid-sentence a capital is not enough ("Smith et al. MSCs"): one of the
 * `starters` must follow. That merges a few sentences and tears none apart.
 */
export function endsSentence(place: Stop): Ending {
  const { text, stop, closers, end } = place;
  const follower = readFollower(text, place.next);
  const mark = text[stop];
  if (mark === '?' || mark === '!') {
    return follower.kind === 'lower' && end > closers ? 'no' : 'yes';
  }
  if (mark === '…' || closers - stop > 1) return yes(follower.isStarter);
  const kind = abbreviationKind(text, place.start, stop);
  switch (kind) {
    case 'never':
      return 'no';
    case 'number':
      return yes(follower.isStarter && !isNumeral(follower.word));
    case 'number-or-word':
      return yes(follower.kind === 'capital' && !isNumeral(follower.word));
    case 'maybe':
      return yes(follower.isStarter);
    case 'initial':
      return yes(follower.isStarter && !surnames.has(follower.word.toLowerCase()));
    case 'etc':
      return yes(follower.kind === 'capital');
    case 'none':
      if (follower.kind === 'lower') return place.cited ? 'before-citation' : 'no';
      return yes(follower.kind !== 'symbol');
  }
}

const yes = (condition: boolean): Ending => (condition ? 'yes' : 'no');

interface Follower {
  readonly kind: 'capital' | 'lower' | 'figure' | 'symbol';
  readonly word: string;
  /** Capitalised and among the `starters`. */
  readonly isStarter: boolean;
}

const opener = /[([{“‘«"']/;
// Bounded: a word is not looked at further than it takes to tell what it is.
const longestWord = 40;

function readFollower(text: string, next: number): Follower {
  let at = next;
  while (at < next + 4 && opener.test(text[at] ?? '')) at++;
  const token = /^\S*/.exec(text.slice(at, at + longestWord))?.[0] ?? '';
  const word = /^[\p{L}\p{M}]*/u.exec(token)?.[0] ?? '';
  const isCapital = /^\p{Lu}/u.test(token);
  return { kind: kindOf(token), word, isStarter: isCapital && starters.has(word.toLowerCase()) };
}

function kindOf(token: string): Follower['kind'] {
  if (/^(?:\p{N}|[-−–+±<>~≈≤≥$€£]\p{N})/u.test(token)) return 'figure';
  // A place-holder begins a sentence as a noun does; so does a letter of a script without capitals.
  if (/^(?:\p{Lu}|\p{Lt}|\p{Lo}|⟦)/u.test(token)) return 'capital';
  if (!/^\p{Ll}/u.test(token)) return 'symbol';
  const name = /^[\p{L}\p{N}-]+/u.exec(token)?.[0] ?? '';
  return /[\p{Lu}\p{N}]/u.test(name) || /^\p{Script=Greek}/u.test(name) ? 'capital' : 'lower';
}

type AbbreviationKind =
  'never' | 'number' | 'number-or-word' | 'maybe' | 'initial' | 'etc' | 'none';

/** What the word before a full stop is. `start` is the sentence's beginning. */
function abbreviationKind(text: string, start: number, stop: number): AbbreviationKind {
  let from = stop;
  while (from > start && stop - from < longestWord && /[\p{L}\p{M}.]/u.test(text[from - 1] ?? '')) {
    from--;
  }
  const word = text.slice(from, stop);
  const before = text[from - 1] ?? ' ';
  if (stop - start <= 8 && isEnumerator(text.slice(start, stop))) return 'never';
  // The tail of an address, a possessive, a compound ("IFN-γ") or a unit ("37 °C") is no abbreviation.
  if (word === '' || /[/_@’'\d°+\-‑–]/.test(before)) return 'none';
  const plain = word.toLowerCase();
  if (neverLast.has(plain)) return 'never';
  if (word.length === 1) return initialKind(text, from, word);
  if (plain === 'etc') return 'etc';
  if (alsoWords.has(plain)) return 'number-or-word';
  if (takesNumber.has(plain)) return 'number';
  if (maybeLast.has(plain)) return 'maybe';
  // "i.v", "U.S", "Ph.D"
  const parts = word.split('.');
  return parts.length > 1 && parts.every((part) => part.length <= 2) ? 'maybe' : 'none';
}

/** "vitamin C." is a word and its letter, "and J. Smith" a name; "p. 3" and "c. 1900" take a number. */
function initialKind(text: string, from: number, letter: string): AbbreviationKind {
  if (letter === 'p') return 'number';
  if (/\p{Ll}/u.test(letter)) return 'maybe';
  const before = /\p{Ll}{3,} $/u.exec(text.slice(Math.max(0, from - longestWord), from))?.[0];
  return before === undefined || joiners.has(before.trim()) ? 'initial' : 'maybe';
}

/** "1.", "2.3.", "iv." or "a." at a sentence's beginning numbers it. */
function isEnumerator(head: string): boolean {
  return /^[([]?(?:\d{1,3}(?:\.\d{1,3})*|[ivxIVX]{1,5}|\p{L})$/u.test(head);
}

function isNumeral(word: string): boolean {
  return /^(?:[IVXLC]+|[A-Z])$/.test(word);
}
