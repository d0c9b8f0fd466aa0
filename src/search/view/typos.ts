import { lettersOf, type Postings } from './postings';

/** A word that was meant, perhaps, with the share of its score that it gets. */
export interface Near {
  readonly word: string;
  readonly weight: number;
}

const WEIGHT = { prefix: 0.6, typo: 0.45 };

/** The words that begin with what was typed, without the word itself. */
export function completions({ words }: Postings, typed: string): Near[] {
  const found: Near[] = [];
  for (let i = firstFrom(words, typed); i < words.length; i++) {
    const word = words[i] ?? '';
    if (!word.startsWith(typed)) break;
    const rest = word.length - typed.length;
    if (rest > 0)
      found.push({ word, weight: (WEIGHT.prefix * word.length) / (word.length + 0.3 * rest) });
  }
  return found;
}

/** The words that differ from what was typed by a letter, by two in long words; a number is right or wrong. */
export function corrections({ words, letters }: Postings, typed: string): Near[] {
  const allowed = /\d/.test(typed) ? 0 : typed.length > 7 ? 2 : typed.length > 3 ? 1 : 0;
  if (allowed === 0) return [];
  const own = lettersOf(typed);
  const found: Near[] = [];
  for (const [i, word] of words.entries()) {
    if (Math.abs(word.length - typed.length) > allowed) continue;
    if (bits((letters[i] ?? 0) ^ own) > 2 * allowed) continue;
    const distance = editDistance(typed, word, allowed);
    if (distance > 0 && distance <= allowed)
      found.push({ word, weight: (WEIGHT.typo * word.length) / (word.length + distance) });
  }
  return found;
}

/** Index of the first word that is not before `typed`. */
function firstFrom(words: readonly string[], typed: string): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] ?? '') < typed) low = middle + 1;
    else high = middle;
  }
  return low;
}

function bits(number: number): number {
  let count = 0;
  for (let rest = number >>> 0; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** Letters added, lost, replaced, or swapped with their neighbour (optimal string alignment). */
export function editDistance(a: string, b: string, limit: number): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    before = last;
    last = row;
  }
  return last[b.length] ?? limit + 1;
}
