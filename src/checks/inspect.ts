import type { Manuscript, Span } from '../manuscript/types';
import type { Assertion, Figure, Reading } from '../language/types';
import { ANY_OUTCOME } from '../language/read';
import { DOWN, SAME, UP, type Sign } from '../language/types';
import type { EngineOptions } from './engine';
import { blockSubjects } from './engine';
import type { Evidence } from './evidence';
import { explain } from './explain';
import { verdictsOn, type Fate, type Verdict } from './judge';
import type { Subject } from './statement';

/** How the checker read one statement, and what it held it against. */
export interface Inspection {
  /** Source offsets. */
  readonly span: Span;
  readonly text: string;
  /** What it is taken to assert, a line an assertion. */
  readonly assertions: readonly string[];
  /** How sure, how general, who speaks, which figures. */
  readonly manner: readonly string[];
  readonly considered: readonly ConsideredClaim[];
}

/** A claim that a statement was held against. */
export interface ConsideredClaim {
  readonly claim: string;
  /** How much the two are about the same, 0 to 1. */
  readonly similarity: number;
  readonly cited: boolean;
  /** That the statement disagrees with it, 0 to 1. */
  readonly probability: number;
  readonly fate: Fate;
  /** Why it did or did not lead to a finding. */
  readonly because: string;
}

/** Every statement that touches the evidence, as the checker sees it; statements on other subjects are left out. */
export function inspectManuscript(
  manuscript: Manuscript,
  evidence: Evidence,
  options: EngineOptions,
): Inspection[] {
  return blockSubjects(manuscript, evidence, options).flatMap(({ statement, subject }) => {
    const verdicts = verdictsOn(subject, evidence);
    if (verdicts.length === 0) return [];
    return [
      {
        span: statement.span,
        text: statement.text,
        assertions: subject.reading.assertions
          .filter(({ sign }) => sign !== 0)
          .map((assertion) => describeAssertion(assertion)),
        manner: describeManner(subject.reading),
        considered: verdicts.map((verdict) => describeVerdict(subject, verdict)),
      },
    ];
  });
}

function describeAssertion({ outcome, sign, subject, comparator, voice }: Assertion): string {
  const what = outcome === ANY_OUTCOME ? 'overall' : outcome;
  const who = subject.size > 0 ? ` of ${[...subject].join(' + ')}` : '';
  const against = comparator.size > 0 ? ` against ${[...comparator].join(' + ')}` : '';
  return `${what}: ${signWord(sign)}${who}${against}${voice === 'writer' ? '' : ` (${voice})`}`;
}

function signWord(sign: Sign): string {
  const words = [
    ...(sign & UP ? ['up or present'] : []),
    ...(sign & DOWN ? ['down or absent'] : []),
    ...(sign & SAME ? ['no difference'] : []),
  ];
  return words.join(' or ');
}

function describeManner({ certainty, voice, figures }: Reading): string[] {
  const flags: readonly (readonly [boolean, string])[] = [
    [certainty.hedged, 'hedged'],
    [certainty.boosted, 'certain'],
    [certainty.general, 'general'],
    [certainty.longTerm, 'long-term'],
    [certainty.shortTerm, 'short-term'],
    [voice !== 'writer', voice],
  ];
  return [
    ...flags.filter(([isSet]) => isSet).map(([, name]) => name),
    ...figures.map((figure) => describeFigure(figure)),
  ];
}

function describeFigure({ value, upper, unit, denominator }: Figure): string {
  const range = upper === undefined ? '' : ` to ${upper}`;
  const of = denominator === undefined ? '' : ` of ${denominator}`;
  return `${value}${range}${of}${unit === '' ? '' : ` ${unit}`}`;
}

function describeVerdict(subject: Subject, verdict: Verdict): ConsideredClaim {
  const { profile, similar, cited, probability, fate, signals } = verdict;
  return {
    claim: profile.claim.id,
    similarity: similar,
    cited,
    probability,
    fate,
    because: reasonFor(subject, fate, verdict, signals.agreeing.length > 0),
  };
}

function reasonFor(subject: Subject, fate: Fate, verdict: Verdict, agrees: boolean): string {
  const { profile, signals, probability } = verdict;
  switch (fate) {
    case 'differs': {
      const { relation, reason } = explain(subject, profile, signals, probability);
      return `${relation.replace(/-/g, ' ')}: ${reason}`;
    }
    case 'outweighed':
      return 'differs, but the statement says what its source or another claim says';
    case 'agrees':
      return 'the statement says the same';
    case 'unsure':
      return agrees ? 'agrees in part; not sure enough to report' : 'not sure enough to report';
    case 'silent':
      return signals.mentioned
        ? 'nothing is said of its outcome that differs'
        : 'its outcome is not spoken of';
  }
}
