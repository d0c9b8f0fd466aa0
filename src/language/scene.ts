import { clauseIndex, splitClauses, type Clause } from './clauses';
import type { CueFamily } from './lexicon';
import { longest } from './patterns';
import { tokenize, type Token } from './tokens';
import { resolvePair } from './pair';
import { UNSIGNED, type Context, type Cue, type Mention } from './types';
import type { Meaning, Vocabulary } from './vocabulary';

/** A sentence with everything that was recognised in it, before anything is concluded from it. */
export interface Scene {
  readonly tokens: readonly Token[];
  readonly clauses: readonly Clause[];
  readonly clauseOf: Int32Array;
  readonly mentions: readonly Mention[];
  readonly cues: readonly Cue[];
}

/** Finds concepts and cues; where one lies inside a longer one, the longer one counts ("no control arm" is no "no"). */
export function setScene(text: string, vocabulary: Vocabulary, context?: Context): Scene {
  const tokens = tokenize(text);
  const clauses = splitClauses(tokens);
  const clauseOf = clauseIndex(clauses, tokens.length);
  const mentions: Mention[] = [];
  const cues: Cue[] = [];
  const found = vocabulary.patterns.find(tokens);
  for (const match of longest(found, (longer, shorter) =>
    mayReplace(longer, shorter, vocabulary),
  )) {
    const place = { first: match.first, last: match.last, clause: clauseOf[match.first] ?? 0 };
    if (match.value.type === 'cue') cues.push({ family: match.value.family, ...place });
    else mentions.push({ concept: match.value.concept, sign: match.value.sign, ...place });
  }
  for (const [i, token] of tokens.entries()) {
    for (const concept of abbreviated(token, context))
      mentions.push({ concept, sign: UNSIGNED, first: i, last: i, clause: clauseOf[i] ?? 0 });
  }
  const known = withoutTwins(mentions, tokens);
  return {
    tokens,
    clauses,
    clauseOf,
    mentions: [...known, ...resolvePair(tokens, known, clauseOf, vocabulary, context?.pair)].sort(
      (a, b) => a.first - b.first,
    ),
    cues,
  };
}

/** What the manuscript itself says an abbreviation stands for. */
function abbreviated(token: Token, context: Context | undefined): readonly string[] {
  if (!context?.abbreviations || !token.isAbbreviation) return [];
  return context.abbreviations.get(token.text.replace(/s$/, '')) ?? [];
}

/** How sure a writer sounds shows inside a concept's expression too ("a proven remedy"). */
const STANDS_ANYWAY = new Set<CueFamily>([
  'hedge',
  'booster',
  'general',
  'long-term',
  'short-term',
  'rejected',
]);

/**
 * Concepts of one facet exclude each other ("umbilical cord" in "umbilical cord blood"), those of different facets do
 * not ("diabetes" in "diabetic donor"). A cue inside a concept is part of it ("no" in "no control arm"); a cue inside
 * a longer cue likewise.
 */
function mayReplace(longer: Meaning, shorter: Meaning, vocabulary: Vocabulary): boolean {
  if (shorter.type === 'cue') return longer.type === 'cue' || !STANDS_ANYWAY.has(shorter.family);
  if (longer.type === 'cue') return false;
  return vocabulary.kind(longer.concept) === vocabulary.kind(shorter.concept);
}

/** Nouns name an outcome, adjectives and verbs say it: "tolerability" is neutral, "tolerable" is not. */
const NOMINAL = /(?:ness|ity|ities|ence|ency|ance|ancy|tion|tions|sion|sions|ism|ment)$/i;

/**
 * One concept found twice over the same words counts once. Stemming makes a noun and its adjective alike; where both a
 * name and a pole fit, the form of the word decides.
 */
function withoutTwins(mentions: readonly Mention[], tokens: readonly Token[]): Mention[] {
  const groups = new Map<string, Mention[]>();
  for (const mention of mentions) {
    const key = `${mention.concept}:${mention.first}:${mention.last}`;
    const group = groups.get(key);
    if (group) group.push(mention);
    else groups.set(key, [mention]);
  }
  return [...groups.values()].map((group) => {
    const neutral = group.find(({ sign }) => sign === UNSIGNED);
    const signed = group.find(({ sign }) => sign !== UNSIGNED);
    if (!neutral || !signed) return group[0] as Mention;
    return NOMINAL.test(tokens[neutral.last]?.text ?? '') ? neutral : signed;
  });
}
