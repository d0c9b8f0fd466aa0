import type { CueFamily } from '../language/lexicon';
import { PREDICATES } from '../language/predicate';
import type { Figure, Mention, Reading } from '../language/types';
import type { FeatureSink } from './features';
import { hashText, mix } from './hash';
import type { ClaimFrame } from './frame';
import { figureSymbol, type Part, type PartReader } from './parts';

/**
 * How a statement is worded, as seen from one claim: its words in order, where each concept is replaced by the part
 * that it plays in the claim ("the claim's intervention", "its comparator", "another donor"). What is learned from
 * such words holds for claims nobody wrote a sentence about: "COMPARATOR outdid INTERVENTION in OUTCOME".
 */

/** One word or concept of a statement, before it is related to a claim. */
interface Piece {
  /** What a plain word is to any claim. */
  readonly word?: Part;
  readonly mention?: Mention;
  readonly figure?: Figure;
}

/** A statement's pieces; worked out once and used for every claim. */
export interface Wording {
  readonly pieces: readonly Piece[];
}

/** Number of buckets that the wording's features are hashed into. */
export const WORDING_BUCKETS = 1 << 19;

/**
 * Groups of the wording's features, whose shares of the score the judgement weighs apart: runs of words and parts, the
 * same tied to the one claim, the skeleton of parts and cues, what stands near the outcome.
 */
export const WORDING_GROUPS = ['words', 'claim', 'skeleton', 'outcome'] as const;
const [WORDS, CLAIM, SKELETON_GROUP, OUTCOME] = [0, 1, 2, 3];

/** Cues that say how things stand to each other; the rest of the families are met as words. */
const SKELETON = new Set<CueFamily>([
  ...PREDICATES,
  'negate',
  'negate-back',
  'connective',
  'hedge',
  'booster',
  'general',
  'rejected',
]);
const ARTICLES = new Set(['the', 'a', 'an']);
/** How far from an outcome a word may stand to be seen together with it. */
const NEAR = 7;

/** Takes a statement apart. What stands beside it in its paragraph is no part of how it is worded. */
export function wordingOf(reading: Reading): Wording {
  return { pieces: piecesOf(reading) };
}

function piecesOf(reading: Reading): Piece[] {
  const { tokens, mentions, cues, figures } = reading;
  const covered = new Uint8Array(tokens.length);
  const startsAt = new Map<number, Mention[]>();
  for (const mention of mentions) {
    covered.fill(1, mention.first, mention.last + 1);
    const list = startsAt.get(mention.first);
    if (list) list.push(mention);
    else startsAt.set(mention.first, [mention]);
  }
  const familyAt = new Map<number, CueFamily>();
  for (const cue of cues) if (!familyAt.has(cue.first)) familyAt.set(cue.first, cue.family);
  const figureAt = new Map<number, Figure>();
  for (const figure of figures) {
    figureAt.set(figure.first, figure);
    covered.fill(2, figure.first, figure.last + 1);
  }
  const pieces: Piece[] = [];
  tokens.forEach((token, i) => {
    const family = familyAt.get(i);
    const figure = figureAt.get(i);
    if (figure) pieces.push({ figure });
    for (const mention of startsAt.get(i) ?? []) {
      pieces.push({ mention });
    }
    if (covered[i] || ARTICLES.has(token.stem)) return;
    if (token.kind === 'punctuation') return;
    pieces.push({ word: partOfWord(token.stem, family) });
  });
  return pieces;
}

/** The parts that a statement's words and concepts play in a claim, in order. */
export function partsOf(wording: Wording, frame: ClaimFrame, partReader: PartReader): Part[] {
  return wording.pieces.map((piece) => partOf(piece, frame, partReader));
}

/**
 * Tells `sink` the features of a statement against a claim, for WORDING_BUCKETS buckets: runs of one to three symbols,
 * alone and together with the claim's direction, certainty and id; the skeleton of parts and cues; what stands near
 * the claim's outcome.
 * @param parts as `partsOf` gives them
 * @param isBest whether no claim fits the statement better
 */
export function wordingFeatures(
  parts: readonly Part[],
  { claim: { id, direction: said, certainty: sure } }: ClaimFrame,
  isBest: boolean,
  sink: FeatureSink,
): void {
  const direction = hashText(said);
  const certainty = hashText(`~${sure}`);
  const place = isBest ? 9 : 10;
  const claim = hashText(id);
  sink.begin();
  const add = (hash: number, group: number) => {
    sink.add(hash, group);
    sink.add(mix(hash, direction), group);
    sink.add(mix(hash, certainty), group);
  };
  const symbols = parts.map(({ symbol }) => symbol);
  for (let i = 0; i < symbols.length; i++) {
    const a = symbols[i] as number;
    const b = symbols[i + 1];
    const c = symbols[i + 2];
    add(mix(a, 1), WORDS);
    sink.add(mix(mix(a, claim), 13), CLAIM);
    sink.add(mix(mix(a, place), 11), WORDS);
    if (b !== undefined) {
      add(mix(mix(a, b), 2), WORDS);
      sink.add(mix(mix(mix(a, b), claim), 14), CLAIM);
    }
    if (b !== undefined && c !== undefined) add(mix(mix(mix(a, b), c), 3), WORDS);
    if (c !== undefined) add(mix(mix(a, c), 4), WORDS);
  }
  parts.forEach((part, at) => {
    if (!part.isOutcome) return;
    for (let i = Math.max(0, at - NEAR); i <= Math.min(parts.length - 1, at + NEAR); i++) {
      if (i === at) continue;
      const word = symbols[i] as number;
      const side = i < at ? 5 : 6;
      sink.add(mix(mix(mix(part.symbol, word), side), direction), OUTCOME);
    }
  });
  const skeleton = parts.flatMap(({ skeleton: bone }) => (bone === undefined ? [] : [bone]));
  for (let i = 0; i < skeleton.length; i++) {
    let hash = 7;
    for (let n = 0; n < 4; n++) {
      const bone = skeleton[i + n];
      if (bone === undefined) break;
      hash = mix(hash, bone);
      if (n === 0) continue;
      add(hash, SKELETON_GROUP);
      sink.add(mix(mix(hash, place), 12), SKELETON_GROUP);
      sink.add(mix(mix(hash, claim), 15), CLAIM);
    }
    for (let j = i + 2; j < Math.min(skeleton.length, i + 8); j++)
      sink.add(
        mix(mix(mix(skeleton[i] as number, skeleton[j] as number), 8), direction),
        SKELETON_GROUP,
      );
  }
  sink.add(mix(direction, certainty), WORDS);
}

function partOf(piece: Piece, frame: ClaimFrame, partOfMention: PartReader): Part {
  const { word, mention, figure } = piece;
  if (word) return word;
  if (mention) return partOfMention(mention, frame);
  const symbol = hashText(figure ? figureSymbol(figure, frame) : '');
  return { symbol, skeleton: symbol, isOutcome: false };
}

function partOfWord(stem: string, family: CueFamily | undefined): Part {
  const skeleton =
    family !== undefined && SKELETON.has(family) ? hashText(`cue:${family}`) : undefined;
  return { symbol: hashText(stem), skeleton, isOutcome: false };
}
