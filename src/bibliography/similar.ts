/** "Did you mean" for citation keys. */

/** A key split the way most key generators build it: `huang2010differentiation`, `Huang_Diff_2010`. */
interface KeyParts {
  readonly author: string;
  readonly year: string;
}

/** Scores of the ways a key can resemble another, on the scale of edit distances: lower is closer. */
const SAME_LETTERS = 0.1;
const PREFIX = 1.2;
const SAME_AUTHOR_YEAR = 0.9;
/** Weight of an edit where author and year are the same: those keys are told apart by what the edit changes. */
const SAME_AUTHOR_YEAR_EDIT = 0.2;
const LIKE_AUTHOR_YEAR = 2.5;
const MIN_PREFIX = 4;
const MAX_EDITS = 4;

/**
 * The keys most like `key`, closest first, at most `limit`. A key is like another when few letters differ, when one
 * begins with the other, or when they name the same author and year. Takes time linear in the number of keys
 * (20,000 in a few milliseconds) and memory that does not grow with them.
 */
export function closestKeys(key: string, keys: readonly string[], limit: number): string[] {
  const wanted = describe(key);
  const bound = Math.min(MAX_EDITS, Math.max(1, Math.floor(wanted.lower.length / 4)));
  const best: Hit[] = [];
  if (limit <= 0 || key === '') return [];
  for (const candidate of keys) {
    if (candidate === key) continue;
    const other = candidate.toLowerCase();
    const worst = best.length < limit ? Infinity : (best.at(-1)?.score ?? Infinity);
    const related = relate(wanted, candidate, other);
    const weight = related === SAME_AUTHOR_YEAR ? SAME_AUTHOR_YEAR_EDIT : 1;
    // Only what would still be among the best is worth counting to the end.
    const useful = Math.min(bound, Math.ceil(worst / weight) - 1);
    const score = Math.min(wanted.distance(other, useful) * weight, related);
    if (score < worst) insert(best, { key: candidate, score }, limit);
  }
  return best.map((hit) => hit.key);
}

interface Hit {
  readonly key: string;
  readonly score: number;
}

interface Wanted {
  readonly lower: string;
  readonly letters: string;
  readonly parts: KeyParts | undefined;
  readonly distance: Distance;
  readonly authorDistance: Distance;
}

function describe(key: string): Wanted {
  const lower = key.toLowerCase();
  const parts = splitKey(key);
  return {
    lower,
    letters: lettersOnly(lower),
    parts,
    distance: createDistance(lower),
    authorDistance: createDistance(parts?.author ?? ''),
  };
}

/** Keeps `best` sorted; of equal scores the earlier key stays first. */
function insert(best: Hit[], hit: Hit, limit: number): void {
  let at = best.length;
  while (at > 0 && (best[at - 1]?.score ?? 0) > hit.score) at--;
  best.splice(at, 0, hit);
  if (best.length > limit) best.pop();
}

/** How two keys are related beyond their letters; infinite where they are not. */
function relate(wanted: Wanted, candidate: string, other: string): number {
  const { lower, parts } = wanted;
  const [short, long] = lower.length < other.length ? [lower, other] : [other, lower];
  const prefix = short.length >= MIN_PREFIX && long.startsWith(short) ? PREFIX : Infinity;
  // Looking for the year first spares nearly all keys the splitting.
  if (parts === undefined || !other.includes(parts.year)) return prefix;
  const otherParts = splitKey(candidate);
  if (otherParts?.year !== parts.year) return prefix;
  if (otherParts.author === parts.author)
    return wanted.letters === lettersOnly(other) ? SAME_LETTERS : SAME_AUTHOR_YEAR;
  const near =
    parts.author.length >= MIN_PREFIX && wanted.authorDistance(otherParts.author, 1) <= 1;
  return near ? Math.min(prefix, LIKE_AUTHOR_YEAR) : prefix;
}

function lettersOnly(key: string): string {
  return key.replace(/[^\p{L}\p{N}]/gu, '');
}

function splitKey(key: string): KeyParts | undefined {
  const author = /^[^\p{L}]*(\p{L}\p{Ll}*|\p{Lu}+)/u.exec(key)?.[1]?.toLowerCase();
  const year = /(?:1[89]|20)\d{2}(?!\d)/.exec(key)?.[0];
  return author === undefined || year === undefined ? undefined : { author, year };
}

/** Edits between a fixed word and another; infinite where they are more than `bound`. */
export type Distance = (other: string, bound: number) => number;

/**
 * Damerau-Levenshtein distance (optimal string alignment: a swap of neighbours counts one). Three rows are kept and
 * used again for each word, and of each row only the cells that `bound` leaves open are filled.
 */
export function createDistance(word: string): Distance {
  const letters = letterSet(word);
  let before = new Uint16Array(word.length + 1);
  let last = new Uint16Array(word.length + 1);
  let row = new Uint16Array(word.length + 1);

  return (other, bound) => {
    if (bound < 0 || Math.abs(other.length - word.length) > bound) return Infinity;
    // Each edit adds or takes away at most two kinds of letters.
    if (bits(letters ^ letterSet(other)) > 2 * bound) return Infinity;
    const skip = commonStart(word, other);
    const tail = commonEnd(word, other, skip);
    const width = word.length - tail - skip;
    const height = other.length - tail - skip;
    for (let j = 0; j <= width; j++) last[j] = j;
    for (let i = 1; i <= height; i++) {
      const from = Math.max(1, i - bound);
      const to = Math.min(width, i + bound);
      row[from - 1] = from === 1 ? i : bound + 1;
      let least = from === 1 ? i : bound + 1;
      const code = other.charCodeAt(skip + i - 1);
      for (let j = from; j <= to; j++) {
        const own = word.charCodeAt(skip + j - 1);
        let cost = (last[j - 1] ?? 0) + (own === code ? 0 : 1);
        cost = Math.min(cost, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
        const swapped =
          i > 1 &&
          j > 1 &&
          word.charCodeAt(skip + j - 2) === code &&
          own === other.charCodeAt(skip + i - 2);
        if (swapped) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
        row[j] = cost;
        if (cost < least) least = cost;
      }
      if (to < width) row[to + 1] = bound + 1;
      if (least > bound) return Infinity;
      [before, last, row] = [last, row, before];
    }
    const edits = last[width] ?? Infinity;
    return edits <= bound ? edits : Infinity;
  };
}

function commonStart(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}

/** Length of the common end, not counting the first `skip` characters. */
function commonEnd(a: string, b: string, skip: number): number {
  const most = Math.min(a.length, b.length) - skip;
  let length = 0;
  while (
    length < most &&
    a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length)
  )
    length++;
  return length;
}

/** Which characters occur, hashed into 31 bits. */
function letterSet(word: string): number {
  let set = 0;
  for (let at = 0; at < word.length; at++) set |= 1 << (word.charCodeAt(at) % 31);
  return set;
}

function bits(value: number): number {
  let count = 0;
  for (let rest = value; rest !== 0; rest &= rest - 1) count++;
  return count;
}
