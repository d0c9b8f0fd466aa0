import model from '../../data/model/checker.json';
import type { Quantity } from '../evidence/types';
import { consider, type Candidate } from './consider';
import type { Evidence } from './evidence';
import { explain } from './explain';
import { marksOf } from './marks';
import { isSparse, plainProbability } from './plain';
import { signalsOf, withRivals, wordingSignals, type Signals } from './signals';
import type { Subject } from './statement';
import { createPredictor } from './trees';
import type { Comparison } from './types';
import { partsOf, wordingFeatures, wordingOf } from './wording';

const disagrees = createPredictor(model.disagrees);

/** From this probability on a disagreement is reported: a false alarm costs more than a miss. */
const REPORT_FROM = 0.48;
/** The model learns from sentences of which half are wrong; in running prose hardly any is. */
const REPORT_IN_PROSE_FROM = 0.65;
/** Below this, a claim that speaks of the same thing agrees with the statement. */
const AGREES_UNDER = 0.27;
/** So close a paraphrase with the right figure agrees, also where no outcome is spoken of. */
const CLOSE = 0.6;

/** What became of a claim that a statement was held against; `outweighed` where it differs and another one explains it. */
export type Fate = 'differs' | 'outweighed' | 'agrees' | 'unsure' | 'silent';

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
  return candidates.length === 0 ? [] : outweigh(weigh(subject, candidates, evidence));
}

function weigh(subject: Subject, candidates: readonly Candidate[], evidence: Evidence): Verdict[] {
  const { reading } = subject;
  const { wordingScore, contrastScore } = evidence;
  const marks = marksOf(reading, evidence.vocabulary);
  const wording = wordingOf(reading);
  const alsoRight = figuresOfCited(candidates);
  const pairs = candidates.map((candidate) => {
    const { profile, rank } = candidate;
    const parts = partsOf(wording, profile, evidence.partReader);
    wordingFeatures(parts, profile, rank === 0, wordingScore);
    const contrast = evidence.contrasts(parts, profile.known, contrastScore);
    const [setApart = 0] = contrastScore.logOdds();
    const signals = signalsOf(
      {
        reading,
        isRebutted: subject.isRebutted ?? false,
        marks,
        candidate,
        alsoRight,
        wording: wordingSignals(wordingScore.logOdds(), setApart, contrast),
      },
      evidence.vocabulary,
    );
    return [candidate, signals] as const;
  });
  return withRivals(pairs).map((signals, i) => {
    const candidate = candidates[i] as Candidate;
    const probability = isSparse(candidate.profile)
      ? plainProbability(reading, candidate.profile, signals)
      : disagrees(signals.vector);
    return {
      ...candidate,
      signals,
      probability,
      fate: fateOf(probability, signals, subject, candidate),
    };
  });
}

/** Figures of the other references that a statement cites are right too. */
export function figuresOfCited(candidates: readonly Candidate[]): readonly Quantity[] {
  return candidates.flatMap(({ profile, cited }) => (cited ? profile.quantities : []));
}

function fateOf(
  probability: number,
  signals: Signals,
  subject: Subject,
  { alone }: Candidate,
): Fate {
  const { reading, isInProse = false } = subject;
  if (probability >= (isInProse ? REPORT_IN_PROSE_FROM : REPORT_FROM))
    return reading.voice === 'question' ? 'silent' : 'differs';
  if (probability >= AGREES_UNDER) return 'unsure';
  const agrees = signals.agreeing.length > 0 || (signals.figureRight && alone >= CLOSE);
  return agrees ? 'agrees' : 'silent';
}

function toComparisons(subject: Subject, verdicts: readonly Verdict[]): Comparison[] {
  const agreeing = verdicts.filter(({ fate }) => fate === 'agrees');
  const differing = verdicts.filter(({ fate }) => fate === 'differs');
  return [
    ...differing
      .sort((a, b) => tellingWeight(b) - tellingWeight(a))
      .map((one) => explain(subject, one.profile, one.signals, one.probability)),
    ...agreeing
      .sort((a, b) => agreement(b) - agreement(a))
      .map((one): Comparison => ({
        profile: one.profile,
        relation: 'agrees',
        // What the sentences before add is not what this one says.
        confidence: one.alone,
        reason: 'the review says so too',
        span: { start: 0, end: subject.text.length },
      })),
  ];
}

/** Lets a claim that agrees speak for the statement against one that differs. */
function outweigh(verdicts: readonly Verdict[]): Verdict[] {
  const agreeing = verdicts.filter(({ fate }) => fate === 'agrees');
  return verdicts.map((one) =>
    one.fate === 'differs' &&
    agreeing.some((other) => accountsFor(other, one) || isCitedInstead(other, one))
      ? { ...one, fate: 'outweighed' }
      : one,
  );
}

/** From here on another claim that says so too makes no difference. */
const BEYOND_DOUBT = 0.9;
/** How well the other claim must fit, as a share of the one that it speaks against. */
const FITS_FROM = 0.95;

/**
 * "They did not differ" opposes the claim that both improved, and is just what the next claim says: where all that seems
 * to oppose one claim is what another one, that fits as well, says too, the writer means the other.
 */
function accountsFor(agreeing: Verdict, differing: Verdict): boolean {
  const { opposing, conflicts, figureWrong, swapped } = differing.signals;
  return (
    differing.probability < BEYOND_DOUBT &&
    agreeing.profile.claim.certainty !== 'contested' &&
    agreeing.similar >= differing.similar * FITS_FROM &&
    opposing.length > 0 &&
    opposing.every((assertion) => agreeing.signals.agreeing.includes(assertion)) &&
    conflicts.length === 0 &&
    !figureWrong &&
    !swapped
  );
}

/** How much better a claim of the source must fit than another claim of the same source that it stands for. */
const FITS_FAR_BETTER = 1.6;

/**
 * A statement that says what its source says need not say what another source says of something much like it, nor
 * what the same source says of something that is hardly spoken of.
 */
function isCitedInstead(agreeing: Verdict, differing: Verdict): boolean {
  const better = differing.cited ? FITS_FAR_BETTER : 1;
  return agreeing.cited && agreeing.similar >= differing.similar * better;
}

/** How much a likeness to a claim's right sentences counts beside the likeness of subject. */
const MARKS_SHARE = 0.04;

/** Of several claims that agree, the one whose right sentences it is most like is the one that is meant. */
function agreement({ similar, signals }: Verdict): number {
  const marks = Object.values(signals.ratios).reduce((sum, ratio) => sum + ratio, 0);
  return similar - MARKS_SHARE * marks;
}

/** Of several claims that differ, one whose other figures are right ("at 12 months") is the one that is meant. */
function tellingWeight({ probability, similar, signals }: Verdict): number {
  return probability * similar + (signals.figureWrong && signals.figureRight ? 0.1 : 0);
}
