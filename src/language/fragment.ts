import { PREDICATES } from './predicate';
import type { Reading } from './types';
import { lemmaSet } from './words';

/** Verbs that a short sentence of English hardly does without. */
const AUXILIARIES = lemmaSet(
  'be have do can could may might will would shall should must seem appear remain',
);
/** Below this, words without such a verb or cue are a label ("Type 2 diabetes", "Safety."), not a sentence. */
const MIN_WORDS = 5;
/** Cells of a table are mostly labels, whatever their length. */
const MIN_WORDS_IN_TABLE = 12;

/** Whether a statement is a label or a heading run in, which asserts nothing. */
export function isFragment({ tokens, cues }: Reading, inTable = false): boolean {
  const words = tokens.filter(({ kind }) => kind === 'word');
  if (words.length >= (inTable ? MIN_WORDS_IN_TABLE : MIN_WORDS)) return false;
  if (!inTable && cues.some(({ family }) => PREDICATES.has(family))) return false;
  return !words.some(({ stem }) => AUXILIARIES.has(stem));
}
