import { endsSentence } from './sentence-ends';
import type { Span } from './types';

/** A sentence's place in a block's text. */
export interface Sentence extends Span {
  /** Its first thing is a citation that was taken out, not one that closes the sentence before. */
  readonly opensWithCitation: boolean;
}

const space = /\s/;
const closer = /[)\]}"”’'»]/;
const superscript = /[⁰¹²³⁴-⁹⁺⁻,–]/;
// Numbered references set behind the full stop: "died.12,14 Then".
const numbers = /\d{1,3}(?:[,–-]\d{1,3}){0,5}(?= )/y;

/**
 * Cuts the text of one block into sentences, in one pass and linear time. `citedAt` says before which characters a
 * citation was taken out.
 *
 * A sentence ends at `.`, `?`, `!` or an ellipsis, with the quotation marks, brackets and reference numbers that
 * follow it, where white space and the beginning of a sentence come next (`sentence-ends.ts` says what begins one).
 * It does not end inside a parenthesis that closes later. Colons and semicolons end nothing.
 */
export function splitSentences(text: string, citedAt: ReadonlySet<number> = new Set()): Sentence[] {
  const sentences: Sentence[] = [];
  const nesting = nestingSteps(text);
  let depth = 0;
  let start = skipSpace(text, 0);
  let opensWithCitation = false;
  for (let i = start; i < text.length; i++) {
    depth += nesting.get(i) ?? 0;
    if (!isStop(text[i])) continue;
    const stop = i;
    while (isStop(text[i + 1])) i++;
    const closers = i + 1;
    while (closer.test(text[i + 1] ?? '')) depth += nesting.get(++i) ?? 0;
    const end = afterNumbers(text, stop, i + 1);
    const next = skipSpace(text, end);
    if (depth > 0 || next === end || next >= text.length) continue;
    const cited = citedAt.has(end) || citedAt.has(next);
    const verdict = endsSentence({ text, start, stop, closers, end, next, cited });
    if (verdict === 'no') continue;
    sentences.push({ start, end, opensWithCitation });
    start = next;
    opensWithCitation = verdict === 'before-citation';
    i = next - 1;
  }
  const end = text.trimEnd().length;
  if (end > start) sentences.push({ start, end, opensWithCitation });
  return sentences;
}

function isStop(char: string | undefined): boolean {
  return char === '.' || char === '?' || char === '!' || char === '…';
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && space.test(text[at] ?? '')) at++;
  return at;
}

/** Past reference numbers behind a full stop; not past the decimals of a number. */
function afterNumbers(text: string, stop: number, from: number): number {
  let end = from;
  while (superscript.test(text[end] ?? '') && /[^,–]/.test(text[from] ?? '')) end++;
  if (end > from || !/[a-z]{3}/.test(text.slice(Math.max(0, stop - 3), stop))) return end;
  numbers.lastIndex = from;
  return from + (numbers.exec(text)?.[0].length ?? 0);
}

/** How each matched bracket changes the depth. A bracket without its partner changes nothing. */
function nestingSteps(text: string): ReadonlyMap<number, number> {
  const steps = new Map<number, number>();
  const open: Record<string, number[]> = { ')': [], ']': [] };
  for (let i = 0; i < text.length; i++) {
    const char = text[i] ?? '';
    if (char === '(') open[')']?.push(i);
    else if (char === '[') open[']']?.push(i);
    else if (char === ')' || char === ']') {
      const partner = open[char]?.pop();
      if (partner === undefined) continue;
      steps.set(partner, 1);
      steps.set(i, -1);
    }
  }
  return steps;
}
