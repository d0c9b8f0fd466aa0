import type { EntityKind, Quantity } from '../evidence/types';
import type { Reading } from '../language/types';
import { SAME } from '../language/types';
import type { Vocabulary } from '../language/vocabulary';
import { compare, EXCLUSIVE, type Comparands } from './compare';
import { compareFigures, type FigureComparison } from './figures';
import { MARK_FAMILIES, markRatios, type MarkFamily } from './marks';
import type { ClaimProfile } from './profile';

/** Names of the signals, in the order of the numbers that `signalsOf` gives and the model was trained on. */
export const SIGNALS: readonly string[] = [
  'similarity',
  'relative',
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

/** Everything that speaks for or against a disagreement between a sentence and a claim. */
export function signalsOf(
  reading: Reading,
  marks: ReadonlySet<string>,
  profile: ClaimProfile,
  vocabulary: Vocabulary,
  similarity: number,
  /** The similarity over that of the claim that fits best; 1 for that claim itself. */
  relative: number,
  cited: boolean,
  leaveOut?: 'flagged' | 'spared',
  alsoRight: readonly Quantity[] = [],
): Signals {
  const compared = compare(reading, profile, vocabulary);
  const figures = compareFigures(reading, profile, alsoRight);
  const ratios = markRatios(marks, profile.table, leaveOut);
  const opposing = compared.opposing.filter((assertion) => assertion.voice === 'writer');
  const agreeing = compared.agreeing;
  const { certainty } = profile.claim;
  const isOpen = certainty === 'contested' || certainty === 'inconclusive' || certainty === 'mixed';
  const isWeak = certainty === 'limited';
  const isWriter =
    reading.voice === 'writer' &&
    (reading.assertions.length === 0 || reading.assertions.some(({ voice }) => voice === 'writer'));
  const isSure =
    (reading.certainty.boosted || reading.certainty.general || reading.certainty.longTerm) &&
    !reading.certainty.hedged;
  const conflict = (kind: EntityKind) => (compared.conflicts.some((c) => c.kind === kind) ? 1 : 0);
  const exact = opposing.some((assertion) => profile.outcomes.includes(assertion.outcome));
  const numbers = [
    similarity,
    relative,
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
    Number(reading.certainty.hedged),
    Number(reading.certainty.boosted),
    Number(reading.certainty.general),
    Number(reading.certainty.longTerm),
    Number(reading.certainty.shortTerm),
    Number(isOpen),
    Number(isWeak),
    Number(/short|lasting|long[- ]term|permanent|follow-up/i.test(profile.claim.caveat ?? '')),
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
