import type { Scene } from './scene';
import type { Cue } from './types';
import { lemmaSet } from './words';

/** How far "no" and "without" reach: the noun phrase that follows. */
const NOUN_PHRASE = 7;
/** How far "not" and "never" reach within their clause. */
const VERB_PHRASE = 14;
const NOMINAL = lemmaSet('no without non none un nor neither');

/**
 * Whether what reaches from one token to another stands in the scope of an odd number of negations, after ConText (Harkema et al. 2009,
 * doi:10.1016/j.jbi.2009.05.002): a trigger reaches forward to the end of its clause or to a terminator, pseudo
 * triggers ("not only") reach nowhere.
 */
export function isNegated(scene: Scene, at: number, last = at): boolean {
  const clause = scene.clauseOf[at] ?? 0;
  let negations = 0;
  let lastToken = -1;
  for (const cue of scene.cues) {
    if (cue.clause !== clause || cue.first === lastToken) continue;
    // "escape * immune recognition": a "not" in the gap of a pattern denies it too.
    const inside = cue.family === 'negate' && cue.first > at && cue.last < last;
    const forward = inside || (cue.family === 'negate' && cue.last < at && reaches(scene, cue, at));
    const backward =
      cue.family === 'negate-back' && cue.first > at && cue.first - at <= NOUN_PHRASE;
    if (forward || backward) {
      negations++;
      lastToken = cue.first;
    }
  }
  return negations % 2 === 1;
}

function reaches(scene: Scene, cue: Cue, at: number): boolean {
  const trigger = scene.tokens[cue.first]?.stem ?? '';
  const reach = NOMINAL.has(trigger) ? NOUN_PHRASE : VERB_PHRASE;
  if (at - cue.last > reach) return false;
  // "not only A": the trigger belongs to a longer pseudo-trigger and was dropped with it when the longest match won.
  for (const other of scene.cues) {
    if (other.family === 'terminator' && other.first > cue.last && other.first < at) return false;
  }
  if (scene.tokens[cue.first]?.text.toLowerCase() === 'non' && at - cue.last > 1) return false;
  // A comma ends what "no" and "without" deny, unless it is a list ("no pain, fever or swelling").
  if (NOMINAL.has(trigger)) {
    for (let i = cue.last + 1; i < at; i++) {
      if (scene.tokens[i]?.text === ',' && !isList(scene, i, at)) return false;
    }
  }
  return true;
}

function isList(scene: Scene, comma: number, at: number): boolean {
  for (let i = comma + 1; i <= at; i++) {
    const stem = scene.tokens[i]?.stem;
    if (stem === 'or' || stem === 'nor') return true;
  }
  return false;
}
