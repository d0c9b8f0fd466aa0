import model from '../../data/model/checker.json';
import type { Quantity } from '../evidence/types';
import { consider, type Candidate } from './consider';
import type { Evidence } from './evidence';
import { explain } from './explain';
import { marksOf } from './marks';
import { signalsOf, withRivals, type Signals } from './signals';
import type { Subject } from './statement';
import { predict } from './trees';
import type { Comparison } from './types';
import { scoreWording, wordingFeatures, wordingOf } from './wording';
import { WORDING_MODEL } from './wording-model';

/** From this probability on a disagreement is reported: a false alarm costs more than a miss. */
export const REPORT_FROM = 0.6;
/** Below this, a claim that speaks of the same thing agrees with the statement. */
const AGREES_UNDER = 0.35;

/** What became of a claim that a statement was held against. */
export type Fate = 'differs' | 'agrees' | 'unsure' | 'silent';

/** A claim with everything that was found out about it and a statement. */
export interface Verdict extends Candidate {
  readonly signals: Signals;
  /** That the statement disagrees with the claim. */
  readonly probability: number;
  readonly fate: Fate;
}

/** Holds a statement against the claims that it could touch. The telling comparison first. */
export function judge(subject: Subject, evidence: Evidence): Comparison[] {
  return toComparisons(subject, verdictsOn(subject, evidence));
}

/** As `judge`, with the claims that came to nothing too, the best fitting first. */
export function verdictsOn(subject: Subject, evidence: Evidence): Verdict[] {
  const candidates = consider(subject, evidence);
  return candidates.length === 0 ? [] : weigh(subject, candidates, evidence);
}

function weigh(subject: Subject, candidates: readonly Candidate[], evidence: Evidence): Verdict[] {
  const { reading } = subject;
  const marks = marksOf(reading, evidence.vocabulary);
  const wording = wordingOf(reading, subject.before, subject.after);
  const alsoRight = figuresOfCited(candidates);
  const pairs = candidates.map((candidate) => {
    const features = wordingFeatures(wording, candidate, evidence.partReader);
    const signals = signalsOf(
      { reading, marks, candidate, alsoRight, wording: scoreWording(WORDING_MODEL, features) },
      evidence.vocabulary,
    );
    return [candidate, signals] as const;
  });
  return withRivals(pairs).map((signals, i) => {
    const probability = predict(model, signals.vector);
    return {
      ...(candidates[i] as Candidate),
      signals,
      probability,
      fate: fateOf(probability, signals),
    };
  });
}

/** Figures of the other references that a statement cites are right too. */
export function figuresOfCited(candidates: readonly Candidate[]): readonly Quantity[] {
  return candidates.flatMap(({ profile, cited }) => (cited ? profile.quantities : []));
}

function fateOf(probability: number, signals: Signals): Fate {
  if (probability >= REPORT_FROM) return 'differs';
  if (probability >= AGREES_UNDER) return 'unsure';
  return signals.agreeing.length > 0 ? 'agrees' : 'silent';
}

function toComparisons(subject: Subject, verdicts: readonly Verdict[]): Comparison[] {
  const differing = verdicts.filter(({ fate }) => fate === 'differs');
  const agreeing = verdicts.filter(({ fate }) => fate === 'agrees');
  return [
    ...differing
      .sort((a, b) => tellingWeight(b) - tellingWeight(a))
      .map((one) => explain(subject, one.profile, one.signals, one.probability)),
    ...agreeing.map((one): Comparison => ({
      profile: one.profile,
      relation: 'agrees',
      confidence: one.similar,
      reason: 'the review says so too',
      span: { start: 0, end: subject.text.length },
    })),
  ];
}

/** Of several claims that differ, one whose other figures are right ("at 12 months") is the one that is meant. */
function tellingWeight({ probability, similar, signals }: Verdict): number {
  return probability * similar + (signals.figureWrong && signals.figureRight ? 0.1 : 0);
}
