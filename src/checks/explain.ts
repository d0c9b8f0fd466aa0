import model from '../../data/model/checker.json';
import type { Certainty, EntityKind, Quantity } from '../evidence/types';
import type { Span } from '../manuscript/types';
import type { Subject } from './statement';
import type { ClaimProfile } from './profile';
import type { Signals } from './signals';
import { createPredictor, type Predict } from './trees';
import type { Comparison, Relation } from './types';

const { contradiction, overclaim, number, scope } = model.kinds;
const KINDS = {
  contradiction: createPredictor(contradiction),
  overclaim: createPredictor(overclaim),
  number: createPredictor(number),
  scope: createPredictor(scope),
};

const FACET_NAMES: Readonly<Record<EntityKind, string>> = {
  cell: 'cells',
  donor: 'donor source',
  tissue: 'tissue source',
  disease: 'disease',
  species: 'species',
  population: 'population',
  design: 'study design',
  route: 'route',
  intervention: 'intervention',
  molecule: 'molecule',
  structure: 'structure',
  process: 'process',
  organisation: 'organisation',
};

/** Why a statement needs a caveat, by how sure the review is. */
const CERTAINTY_REASONS: Readonly<Record<Certainty, string>> = {
  established: 'the review does not say it so generally',
  supported: 'the review does not go as far',
  limited: 'the review says it with a reserve',
  mixed: 'the review reports results both ways',
  inconclusive: 'the review calls it open',
  contested: 'the review calls it contested',
  refuted: 'the review calls it refuted',
};

/** Says which kind of disagreement it is, and why, from the signals that speak for it. */
export function explain(
  subject: Subject,
  profile: ClaimProfile,
  signals: Signals,
  probability: number,
): Comparison {
  const relation = relationOf(signals);
  return {
    profile,
    relation,
    confidence: probability,
    reason: reasonOf(relation, profile, signals),
    span: tellingSpan(subject, signals),
    ...(relation === 'misquotes' && signals.mismatch && { misquoted: signals.mismatch }),
  };
}

/** The kind of disagreement that the signals speak for most, among those that can be shown. */
function relationOf(signals: Signals): Relation {
  const candidates: readonly (readonly [Relation, Predict, boolean])[] = [
    ['contradicts', KINDS.contradiction, true],
    ['lacks-caveat', KINDS.overclaim, true],
    ['misquotes', KINDS.number, signals.figureWrong],
    ['out-of-scope', KINDS.scope, signals.conflicts.length > 0],
  ];
  let best: Relation = 'contradicts';
  let most = 0;
  for (const [relation, predict, isShown] of candidates) {
    const probability = isShown ? predict(signals.vector) : 0;
    if (probability > most) [best, most] = [relation, probability];
  }
  return best;
}

function reasonOf(relation: Relation, profile: ClaimProfile, signals: Signals): string {
  switch (relation) {
    case 'misquotes': {
      const { mismatch } = signals;
      if (!mismatch) return 'the review gives another figure';
      return `the review gives ${formatQuantity(mismatch.expected)}`;
    }
    case 'out-of-scope': {
      const [conflict] = signals.conflicts;
      return conflict === undefined
        ? 'the review shows it in something else'
        : `the review shows it in another ${FACET_NAMES[conflict.kind]} (${conflict.shown.join(', ').replace(/-/g, ' ')})`;
    }
    case 'lacks-caveat':
      return CERTAINTY_REASONS[profile.claim.certainty];
    case 'contradicts':
      return signals.swapped
        ? 'the review reports it the other way round'
        : 'the review reports otherwise';
    case 'agrees':
    case 'unrelated':
      return 'the review says so too';
  }
}

/** "9 of 13 (infusions with donor DNA detected)", "16.7% (relapse rate)", "4 to 6 days (…)". */
function formatQuantity({ value, unit, of, numerator, denominator }: Quantity): string {
  if (numerator !== undefined && denominator !== undefined)
    return `${numerator} of ${denominator} (${of})`;
  const figure =
    typeof value === 'number' ? value.toLocaleString('en') : `${value[0]} to ${value[1]}`;
  return `${figure}${unit === '%' ? '' : ' '}${unit} (${of})`;
}

function tellingSpan(subject: Subject, signals: Signals): Span {
  const assertion = signals.opposing[0] ?? signals.agreeing[0];
  const first = assertion && subject.reading.tokens[assertion.first];
  const last = assertion && subject.reading.tokens[assertion.last];
  return first && last
    ? { start: first.start, end: last.end }
    : { start: 0, end: subject.text.length };
}
