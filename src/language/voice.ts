import type { CueFamily } from './lexicon';
import type { Scene } from './scene';
import type { Voice } from './types';

/** Cues that set the voice of the whole sentence. */
const SENTENCE_WIDE: readonly (readonly [CueFamily, Voice])[] = [
  ['aim', 'aim'],
  ['own-methods', 'own-methods'],
  ['own-results', 'own-results'],
];

/** The voice that holds for the whole sentence, or `writer`. */
export function readVoice(scene: Scene): Voice {
  const last = scene.tokens[scene.tokens.length - 1];
  if (last?.text === '?') return 'question';
  for (const [family, voice] of SENTENCE_WIDE) {
    if (scene.cues.some((cue) => cue.family === family)) return voice;
  }
  return 'writer';
}

/** The voice of one place in the sentence: a belief reported, a question or a hypothesis may fill a single clause. */
export function voiceAt(scene: Scene, at: number, sentence: Voice): Voice {
  if (sentence !== 'writer') return sentence;
  const clause = scene.clauseOf[at] ?? 0;
  for (const cue of scene.cues) {
    if (cue.clause !== clause) continue;
    if (cue.family === 'rejected') return 'reported';
    if (cue.family === 'question' && cue.first < at) return 'question';
    if (cue.family === 'hypothesis' && cue.first < at) return 'hypothesis';
  }
  return 'writer';
}
