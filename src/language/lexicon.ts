import certainty from '../../data/lexicon/certainty.json';
import change from '../../data/lexicon/change.json';
import comparison from '../../data/lexicon/comparison.json';
import negation from '../../data/lexicon/negation.json';
import presence from '../../data/lexicon/presence.json';
import voice from '../../data/lexicon/voice.json';

/** The families of general English cues; each a list of patterns in `data/lexicon/`. */
export const LEXICON = {
  up: change.up,
  down: change.down,
  good: change.good,
  bad: change.bad,
  present: presence.present,
  absent: presence.absent,
  negate: negation.forward,
  'negate-back': negation.backward,
  'negate-not': negation.pseudo,
  terminator: negation.terminators,
  connective: comparison.connectors,
  ahead: comparison['subject-ahead'],
  behind: comparison['subject-behind'],
  equal: comparison.equal,
  differ: comparison.differ,
  hedge: certainty.hedges,
  booster: certainty.boosters,
  general: certainty.generality,
  'long-term': certainty['long-term'],
  'short-term': certainty['short-term'],
  question: voice.question,
  aim: voice.aim,
  hypothesis: voice.hypothesis,
  'own-methods': voice['own-methods'],
  'own-results': voice['own-results'],
  rejected: voice.rejected,
} as const satisfies Record<string, readonly string[]>;

export type CueFamily = keyof typeof LEXICON;
