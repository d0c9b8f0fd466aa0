import { clauseIndex, splitClauses, type Clause } from './clauses';
import type { CueFamily } from './lexicon';
import { longest } from './patterns';
import { tokenize, type Token } from './tokens';
import type { Mention } from './types';
import type { Meaning, Vocabulary } from './vocabulary';

/** A cue of the lexicon where it was found. */
export interface Cue {
  readonly family: CueFamily;
  readonly first: number;
  readonly last: number;
  readonly clause: number;
}

/** A sentence with everything that was recognised in it, before anything is concluded from it. */
export interface Scene {
  readonly tokens: readonly Token[];
  readonly clauses: readonly Clause[];
  readonly clauseOf: Int32Array;
  readonly mentions: readonly Mention[];
  readonly cues: readonly Cue[];
}

/** Finds concepts and cues; where one lies inside a longer one, the longer one counts ("no control arm" is no "no"). */
export function setScene(text: string, vocabulary: Vocabulary): Scene {
  const tokens = tokenize(text);
  const clauses = splitClauses(tokens);
  const clauseOf = clauseIndex(clauses, tokens.length);
  const mentions: Mention[] = [];
  const cues: Cue[] = [];
  const found = vocabulary.patterns.find(tokens);
  for (const match of longest(found, (longer, shorter) => mayReplace(longer, shorter, vocabulary))) {
    const place = { first: match.first, last: match.last, clause: clauseOf[match.first] ?? 0 };
    if (match.value.type === 'cue') cues.push({ family: match.value.family, ...place });
    else mentions.push({ concept: match.value.concept, sign: match.value.sign, ...place });
  }
  return { tokens, clauses, clauseOf, mentions: withoutTwins(mentions), cues };
}

/**
 * Concepts of one facet exclude each other ("umbilical cord" in "umbilical cord blood"), those of different facets do
 * not ("diabetes" in "diabetic donor"). A cue inside a concept is part of it ("no" in "no control arm"); a cue inside
 * a longer cue likewise.
 */
function mayReplace(longer: Meaning, shorter: Meaning, vocabulary: Vocabulary): boolean {
  if (shorter.type === 'cue') return true;
  if (longer.type === 'cue') return false;
  return vocabulary.kind(longer.concept) === vocabulary.kind(shorter.concept);
}

/** One concept found twice over the same words counts once. */
function withoutTwins(mentions: readonly Mention[]): Mention[] {
  const seen = new Set<string>();
  return mentions.filter((mention) => {
    const key = `${mention.concept}:${mention.first}:${mention.last}:${mention.sign}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
