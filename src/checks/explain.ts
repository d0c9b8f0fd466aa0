import type { EntityKind, Quantity } from '../evidence/types';
import type { Span } from '../manuscript/types';
import type { Subject } from './statement';
import type { ClaimProfile } from './profile';
import type { Signals } from './signals';
import type { Comparison, Relation } from './types';

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

/** Says which kind of disagreement it is, and why, from the signals that speak for it. */
export function explain(
  subject: Subject,
  profile: ClaimProfile,
  signals: Signals,
  probability: number,
): Comparison {
  const relation = relationOf(subject, profile, signals);
  return {
    profile,
    relation,
    confidence: probability,
    reason: reasonOf(relation, profile, signals),
    span: tellingSpan(subject, signals),
    ...(relation === 'misquotes' && signals.mismatch && { misquoted: signals.mismatch }),
  };
}

function relationOf(subject: Subject, profile: ClaimProfile, signals: Signals): Relation {
  const { certainty } = profile.claim;
  const { boosted, general, longTerm, hedged } = subject.reading.certainty;
  const isSure = !hedged && (boosted || general || longTerm);
  const isSettled = certainty === 'established' || certainty === 'supported';
  const opposing = signals.opposing.some((assertion) => assertion.voice === 'writer');
  if (signals.figureWrong && signals.ratios.n >= 0 && !opposing) return 'misquotes';
  if (signals.conflicts.length > 0 && !opposing) return 'out-of-scope';
  if (isSure && !isSettled) return 'lacks-caveat';
  if (opposing || signals.swapped) return 'contradicts';
  if (signals.figureWrong) return 'misquotes';
  return isSure ? 'lacks-caveat' : 'contradicts';
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
      return `the review words it as ${profile.claim.certainty}`;
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
