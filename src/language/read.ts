import { isOutcome, type Outcome } from '../evidence/types';
import type { Span } from '../manuscript/types';
import { readCertainty } from './certainty';
import { readFigures } from './figures';
import { readPredicate, type Predicate } from './predicate';
import { pairRespectively } from './respective';
import { setScene, type Scene } from './scene';
import { readSides, type Sides } from './sides';
import {
  UNSIGNED,
  type Assertion,
  type Context,
  type Mention,
  type Reading,
  type Voice,
} from './types';
import type { Vocabulary } from './vocabulary';
import { readVoice, voiceAt } from './voice';

export const NO_CONTEXT: Context = { entities: new Set() };

/** The outcome of a bare "better" or "worse". */
export const ANY_OUTCOME = '*';

/**
 * Reads one sentence: finds concepts and cues, and concludes what it says of which outcome.
 *
 * @param text a statement's text (manuscript/types.ts)
 * @param quoted spans of `text` in quotation marks; nothing in them is the writer's assertion
 */
export function readStatement(
  text: string,
  vocabulary: Vocabulary,
  context: Context = NO_CONTEXT,
  quoted: readonly Span[] = [],
): Reading {
  const scene = setScene(text, vocabulary, context);
  const voice = readVoice(scene);
  return {
    tokens: scene.tokens,
    mentions: scene.mentions,
    cues: scene.cues,
    assertions: readAssertions(scene, vocabulary, context, voice, quoted),
    certainty: readCertainty(scene),
    voice,
    figures: pairRespectively(scene.tokens, readFigures(scene.tokens), scene.mentions, vocabulary),
    negations: scene.cues.filter((cue) => cue.family === 'negate').length,
    concepts: new Set(scene.mentions.map((mention) => mention.concept)),
    content: contentWords(scene),
  };
}

function readAssertions(
  scene: Scene,
  vocabulary: Vocabulary,
  context: Context,
  voice: Voice,
  quoted: readonly Span[],
): Assertion[] {
  const sides = scene.clauses.map((_, clause) => readSides(scene, clause, vocabulary));
  const assertions: Assertion[] = [];
  for (const mention of scene.mentions) {
    const outcome = vocabulary.concept(mention.concept);
    if (!outcome || !isOutcome(outcome)) continue;
    assertions.push(
      makeAssertion(
        scene,
        mention,
        outcome,
        readPredicate(scene, mention, outcome),
        sides,
        context,
        voice,
        quoted,
        vocabulary,
      ),
    );
  }
  return [...assertions, ...bareComparisons(scene, assertions, sides, voice)];
}

function makeAssertion(
  scene: Scene,
  mention: Mention,
  outcome: Outcome,
  predicate: Predicate,
  sides: readonly Sides[],
  context: Context,
  voice: Voice,
  quoted: readonly Span[],
  vocabulary: Vocabulary,
): Assertion {
  const own = sides[mention.clause] ?? { subject: new Set(), comparator: new Set() };
  const at = scene.tokens[mention.first]?.start ?? 0;
  const isQuoted = quoted.some((span) => span.start <= at && at < span.end);
  return {
    outcome: outcome.id,
    sign: predicate.sign,
    subject: inherit(own.subject, mention.clause, sides, context, vocabulary),
    comparator: own.comparator,
    voice: isQuoted ? 'quotation' : voiceAt(scene, mention.first, voice),
    first: Math.min(mention.first, predicate.cue?.first ?? mention.first),
    last: Math.max(mention.last, predicate.cue?.last ?? mention.last),
    clause: mention.clause,
  };
}

/** A clause without cells or people of its own speaks of those of the clause, or the sentence, before. */
function inherit(
  own: ReadonlySet<string>,
  clause: number,
  sides: readonly Sides[],
  context: Context,
  vocabulary: Vocabulary,
): ReadonlySet<string> {
  const hasCells = (ids: ReadonlySet<string>) =>
    [...ids].some((id) =>
      ['cell', 'donor', 'tissue', 'intervention'].includes(vocabulary.kind(id) ?? ''),
    );
  if (hasCells(own)) return own;
  for (let k = clause - 1; k >= 0; k--) {
    const before = sides[k]?.subject;
    if (before && hasCells(before)) return new Set([...own, ...before]);
  }
  return hasCells(context.entities) ? new Set([...own, ...context.entities]) : own;
}

/** "A outperformed B", "A is better than B": a comparison that names no outcome. */
function bareComparisons(
  scene: Scene,
  assertions: readonly Assertion[],
  sides: readonly Sides[],
  voice: Voice,
): Assertion[] {
  const said = new Set(assertions.filter((a) => a.sign !== UNSIGNED).map((a) => a.clause));
  const bare: Assertion[] = [];
  for (const cue of scene.cues) {
    if (!['ahead', 'behind', 'good', 'bad', 'equal'].includes(cue.family) || said.has(cue.clause))
      continue;
    const stand: Mention = {
      concept: ANY_OUTCOME,
      sign: UNSIGNED,
      first: cue.first,
      last: cue.last,
      clause: cue.clause,
    };
    const own = sides[cue.clause];
    const sign = readPredicate(
      scene,
      { ...stand, first: cue.last + 1, last: cue.last + 1 },
      undefined,
    ).sign;
    if (sign === UNSIGNED) continue;
    said.add(cue.clause);
    bare.push({
      outcome: ANY_OUTCOME,
      sign,
      subject: own?.subject ?? new Set(),
      comparator: own?.comparator ?? new Set(),
      voice: voiceAt(scene, cue.first, voice),
      first: cue.first,
      last: cue.last,
      clause: cue.clause,
    });
  }
  return bare;
}

const MIN_CONTENT_LENGTH = 3;

function contentWords(scene: Scene): Set<string> {
  const taken = new Set<number>();
  for (const place of [...scene.mentions, ...scene.cues])
    for (let i = place.first; i <= place.last; i++) taken.add(i);
  const words = new Set<string>();
  scene.tokens.forEach((token, i) => {
    if (token.kind === 'word' && !taken.has(i) && token.stem.length >= MIN_CONTENT_LENGTH)
      words.add(token.stem);
  });
  return words;
}
