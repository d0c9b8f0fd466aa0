import type { CueFamily } from '../language/lexicon';
import { PREDICATES } from '../language/predicate';
import { DOWN, UNSIGNED, UP, type Figure, type Mention, type Reading } from '../language/types';
import type { Vocabulary } from '../language/vocabulary';
import { atoms } from './atoms';
import { EXCLUSIVE } from './compare';
import type { ClaimProfile } from './profile';
import { isAmong } from './quantities';

/**
 * How a statement is worded, as seen from one claim: its words in order, where each concept is replaced by the part
 * that it plays in the claim ("the claim's intervention", "its comparator", "another donor"). What is learned from
 * such words holds for claims nobody wrote a sentence about: "COMPARATOR outdid INTERVENTION in OUTCOME".
 */

/** One word or concept of a statement, before it is related to a claim. */
interface Piece {
  /** Hash of the word's stem; for concepts unused. */
  readonly word: number;
  readonly mention?: Mention;
  readonly figure?: Figure;
  readonly family?: CueFamily;
}

/** A statement's pieces; worked out once and used for every claim. */
export interface Wording {
  readonly pieces: readonly Piece[];
  /** Hashes for what stands in the statements before and after; the same for all claims. */
  readonly surroundings: readonly number[];
}

/** Number of buckets that features are hashed into; a power of two. */
export const BUCKETS = 1 << 19;

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

/** Takes a statement apart. `before` and `after` are its neighbours in the paragraph. */
export function wordingOf(reading: Reading, before?: Reading, after?: Reading): Wording {
  return {
    pieces: piecesOf(reading),
    surroundings: [...around(before, 'before'), ...around(after, 'after')],
  };
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
    if (figure) pieces.push({ word: hashText('#'), figure });
    for (const mention of startsAt.get(i) ?? []) {
      pieces.push({ word: 0, mention, ...(family && { family }) });
    }
    if (covered[i] || ARTICLES.has(token.stem)) return;
    if (token.kind === 'punctuation') return;
    pieces.push({ word: hashText(token.stem), ...(family && { family }) });
  });
  return pieces;
}

function around(reading: Reading | undefined, where: string): number[] {
  if (!reading) return [];
  const seed = hashText(where);
  const words = reading.tokens
    .filter(({ kind, stem }) => kind !== 'punctuation' && !ARTICLES.has(stem))
    .map(({ stem }) => hashText(stem));
  const features = [seed];
  words.forEach((word, i) => {
    features.push(mix(seed, word));
    const next = words[i + 1];
    if (next !== undefined) features.push(mix(mix(seed, word), next));
    if (i < 3) features.push(mix(mix(seed, word), i));
  });
  if (reading.voice !== 'writer') features.push(mix(seed, hashText(reading.voice)));
  return features;
}

/**
 * The features of a statement against a claim, as distinct buckets of 0 … BUCKETS-1: runs of one to three
 * symbols, alone and together with the claim's direction, certainty and id; the skeleton of parts and cues; what stands
 * near the claim's outcome.
 */
export function wordingFeatures(
  wording: Wording,
  { profile, rank }: { readonly profile: ClaimProfile; readonly rank: number },
  partReader: PartReader,
  features: FeatureSet,
): readonly number[] {
  const direction = hashText(profile.claim.direction);
  const certainty = hashText(`~${profile.claim.certainty}`);
  const place = rank === 0 ? 9 : 10;
  const claim = hashText(profile.claim.id);
  const found = features.begin();
  const add = (hash: number) => {
    found.add(hash);
    found.add(mix(hash, direction));
    found.add(mix(hash, certainty));
  };
  const parts = wording.pieces.map((piece) => partOf(piece, profile, partReader));
  const symbols = parts.map(({ symbol }) => symbol);
  for (let i = 0; i < symbols.length; i++) {
    const a = symbols[i] as number;
    const b = symbols[i + 1];
    const c = symbols[i + 2];
    add(mix(a, 1));
    found.add(mix(mix(a, claim), 13));
    found.add(mix(mix(a, place), 11));
    if (b !== undefined) {
      add(mix(mix(a, b), 2));
      found.add(mix(mix(mix(a, b), claim), 14));
    }
    if (b !== undefined && c !== undefined) add(mix(mix(mix(a, b), c), 3));
    if (c !== undefined) add(mix(mix(a, c), 4));
  }
  parts.forEach((part, at) => {
    if (!part.isOutcome) return;
    for (let i = Math.max(0, at - NEAR); i <= Math.min(parts.length - 1, at + NEAR); i++) {
      if (i === at) continue;
      const word = symbols[i] as number;
      const side = i < at ? 5 : 6;
      found.add(mix(mix(mix(part.symbol, word), side), direction));
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
      add(hash);
      found.add(mix(mix(hash, place), 12));
      found.add(mix(mix(hash, claim), 15));
    }
    for (let j = i + 2; j < Math.min(skeleton.length, i + 8); j++)
      found.add(mix(mix(mix(skeleton[i] as number, skeleton[j] as number), 8), direction));
  }
  for (const hash of wording.surroundings) found.add(hash);
  found.add(mix(direction, certainty));
  return found.all();
}

/** Gathers distinct buckets; made once, since emptying it costs nothing and making it does. */
export class FeatureSet {
  /** For each bucket the round in which it was last added. */
  private readonly rounds = new Uint32Array(BUCKETS);
  private round = 0;
  private found: number[] = [];

  begin(): this {
    this.round++;
    this.found = [];
    return this;
  }

  add(hash: number): void {
    const at = bucket(hash);
    if (this.rounds[at] === this.round) return;
    this.rounds[at] = this.round;
    this.found.push(at);
  }

  all(): readonly number[] {
    return this.found;
  }
}

interface Part {
  readonly symbol: number;
  /** What it adds to the skeleton, if anything. */
  readonly skeleton: number | undefined;
  readonly isOutcome: boolean;
}

/** Finds the part that a concept plays in a claim; remembers it, since manuscripts speak of the same things again. */
export type PartReader = (mention: Mention, profile: ClaimProfile) => Part;

export function createPartReader(vocabulary: Vocabulary): PartReader {
  const known = new WeakMap<ClaimProfile, Map<string, Part>>();
  return (mention, profile) => {
    const ofProfile = known.get(profile) ?? new Map<string, Part>();
    known.set(profile, ofProfile);
    const key = `${mention.concept}/${mention.sign}`;
    const part = ofProfile.get(key) ?? partOfConcept(mention, profile, vocabulary);
    ofProfile.set(key, part);
    return part;
  };
}

function partOfConcept(mention: Mention, profile: ClaimProfile, vocabulary: Vocabulary): Part {
  const kind = vocabulary.kind(mention.concept);
  if (kind === 'outcome') {
    const text = outcomeSymbol(mention, profile, vocabulary);
    const symbol = hashText(text);
    return { symbol, skeleton: symbol, isOutcome: text.startsWith('out=') };
  }
  const relation = entityRelation(mention.concept, profile, vocabulary);
  const symbol = hashText(`${kind ?? ''}${relation}`);
  return { symbol, skeleton: relation === '' ? undefined : hashText(relation), isOutcome: false };
}

function partOf(piece: Piece, profile: ClaimProfile, partOfMention: PartReader): Part {
  const { mention, figure, family } = piece;
  if (figure) {
    const symbol = hashText(figureSymbol(figure, profile));
    return { symbol, skeleton: symbol, isOutcome: false };
  }
  if (mention) return partOfMention(mention, profile);
  const bone = family !== undefined && SKELETON.has(family) ? hashText(`cue:${family}`) : undefined;
  return { symbol: piece.word, skeleton: bone, isOutcome: false };
}

/** The claim's outcome, or another one, with the direction of a pole: for or against the claim. */
function outcomeSymbol(mention: Mention, profile: ClaimProfile, vocabulary: Vocabulary): string {
  const isSame = profile.outcomes.some((id) => vocabulary.compatible(id, mention.concept));
  if (!isSame) {
    if (mention.sign === UP) return 'out+';
    return mention.sign === DOWN ? 'out-' : 'out';
  }
  if (mention.sign === UNSIGNED) return 'out=';
  return (mention.sign & profile.sign) !== 0 ? 'out=agrees' : 'out=opposes';
}

/**
 * `=` what the claim is about, `~` what it compares that with, `^` what both have in common, `!` another one of a
 * facet that the claim is bound to, empty where the claim leaves the facet open.
 */
function entityRelation(id: string, profile: ClaimProfile, vocabulary: Vocabulary): string {
  let relation = '';
  for (const atom of atoms(id, vocabulary)) {
    const kind = vocabulary.kind(atom);
    if (kind === undefined || kind === 'outcome') continue;
    const fits = (ids: Iterable<string>) =>
      [...ids].some((one) => vocabulary.compatible(atom, one));
    const isIntervention = fits(profile.intervention);
    const isComparator = fits(profile.comparator);
    if (isComparator && !isIntervention) return '~';
    if (isIntervention && !isComparator) relation = '=';
    else if (relation === '=') continue;
    else if (isIntervention) relation = '^';
    else {
      const bound = profile.facets.get(kind);
      if (bound === undefined) continue;
      if (fits(bound)) relation = relation === '!' ? relation : '=';
      else if (EXCLUSIVE.includes(kind)) relation = '!';
    }
  }
  return relation;
}

function figureSymbol(figure: Figure, profile: ClaimProfile): string {
  const unit = figure.unit === '' ? 'bare' : figure.unit;
  if (profile.quantities.length === 0) return `num:${unit}`;
  return isAmong(figure.value, profile.quantities) ? `num=:${unit}` : `num!:${unit}`;
}

/** A table of weights, one a bucket, as the training script writes it. */
export interface WordingModel {
  readonly bias: number;
  /** What one step of `weights` stands for. */
  readonly scale: number;
  readonly weights: Int8Array;
}

/** The log odds that a statement worded like this disagrees with the claim. */
export function scoreWording(model: WordingModel, features: readonly number[]): number {
  let sum = 0;
  for (const feature of features) sum += model.weights[feature] ?? 0;
  return model.bias + sum * model.scale;
}

/** FNV-1a over UTF-16 code units. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash ^= text.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}

/** Mixes two hashes; the order counts. */
function mix(a: number, b: number): number {
  let hash = Math.imul(a ^ (a >>> 15), 0x85ebca6b) ^ Math.imul(b, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 13), 0x27d4eb2f);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function bucket(hash: number): number {
  const spread = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  return ((spread ^ (spread >>> 15)) >>> 0) & (BUCKETS - 1);
}
