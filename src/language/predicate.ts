import type { Outcome } from '../evidence/types';
import type { CueFamily } from './lexicon';
import { isNegated } from './negation';
import type { Scene } from './scene';
import { DOWN, SAME, UNSIGNED, UP, type Cue, type Mention, type Sign } from './types';
import { lemmaSet } from './words';

/** The families that can say something of an outcome. */
export const PREDICATES: ReadonlySet<CueFamily> = new Set<CueFamily>([
  'up',
  'down',
  'good',
  'bad',
  'present',
  'absent',
  'equal',
  'ahead',
  'behind',
  'differ',
]);

/** Words over which one cue does not govern the next: "relief by dampening inflammation" is two things. */
const STOPS = lemmaSet('and or by through via with after from when as');

/** What joins a verb to the manner of it. */
const MANNER = lemmaSet('with at in');

/** What is said of an outcome mention, and the cue that says it. */
export interface Predicate {
  readonly sign: Sign;
  readonly cue?: Cue;
  readonly negated: boolean;
}

/**
 * Reads the sign of one outcome mention from the words around it.
 *
 * The cue that governs it is the nearest one in its clause, before or after, where attributes ("reduced
 * proliferation") and nominalisations ("a decline in proliferation") bind closest and another outcome in between
 * loosens the bond.
 */
export function readPredicate(
  scene: Scene,
  mention: Mention,
  outcome: Outcome | undefined,
): Predicate {
  if (mention.sign !== UNSIGNED) return readPole(scene, mention);
  const ranked = scene.cues
    .filter(
      (cue) =>
        PREDICATES.has(cue.family) && cue.clause === mention.clause && !overlaps(cue, mention),
    )
    .map((cue) => ({ cue, score: bond(scene, cue, mention) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const best = ranked[0]?.cue;
  if (!best) {
    // "no rejection": the negation alone says it.
    const negated = isNegated(scene, mention.first);
    return { sign: negated ? DOWN : UNSIGNED, negated };
  }
  let sign = signOf(best.family, outcome);
  if (isReversed(scene, best)) sign = flip(sign);
  const size = sizeOfChange(scene, best, mention);
  if (size === 'less') sign = flip(sign);
  if (size === 'none') sign = SAME;
  const negated =
    isNegated(scene, best.first) ||
    (best.last < mention.first && isNegatedBetween(scene, best, mention));
  if (negated) sign = negate(sign, best.family);
  return { sign, cue: best, negated };
}

/** A pole says its direction itself; negation and "less", "lack", "lose" before it turn it round. */
function readPole(scene: Scene, mention: Mention): Predicate {
  const negated = isNegated(scene, mention.first, mention.last);
  let sign = mention.sign;
  const before = scene.cues.find(
    (cue) =>
      (cue.family === 'down' || cue.family === 'absent') &&
      cue.clause === mention.clause &&
      ((cue.last < mention.first &&
        mention.first - cue.last <= 3 &&
        !hasStop(scene, cue.last, mention.first)) ||
        isComparativeAfter(scene, cue, mention)),
  );
  if (before) sign = flip(sign);
  if (negated) sign = flip(sign);
  if (before && isNegated(scene, before.first) && !negated) sign = flip(sign);
  return { sign, ...(before && { cue: before }), negated };
}

/** "turn into bone less readily", "engraft with low efficiency", "engraft poorly": what follows the verb may turn it. */
function isComparativeAfter(scene: Scene, cue: Cue, mention: Mention): boolean {
  const distance = cue.first - mention.last;
  if (distance < 1 || distance > 4) return false;
  const word = scene.tokens[cue.first]?.text.toLowerCase() ?? '';
  if (word === 'less') return true;
  const linked = distance === 2 && MANNER.has(scene.tokens[cue.first - 1]?.stem ?? '');
  return linked || (distance === 1 && word.endsWith('ly'));
}

/** How closely a cue is bound to an outcome mention; 0 for not at all. */
function bond(scene: Scene, cue: Cue, mention: Mention): number {
  const before = cue.last < mention.first;
  const from = before ? cue.last : mention.last;
  const to = before ? mention.first : cue.first;
  const distance = to - from;
  const between = scene.mentions.filter(
    (other) => other.first > from && other.last < to && isOutcomeMention(scene, other, mention),
  ).length;
  const commas = countCommas(scene, from, to);
  let score = before ? 8 : 7;
  if (before && distance === 1) score += 3;
  if (before && distance <= 4 && isOf(scene, cue.last + 1)) score += 2;
  if (!before && distance <= 3) score += 1.5;
  score -= distance * 0.25;
  // Another outcome between them takes the cue, unless the two are a list.
  score -= between * (before ? 1 : 2.5);
  score -= commas * 1;
  if (cue.family === 'present' || cue.family === 'differ') score -= 3;
  if (cue.family === 'absent') score -= 0.5;
  if (cue.family === 'equal') score += 1.5;
  if (cue.family === 'ahead' || cue.family === 'behind') score += 0.5;
  return Math.max(score, cue.family === 'present' ? 0.2 : 0.1);
}

function isOutcomeMention(_scene: Scene, other: Mention, mention: Mention): boolean {
  return other !== mention && (other.sign !== UNSIGNED || other.concept !== mention.concept);
}

function isOf(scene: Scene, at: number): boolean {
  const stem = scene.tokens[at]?.stem;
  return stem === 'in' || stem === 'of' || stem === 'on' || stem === 'for' || stem === 'to';
}

/** "prevented the decline in LVEF", "no loss of": a cue of taking away right before a cue of change turns it round. */
function isReversed(scene: Scene, cue: Cue): boolean {
  if (cue.family !== 'up' && cue.family !== 'down' && cue.family !== 'good' && cue.family !== 'bad')
    return false;
  return scene.cues.some(
    (other) =>
      (other.family === 'absent' || other.family === 'down') &&
      other.clause === cue.clause &&
      other.last < cue.first &&
      cue.first - other.last <= 3 &&
      !hasStop(scene, other.last, cue.first) &&
      !overlaps(other, cue),
  );
}

/** Nouns that say that something changed, so that what follows can only say how much. */
const CHANGES = lemmaSet(
  'gain improvement increase rise benefit decline decrease reduction drop fall loss recovery growth',
);
/** How far behind the outcome the size may stand: "the gain in ejection fraction at one year was smaller". */
const SIZE_REACH = 9;

/** "Gains in LVEF were smaller" is less of a gain; "the reduction in pain was greater" is still a reduction. */
function sizeOfChange(scene: Scene, cue: Cue, mention: Mention): 'less' | 'none' | undefined {
  if (cue.last >= mention.first || !CHANGES.has(scene.tokens[cue.first]?.stem ?? ''))
    return undefined;
  const after = scene.cues.find(
    (other) =>
      other.clause === mention.clause &&
      other.first > mention.last &&
      other.first - mention.last <= SIZE_REACH &&
      (other.family === 'down' || other.family === 'equal' || other.family === 'up'),
  );
  if (after?.family === 'down') return 'less';
  return after?.family === 'equal' ? 'none' : undefined;
}

/** "showed no immune response": the negation stands between the verb and the outcome. */
function isNegatedBetween(scene: Scene, cue: Cue, mention: Mention): boolean {
  return scene.cues.some(
    (other) =>
      other.family === 'negate' &&
      other.first > cue.last &&
      other.last < mention.first &&
      isNegated(scene, mention.first),
  );
}

function signOf(family: CueFamily, outcome: Outcome | undefined): Sign {
  const good = outcome?.desirable === 'down' ? DOWN : UP;
  switch (family) {
    case 'up':
    case 'present':
      return UP;
    case 'down':
    case 'absent':
      return DOWN;
    case 'equal':
      return SAME;
    case 'good':
    case 'ahead':
      return good;
    case 'bad':
    case 'behind':
      return flip(good);
    case 'differ':
      return UP | DOWN;
    case 'negate':
    case 'negate-back':
    case 'negate-not':
    case 'terminator':
    case 'connective':
    case 'hedge':
    case 'booster':
    case 'general':
    case 'long-term':
    case 'short-term':
    case 'question':
    case 'aim':
    case 'hypothesis':
    case 'own-methods':
    case 'own-results':
    case 'rejected':
      return UNSIGNED;
  }
}

/** The other direction. */
export function flip(sign: Sign): Sign {
  return (sign & SAME) | (sign & UP ? DOWN : 0) | (sign & DOWN ? UP : 0);
}

/** What is left when a sign is denied. "Not present" is absent; "did not rise" may be a fall or no change. */
function negate(sign: Sign, family: CueFamily): Sign {
  if (family === 'present' || family === 'absent') return flip(sign);
  return (UP | DOWN | SAME) & ~sign;
}

function overlaps(a: { first: number; last: number }, b: { first: number; last: number }): boolean {
  return a.first <= b.last && b.first <= a.last;
}

function hasStop(scene: Scene, from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++) {
    const token = scene.tokens[i];
    if (token?.kind === 'punctuation' || (token && STOPS.has(token.stem))) return true;
  }
  return false;
}

function countCommas(scene: Scene, from: number, to: number): number {
  let commas = 0;
  for (let i = from + 1; i < to; i++) if (scene.tokens[i]?.text === ',') commas++;
  return commas;
}
