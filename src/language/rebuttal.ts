import voice from '../../data/lexicon/voice.json';
import type { Reading } from './types';

/** Words that point back to the sentence before, where a sentence begins or ends with them. */
const BACK = new Set(['this', 'that', 'it', 'such', 'these', 'both', 'neither']);
/** Said of the sentence before, in so many words from the beginning. */
const WITHIN = 10;

const REBUTTALS = voice.rebuttal.map((phrase) => phrase.split(' '));

/** Whether a sentence takes back the one before: "This is a myth.", "The figures contradict this." */
export function isRebuttal({ tokens, cues }: Reading): boolean {
  const texts = tokens.slice(0, WITHIN).map(({ text }) => text.toLowerCase());
  const pointsBack =
    BACK.has(texts[0] ?? '') ||
    texts.some((text, i) => i > 1 && (text === 'this' || text === 'otherwise'));
  if (!pointsBack) return false;
  return REBUTTALS.some((phrase) => {
    const at = texts.findIndex((_, from) => phrase.every((word, i) => texts[from + i] === word));
    if (at < 0) return false;
    // "This is not wrong" takes nothing back.
    const isDenied = cues.some(({ family, last }) => family === 'negate' && last < at);
    return !isDenied;
  });
}
