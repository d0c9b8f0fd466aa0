import type { Claim, EntityKind, Quantity } from '../evidence/types';
import type { Reading } from '../language/types';
import { SAME } from '../language/types';
import type { Vocabulary } from '../language/vocabulary';
import { compare, EXCLUSIVE, type Comparands } from './compare';
import { compareFigures, type FigureComparison } from './figures';
import { MARK_FAMILIES, markRatios, type MarkFamily } from './marks';
import type { Candidate } from './consider';
import { isAmong } from './quantities';
import type { Contrast } from './contrast';
import { WORDING_GROUPS } from './wording';

/** Those that the trained weights give; the training script fills them in once it has learned the weights. */
export const WORDING_SIGNALS = [
  'wording',
  ...WORDING_GROUPS.map((group) => `wording-${group}`),
  'contrast',
  'nearest-right',
  'nearest-wrong',
  'nearer-wrong',
  'lean',
] as const;

/** Names of the signals, in the order of the numbers that `signalsOf` gives and the model was trained on. */
export const SIGNALS: readonly string[] = [
  ...WORDING_SIGNALS,
  'similarity',
  'similarity-alone',
  'words',
  'relative',
  'rank',
  'rival',
  'cited',
  'agreeing',
  'opposing',
  'opposing-exact',
  'both',
  'swapped',
  'denied-difference',
  ...EXCLUSIVE.map((kind) => `conflict-${kind}`),
  'conflicts',
  'figure-wrong',
  'figure-right',
  'figures-known',
  'figures-unknown',
  'hedged',
  'boosted',
  'general',
  'long-term',
  'short-term',
  'open',
  'weak',
  'short-lived',
  'not-writer',
  'negations',
  'outcome-mentioned',
  'unstated-donor',
  'unstated-disease',
  'unstated',
  'benefit-agrees',
  'benefit-opposes',
  'sure-of-open',
  ...MARK_FAMILIES.map((family) => `marks-${family}`),
  'marks',
];

/** Numbers that the model decides on, and the parts that a person can be told. */
export interface Signals extends Comparands {
  readonly vector: readonly number[];
  readonly figureWrong: boolean;
  readonly figureRight: boolean;
  readonly mismatch: FigureComparison['mismatch'];
  /** The writer states it, rather than asking, planning or reporting it. */
  readonly isWriter: boolean;
  readonly ratios: Readonly<Record<MarkFamily, number>>;
}

/** Beyond this, length says nothing more. */
const MOST_WORDS = 40;

/** A statement and a claim that it could touch. */
export interface Pair {
  readonly reading: Reading;
  /** The next sentence takes it back. */
  readonly isRebutted?: boolean;
  /** The statement's marks (marks.ts). */
  readonly marks: ReadonlySet<string>;
  readonly candidate: Candidate;
  /** What `WORDING_SIGNALS` name. */
  readonly wording: readonly number[];
  /** Figures of other claims that the statement speaks of. */
  readonly alsoRight?: readonly Quantity[];
}

/**
 * The signals of wording, in the order of `WORDING_SIGNALS`.
 * @param wording log odds of the wording: the whole, then each group's
 * @param contrast log odds of what sets the statement apart from known sentences
 */
export function wordingSignals(
  wording: readonly number[],
  contrast: number,
  { right, wrong, lean }: Contrast,
): number[] {
  return [...wording, contrast, right, wrong, wrong - right, lean];
}

/** Everything that speaks for or against a disagreement between a statement and a claim. */
export function signalsOf(pair: Pair, vocabulary: Vocabulary): Signals {
  const { reading, isRebutted = false, marks, candidate, wording, alsoRight = [] } = pair;
  const { profile, similar, alone, relative, rank, cited } = candidate;
  const compared = compare(reading, profile, vocabulary);
  const figures = compareFigures(reading, profile, vocabulary, alsoRight);
  const ratios = markRatios(marks, profile.table);
  const opposing = compared.opposing.filter((assertion) => assertion.voice === 'writer');
  const agreeing = compared.agreeing;
  const { certainty } = profile.claim;
  const isOpen = certainty === 'contested' || certainty === 'inconclusive' || certainty === 'mixed';
  const isWeak = certainty === 'limited';
  const isWriter =
    !isRebutted &&
    reading.voice === 'writer' &&
    (reading.assertions.length === 0 || reading.assertions.some(({ voice }) => voice === 'writer'));
  const isSure =
    (reading.certainty.boosted || reading.certainty.general || reading.certainty.longTerm) &&
    !reading.certainty.hedged;
  const conflict = (kind: EntityKind) => (compared.conflicts.some((c) => c.kind === kind) ? 1 : 0);
  const exact = opposing.some((assertion) => profile.outcomes.includes(assertion.outcome));
  const known = reading.figures.filter(({ value }) => isAmong(value, profile.quantities)).length;
  const numbers = [
    ...wording,
    similar,
    alone,
    Math.min(MOST_WORDS, reading.tokens.filter(({ kind }) => kind === 'word').length),
    relative,
    rank,
    0,
    Number(cited),
    Math.min(2, agreeing.length),
    Math.min(2, opposing.length),
    Number(exact),
    Number(agreeing.length > 0 && opposing.length > 0),
    Number(compared.swapped),
    Number(opposing.some((assertion) => (assertion.sign & SAME) !== 0)),
    ...EXCLUSIVE.map(conflict),
    compared.conflicts.length,
    Number(figures.wrong),
    Number(figures.right),
    known,
    reading.figures.length - known,
    Number(reading.certainty.hedged),
    Number(reading.certainty.boosted),
    Number(reading.certainty.general),
    Number(reading.certainty.longTerm),
    Number(reading.certainty.shortTerm),
    Number(isOpen),
    Number(isWeak),
    Number(isShortLived(profile.claim)),
    Number(!isWriter),
    Math.min(3, reading.negations),
    Number(compared.mentioned),
    Number(compared.unstated.includes('donor')),
    Number(compared.unstated.includes('disease')),
    compared.unstated.length,
    Number(compared.benefit === 'agrees'),
    Number(compared.benefit === 'opposes'),
    Number(isSure && (isOpen || isWeak)),
    ...MARK_FAMILIES.map((family) => ratios[family]),
    MARK_FAMILIES.reduce((sum, family) => sum + ratios[family], 0),
  ];
  return {
    ...compared,
    vector: numbers,
    figureWrong: figures.wrong,
    figureRight: figures.right,
    mismatch: figures.mismatch,
    isWriter,
    ratios,
  };
}

/** Claims are held against thousands of statements. */
const shortLived = new WeakMap<Claim, boolean>();

/** Whether a claim's caveat says that what it found may not last. */
function isShortLived(claim: Claim): boolean {
  const known = shortLived.get(claim);
  if (known !== undefined) return known;
  const found = /short|lasting|long[- ]term|permanent|follow-up/i.test(claim.caveat ?? '');
  shortLived.set(claim, found);
  return found;
}

const RIVAL = SIGNALS.indexOf('rival');

/**
 * Fills in, for each claim, how well another one fits that the statement agrees with in every part: what is wrong of
 * one claim may be just what the next one says.
 */
export function withRivals<T extends { readonly similar: number }>(
  pairs: readonly (readonly [candidate: T, signals: Signals])[],
): Signals[] {
  return pairs.map(([candidate, signals]) => {
    let rival = 0;
    for (const [other, its] of pairs) {
      if (other !== candidate && isAgreed(its))
        rival = Math.max(rival, other.similar / Math.max(candidate.similar, 1e-6));
    }
    const vector = [...signals.vector];
    vector[RIVAL] = Math.min(2, rival);
    return { ...signals, vector };
  });
}

function isAgreed({ agreeing, opposing, conflicts, figureWrong }: Signals): boolean {
  return agreeing.length > 0 && opposing.length === 0 && conflicts.length === 0 && !figureWrong;
}
