import { tokenize, type Token } from './tokens';
import { lemmaSet } from './words';

/**
 * Patterns of words, as concepts and cues are written in packs and lexicons (docs/packs.md): words in sequence,
 * `a|b` for either, `*` for up to three words, CAPITALS for capitals only; small words between are passed over.
 */

/** Where a pattern was found: the tokens it is made of, small words and gaps left out. */
export interface Match<T> {
  readonly value: T;
  readonly tokens: readonly number[];
  readonly first: number;
  /** Last token, inclusive. */
  readonly last: number;
  /** Words matched; longer patterns win over shorter ones inside them. */
  readonly length: number;
}

interface Word {
  /** Stems, any of which fits; empty for a gap. */
  readonly stems: ReadonlySet<string>;
  /** Texts that must fit to the letter (abbreviations), without the plural s. */
  readonly exact: ReadonlySet<string>;
}

interface Compiled<T> {
  readonly words: readonly (Word | 'gap')[];
  readonly value: T;
  /** When it was added; matches at one place are given in this order. */
  readonly order: number;
}

/** The patterns that begin with one word. */
interface Beginning<T> {
  /** Those of one word, and those with a gap behind it. */
  readonly alone: Compiled<T>[];
  /** The others, by each of their second words: most of them are ruled out by a look at the word that follows. */
  readonly bySecond: Map<string, Compiled<T>[]>;
}

const GAP_LIMIT = 3;
const SMALL_WORDS = lemmaSet('the a an it its their his her our such these those this that');

/** A set of patterns that can be looked for in one pass. */
export class PatternSet<T> {
  private readonly byFirst = new Map<string, Beginning<T>>();
  /** What the parts of patterns stand for: a few hundred words make up thousands of patterns. */
  private readonly parts = new Map<string, readonly Word[]>();
  private size = 0;

  add(pattern: string, value: T): void {
    const words = compile(pattern, this.parts);
    const [first, second] = words;
    if (!first || first === 'gap') return;
    const compiled = { words, value, order: this.size++ };
    for (const key of [...first.stems, ...first.exact]) {
      let beginning = this.byFirst.get(key);
      if (!beginning) this.byFirst.set(key, (beginning = { alone: [], bySecond: new Map() }));
      if (!second || second === 'gap') beginning.alone.push(compiled);
      else
        for (const next of [...second.stems, ...second.exact])
          pushTo(beginning.bySecond, next, compiled);
    }
  }

  /** All places where a pattern begins, also overlapping ones. */
  find(tokens: readonly Token[]): Match<T>[] {
    const matches: Match<T>[] = [];
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i];
      if (!token || token.kind === 'punctuation') continue;
      for (const key of keysOf(token)) {
        const beginning = this.byFirst.get(key);
        if (!beginning) continue;
        for (const { words, value } of likely(beginning, tokens, i)) {
          const found = matchAt(tokens, i, words);
          if (found) {
            matches.push({
              value,
              tokens: found,
              first: i,
              last: found[found.length - 1] ?? i,
              length: found.length,
            });
          }
        }
      }
    }
    return matches;
  }
}

function pushTo<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** The patterns that may match at a token, as far as the words up to the next one that is not small tell; in order. */
function likely<T>(
  { alone, bySecond }: Beginning<T>,
  tokens: readonly Token[],
  at: number,
): readonly Compiled<T>[] {
  if (bySecond.size === 0) return alone;
  let found: Compiled<T>[] | undefined;
  // As `findWord` goes on where no word may be skipped.
  for (let i = at + 1; i < tokens.length; i++) {
    const token = tokens[i];
    if (token?.text === '/') continue;
    if (!token || token.kind === 'punctuation') break;
    for (const key of keysOf(token)) {
      const those = bySecond.get(key);
      if (those) (found ??= [...alone]).push(...those);
    }
    if (!SMALL_WORDS.has(token.stem)) break;
  }
  if (!found) return alone;
  found.sort((a, b) => a.order - b.order);
  return found.filter((one, i) => one !== found[i - 1]);
}

/**
 * Drops each match whose words all belong to a longer one that may stand in for it. Stable: keeps the text's order.
 * @param mayReplace whether the longer match makes the shorter one superfluous
 */
export function longest<T>(
  matches: readonly Match<T>[],
  mayReplace: (longer: T, shorter: T) => boolean,
): Match<T>[] {
  const owner = new Map<number, Match<T>[]>();
  for (const match of matches) {
    for (const token of match.tokens) {
      const list = owner.get(token);
      if (list) list.push(match);
      else owner.set(token, [match]);
    }
  }
  return matches.filter((match) => {
    const [first] = match.tokens;
    const rivals = first === undefined ? [] : (owner.get(first) ?? []);
    return !rivals.some(
      (rival) =>
        rival.length > match.length &&
        mayReplace(rival.value, match.value) &&
        match.tokens.every((token) => rival.tokens.includes(token)),
    );
  });
}

function keysOf(token: Token): readonly string[] {
  if (!token.isAbbreviation) return [token.stem];
  const bare = withoutPlural(token.text);
  return bare === token.stem ? [bare] : [bare, token.stem];
}

/** @param known parts that were compiled before; what is new is added */
function compile(pattern: string, known: Map<string, readonly Word[]>): (Word | 'gap')[] {
  const words: (Word | 'gap')[] = [];
  for (const part of pattern.split(/\s+/).filter((word) => word !== '')) {
    if (part === '*') {
      words.push('gap');
      continue;
    }
    const compiled = known.get(part) ?? compilePart(part);
    known.set(part, compiled);
    words.push(...compiled);
  }
  while (words[words.length - 1] === 'gap') words.pop();
  return words.filter((word, i) => i === 0 || i === words.length - 1 || !isSmall(word));
}

function compilePart(part: string): Word[] {
  const words: Word[] = [];
  const alternatives = part.split('|').map((alternative) => tokenize(alternative));
  const width = Math.max(...alternatives.map((tokens) => tokens.length));
  // A hyphened alternative is several words; all alternatives of one place must then be equally long.
  for (let i = 0; i < width; i++) {
    const stems = new Set<string>();
    const exact = new Set<string>();
    for (const tokens of alternatives) {
      const token = tokens[i];
      if (!token || token.kind === 'punctuation') continue;
      if (token.isAbbreviation) exact.add(withoutPlural(token.text));
      else stems.add(token.stem);
    }
    if (stems.size + exact.size > 0) words.push({ stems, exact });
  }
  return words;
}

/** Small words inside a pattern are passed over in the text, so they must not be asked for either. */
function isSmall(word: Word | 'gap'): boolean {
  return (
    word !== 'gap' &&
    word.exact.size === 0 &&
    word.stems.size === 1 &&
    [...word.stems].every((stem) => SMALL_WORDS.has(stem))
  );
}

function matchAt(
  tokens: readonly Token[],
  at: number,
  words: readonly (Word | 'gap')[],
): number[] | undefined {
  const found = [at];
  let position = at + 1;
  let slack = 0;
  for (let w = 1; w < words.length; w++) {
    const word = words[w];
    if (word === undefined) return undefined;
    if (word === 'gap') {
      slack = GAP_LIMIT;
      continue;
    }
    const next = findWord(tokens, position, word, slack);
    if (next === undefined) return undefined;
    found.push(next);
    position = next + 1;
    slack = 0;
  }
  return found;
}

function findWord(
  tokens: readonly Token[],
  from: number,
  word: Word,
  slack: number,
): number | undefined {
  let skipped = 0;
  for (let i = from; i < tokens.length; i++) {
    const token = tokens[i];
    if (token?.text === '/') continue;
    if (!token || token.kind === 'punctuation') return undefined;
    if (fits(token, word)) return i;
    if (SMALL_WORDS.has(token.stem)) continue;
    if (++skipped > slack) return undefined;
  }
  return undefined;
}

function fits(token: Token, word: Word): boolean {
  if (word.stems.has(token.stem)) return true;
  return token.isAbbreviation && word.exact.has(withoutPlural(token.text));
}

function withoutPlural(text: string): string {
  return text.length > 2 && text.endsWith('s') ? text.slice(0, -1) : text;
}
