import type { FeatureSink } from './features';
import { mix } from './hash';
import type { SymbolTable } from './known';
import type { Part } from './parts';
import type { ClaimSentences } from './profile';

/**
 * A statement beside the sentences that are known of a claim and most like it. What it has more than a right sentence,
 * or lacks of it, may turn it wrong ("not", "barely"), and what it has more than a wrong one may mend it: nearly the
 * same words with nearly the same sense, which runs of words alone cannot tell apart.
 */
export interface Contrast {
  /** How like the nearest right sentence it is, 0 to 1 (Dice, weighted by inverse document frequency). */
  readonly right: number;
  readonly wrong: number;
  /** The share of wrong ones among the nearest, 0 to 1. */
  readonly lean: number;
}

/** Number of buckets that the features of a contrast are hashed into. */
export const CONTRAST_BUCKETS = 1 << 19;

/** Of each kind so many sentences are looked at for differences. */
const TELLING = 2;
/** So many sentences of both kinds are asked which kind they are. */
const NEIGHBOURS = 7;
/** From these likenesses on, differences weigh otherwise: between near twins every word counts. */
const LEVELS = [0.4, 0.55, 0.75];
/** Pairs of words, one for the other, are only looked at where few could be meant. */
const MOST_PAIRS = 36;

interface Neighbour {
  readonly at: number;
  readonly likeness: number;
}

/** Finds contrasts; what differs from the nearest right and wrong sentences goes to `sink`. */
export type Contrasts = (
  parts: readonly Part[],
  known: ClaimSentences,
  sink: FeatureSink,
) => Contrast;

/** `numberOf` and its kin number the symbols of the known sentences. */
export function createContrasts({
  numberOf,
  hashes,
  weights,
  unknownWeight,
}: SymbolTable): Contrasts {
  /** Of each known symbol that the statement has its weight; all zero between two calls. */
  const ownWeights = new Float64Array(hashes.length);
  /** For each known symbol the last of the known sentences that were looked at closely and have it. */
  const lastWith = new Uint32Array(hashes.length);
  let look = 0;
  return (parts, known, sink) => {
    const own: number[] = [];
    const strange: number[] = [];
    let length = 0;
    for (const { symbol } of parts) {
      const number = numberOf.get(symbol);
      if (number === undefined) {
        if (strange.includes(symbol)) continue;
        strange.push(symbol);
        length += unknownWeight;
      } else if (ownWeights[number] === 0) {
        const weight = weights[number] as number;
        ownWeights[number] = weight;
        own.push(number);
        length += weight;
      }
    }
    const { starts, symbols, isWrong, lengths } = known;
    const right: Neighbour[] = [];
    const wrong: Neighbour[] = [];
    let from = starts[0] ?? 0;
    for (let at = 0; at < isWrong.length; at++) {
      const end = starts[at + 1] ?? 0;
      let shared = 0;
      // What the statement lacks adds nothing: quicker than to ask each time.
      for (let i = from; i < end; i++) shared += ownWeights[symbols[i] as number] as number;
      from = end;
      keepNearest(
        isWrong[at] ? wrong : right,
        at,
        (2 * shared) / (length + (lengths[at] ?? 0) || 1),
      );
    }
    sink.begin();
    for (const [side, list] of [
      [31, right],
      [32, wrong],
    ] as const) {
      for (let rank = 0; rank < TELLING && rank < list.length; rank++) {
        const { at, likeness } = list[rank] as Neighbour;
        look++;
        const less: number[] = [];
        for (let i = starts[at] ?? 0; i < (starts[at + 1] ?? 0); i++) {
          const number = symbols[i] as number;
          lastWith[number] = look;
          if (ownWeights[number] === 0) less.push(hashes[number] as number);
        }
        const more = [...strange];
        for (const number of own)
          if (lastWith[number] !== look) more.push(hashes[number] as number);
        addDifferences(sink, { side, rank, likeness, more, less });
      }
    }
    for (const number of own) ownWeights[number] = 0;
    return {
      right: right[0]?.likeness ?? 0,
      wrong: wrong[0]?.likeness ?? 0,
      lean: leanOf(right, wrong),
    };
  };
}

/** Adds a sentence to the nearest, best first; of the same likeness the first stays before the later ones. */
function keepNearest(list: Neighbour[], at: number, likeness: number): void {
  const { length } = list;
  if (length === NEIGHBOURS && likeness <= (list[length - 1] as Neighbour).likeness) return;
  let place = length;
  while (place > 0 && (list[place - 1] as Neighbour).likeness < likeness) place--;
  if (length === NEIGHBOURS) list.pop();
  list.splice(place, 0, { at, likeness });
}

interface Difference {
  /** One number for right sentences, another for wrong ones. */
  readonly side: number;
  readonly rank: number;
  readonly likeness: number;
  /** Hashes of what only the statement has, and of what only the known sentence has. */
  readonly more: readonly number[];
  readonly less: readonly number[];
}

function addDifferences(sink: FeatureSink, { side, rank, likeness, more, less }: Difference): void {
  const level = LEVELS.filter((from) => likeness > from).length;
  sink.add(mix(mix(side, level), 50 + rank));
  for (const symbol of more) {
    sink.add(mix(mix(side, 1), symbol));
    sink.add(mix(mix(mix(side, 2), symbol), level));
  }
  for (const symbol of less) {
    sink.add(mix(mix(side, 3), symbol));
    sink.add(mix(mix(mix(side, 4), symbol), level));
  }
  if (more.length * less.length > MOST_PAIRS) return;
  for (const one of more) for (const other of less) sink.add(mix(mix(mix(side, 5), one), other));
}

/** Nearest neighbours vote, the nearer ones with more weight; where none is near, hardly either way. */
function leanOf(right: readonly Neighbour[], wrong: readonly Neighbour[]): number {
  const nearest = [
    ...right.map(({ likeness }) => ({ likeness, isWrong: 0 })),
    ...wrong.map(({ likeness }) => ({ likeness, isWrong: 1 })),
  ]
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, NEIGHBOURS);
  let all = 0.04;
  let votes = 0.02;
  for (const { likeness, isWrong } of nearest) {
    const weight = likeness ** 4;
    all += weight;
    votes += weight * isWrong;
  }
  return votes / all;
}
