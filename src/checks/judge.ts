import model from '../../data/model/checker.json';
import type { EntityKind } from '../evidence/types';
import type { Assertion } from '../language/types';
import type { Vocabulary } from '../language/vocabulary';
import { explain } from './explain';
import { marksOf } from './marks';
import { NARROWING, similarity } from './compare';
import type { Evidence } from './evidence';
import { featuresOf, type ClaimProfile } from './profile';
import { retrieve } from './retrieve';
import type { Subject } from './statement';
import { signalsOf, type Signals } from './signals';
import { predict } from './trees';
import type { Comparison } from './types';

/** From this probability on a disagreement is reported: a false alarm costs more than a miss. */
const REPORT_FROM = 0.6;
/** Where no single part of the sentence shows what is wrong, the model must be all the surer. */
const REPORT_UNEXPLAINED_FROM = 0.92;
/** Below this, a claim that speaks of the same thing agrees with the statement. */
const AGREES_UNDER = 0.35;
/** Claims less similar than this are about something else. */
const MIN_SIMILARITY = 0.3;
/** A claim must fit the statement about as well as the best one to be held against it. */
const RELATIVE_SIMILARITY = 0.72;
const RELATIVE_SIMILARITY_CITED = 0.5;

/** Retrieves the claims that a statement could touch, and verifies each. The telling comparison first. */
export function judge(subject: Subject, evidence: Evidence): Comparison[] {
  const { reading } = subject;
  const features = featuresOf(reading, evidence.vocabulary);
  const inContext = new Set([...features, ...(subject.contextFeatures ?? [])]);
  const numbers = new Set(subject.cited.map((reference) => reference['citation-number']));
  const marks = marksOf(reading, evidence.vocabulary);
  const considered = retrieve(subject, evidence)
    .map((profile) => {
      const cited = profile.claim.references.some((number) => numbers.has(number));
      const own = similarity(features, evidence.weights, profile);
      const similar = Math.max(own, similarity(inContext, evidence.weights, profile) * 0.95);
      return { profile, cited, similar };
    })
    .filter(({ similar, cited }) => similar >= MIN_SIMILARITY || cited);
  const best = Math.max(0, ...considered.map(({ similar }) => similar));
  // Figures of the other references that it cites are right too.
  const ofCited = considered.flatMap(({ profile, cited }) => (cited ? profile.quantities : []));
  const comparisons = considered
    .filter(
      ({ similar, cited }) =>
        similar >= best * (cited ? RELATIVE_SIMILARITY_CITED : RELATIVE_SIMILARITY),
    )
    .map(({ profile, cited, similar }) => {
      const signals = signalsOf(
        reading,
        marks,
        profile,
        evidence.vocabulary,
        similar,
        best === 0 ? 1 : similar / best,
        cited,
        undefined,
        ofCited,
      );
      return {
        profile,
        cited,
        similar,
        signals,
        probability: probabilityOf(signals, similar, similar === best),
      };
    });
  return toComparisons(subject, comparisons, evidence.vocabulary);
}

interface Weighed {
  readonly profile: ClaimProfile;
  readonly cited: boolean;
  readonly similar: number;
  readonly signals: Signals;
  readonly probability: number;
}

/** How similar the best claim must be for a plain fact (a figure, a species) to speak for itself. */
const PLAIN_SIMILARITY = 0.5;

/**
 * The model's probability; but a figure that differs from the one of the claim that fits best, or another species,
 * disease or source in a sentence that is otherwise the claim's, needs no weighing.
 */
function probabilityOf(signals: Signals, similar: number, isBest: boolean): number {
  const learned = predict(model, signals.vector);
  const isPlain = isBest && similar >= PLAIN_SIMILARITY && signals.isWriter;
  const [conflict, another] = signals.conflicts;
  const isMoved =
    conflict !== undefined &&
    another === undefined &&
    MOVED.has(conflict.kind) &&
    signals.agreeing.length > 0 &&
    signals.opposing.length === 0;
  return isPlain && (signals.figureWrong || isMoved)
    ? Math.max(learned, PLAIN_PROBABILITY)
    : learned;
}

/** Facets in which a finding that is moved to another value is no longer the review's. */
const MOVED = new Set<EntityKind>(['donor', 'tissue', 'species', 'disease', 'population']);
const PLAIN_PROBABILITY = 0.85;

function toComparisons(
  subject: Subject,
  weighed: readonly Weighed[],
  vocabulary: Vocabulary,
): Comparison[] {
  const agreeing = weighed.filter(
    ({ probability, signals }) => probability < AGREES_UNDER && signals.agreeing.length > 0,
  );
  const differing = weighed.filter(
    (one) =>
      one.probability >= (isExplained(subject, one) ? REPORT_FROM : REPORT_UNEXPLAINED_FROM) &&
      !agreeing.some((other) => !isUnsure(subject, other) && outweighs(other, one, vocabulary)),
  );
  return [
    ...differing
      .sort((a, b) => tellingWeight(b) - tellingWeight(a))
      .map((one) => explain(subject, one.profile, one.signals, one.probability)),
    ...agreeing
      .sort((a, b) => b.similar - a.similar)
      .map((one): Comparison => ({
        profile: one.profile,
        relation: 'agrees',
        confidence: one.similar,
        reason: 'the review says so too',
        span: { start: 0, end: subject.text.length },
      })),
  ];
}

/**
 * An agreeing claim speaks for the writer where it fits the statement at least as well and is about the same outcome,
 * or about the very words that seem to oppose the other one. One that is narrower than the statement does not; one
 * that names what the statement names and the other claim leaves open may fit a little less well.
 */
function outweighs(agreeing: Weighed, differing: Weighed, vocabulary: Vocabulary): boolean {
  const a = agreeing.signals;
  if (a.unstated.includes('donor') && !differing.signals.unstated.includes('donor')) return false;
  const isCloser = [...agreeing.profile.facets.keys()].some(
    (kind) =>
      NARROWING.includes(kind) && !a.unstated.includes(kind) && !differing.profile.facets.has(kind),
  );
  const needed = differing.similar * (isCloser ? CLOSER_FITS_FROM : 1);
  if (agreeing.similar < needed && !(agreeing.cited && !differing.cited)) return false;
  const sameOutcome = agreeing.profile.outcomes.some((one) =>
    differing.profile.outcomes.some((other) => vocabulary.compatible(one, other)),
  );
  return (
    sameOutcome ||
    a.agreeing.some((one) => differing.signals.opposing.some((other) => touches(one, other)))
  );
}

/** How well a claim on just what the statement names must fit, as a share of the other claim. */
const CLOSER_FITS_FROM = 0.75;

/** Whether something in the sentence shows a person what differs. */
function isExplained(subject: Subject, { signals, profile }: Weighed): boolean {
  const { boosted, general, longTerm } = subject.reading.certainty;
  return (
    signals.figureWrong ||
    signals.conflicts.length > 0 ||
    signals.opposing.some(({ voice }) => voice === 'writer') ||
    signals.benefit === 'opposes' ||
    ((boosted || general || longTerm) && profile.claim.certainty !== 'established')
  );
}

/** What the review leaves open supports nobody who says it without a hedge. */
function isUnsure(subject: Subject, { profile }: Weighed): boolean {
  return profile.claim.certainty === 'contested' && !subject.reading.certainty.hedged;
}

/** Of several claims that differ, one whose other figures are right ("at 12 months") is the one that is meant. */
function tellingWeight({ probability, similar, signals }: Weighed): number {
  return probability * similar + (signals.figureWrong && signals.figureRight ? 0.1 : 0);
}

function touches(a: Assertion, b: Assertion): boolean {
  return a.first <= b.last && b.first <= a.last;
}
