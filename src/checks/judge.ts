import model from '../../data/model/checker.json';
import type { Reference } from '../evidence/types';
import type { Reading } from '../language/types';
import { explain } from './explain';
import { marksOf } from './marks';
import { similarity } from './compare';
import type { Evidence } from './evidence';
import { featuresOf, type ClaimProfile } from './profile';
import { retrieve } from './retrieve';
import { signalsOf, type Signals } from './signals';
import { predict, type Model } from './trees';
import type { Comparison } from './types';

/** From this probability on a disagreement is reported: a false alarm costs more than a miss. */
const REPORT_FROM = 0.8;
/** Below this, a claim that speaks of the same thing agrees with the statement. */
const AGREES_UNDER = 0.35;
/** Claims less similar than this are about something else. */
const MIN_SIMILARITY = 0.3;
/** A claim must fit the statement about as well as the best one to be held against it. */
const RELATIVE_SIMILARITY = 0.72;

/** A statement on its way through the checker. */
export interface Subject {
  readonly text: string;
  readonly reading: Reading;
  /** References of the packs that it cites or names. */
  readonly cited: readonly Reference[];
  /** Features of the sentences before it in its paragraph. */
  readonly contextFeatures?: ReadonlySet<string>;
}

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
  const comparisons = considered
    .filter(({ similar, cited }) => similar >= best * RELATIVE_SIMILARITY || cited)
    .map(({ profile, cited, similar }) => {
      const signals = signalsOf(reading, marks, profile, evidence.vocabulary, similar, cited);
      return { profile, similar, signals, probability: predict(model as unknown as Model, signals.vector) };
    });
  return toComparisons(subject, comparisons);
}

interface Weighed {
  readonly profile: ClaimProfile;
  readonly similar: number;
  readonly signals: Signals;
  readonly probability: number;
}

function toComparisons(subject: Subject, weighed: readonly Weighed[]): Comparison[] {
  const agreeing = weighed.filter(({ probability, signals }) => probability < AGREES_UNDER && signals.agreeing.length > 0);
  const differing = weighed.filter(
    (one) => one.probability >= REPORT_FROM && !agreeing.some((other) => outweighs(other, one)),
  );
  return [
    ...differing
      .sort((a, b) => b.probability * b.similar - a.probability * a.similar)
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

/** A claim on the same outcome that agrees and fits the statement at least as well speaks for the writer. */
function outweighs(agreeing: Weighed, differing: Weighed): boolean {
  return (
    agreeing.similar >= differing.similar &&
    agreeing.profile.outcomes.some((outcome) => differing.profile.outcomes.includes(outcome))
  );
}
