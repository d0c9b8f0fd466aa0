import type { Reference } from '../evidence/types';
import type { Reading, Sign } from '../language/types';
import { UNSIGNED } from '../language/types';
import { tellingTerms } from '../search/query';
import { matchClaims } from '../search/cite';
import { compare, similarity, type Signals } from './compare';
import type { Evidence } from './evidence';
import { featuresOf, type ClaimProfile } from './profile';
import type { Comparison, Relation } from './types';

/** How many claims a statement is held against. */
const CANDIDATES = 12;
/** Below this a claim is about something else. */
const MIN_SIMILARITY = 0.42;
const MIN_SIMILARITY_CITED = 0.25;
/** A claim that agrees silences one that differs unless that one fits the statement this much better. */
const MARGIN = 0.08;

/** Retrieves the claims that a statement could touch, and verifies each. The telling comparison first. */
export function judge(
  text: string,
  reading: Reading,
  cited: readonly Reference[],
  evidence: Evidence,
  contextFeatures: ReadonlySet<string> = new Set(),
): Comparison[] {
  const features = new Set([...featuresOf(reading, evidence.vocabulary), ...contextFeatures]);
  const numbers = new Set(cited.map((reference) => reference['citation-number']));
  const comparisons = candidates(text, cited, evidence).map((profile) => {
    const isCited = profile.claim.references.some((number) => numbers.has(number));
    const signals = compare(reading, profile, evidence.vocabulary, similarity(features, evidence.weights, profile), isCited);
    return toComparison(text, reading, profile, signals);
  });
  return rank(comparisons.filter(({ relation }) => relation !== 'unrelated'));
}

function candidates(text: string, cited: readonly Reference[], evidence: Evidence): ClaimProfile[] {
  const found = new Set<ClaimProfile>();
  for (const [id] of matchClaims(evidence.index, tellingTerms(text, evidence.index), CANDIDATES)) {
    const profile = evidence.profileById.get(id);
    if (profile) found.add(profile);
  }
  const numbers = new Set(cited.map((reference) => reference['citation-number']));
  for (const profile of evidence.profiles) {
    if (profile.claim.references.some((number) => numbers.has(number))) found.add(profile);
  }
  return [...found];
}

function toComparison(text: string, reading: Reading, profile: ClaimProfile, signals: Signals): Comparison {
  const relation = relate(reading, profile, signals);
  const telling = relation === 'contradicts' ? signals.opposing[0] : signals.agreeing[0];
  const first = telling ? reading.tokens[telling.first] : undefined;
  const last = telling ? reading.tokens[telling.last] : undefined;
  return {
    profile,
    relation,
    confidence: Math.min(1, signals.similarity + (signals.cited ? 0.2 : 0)),
    reason: reasonOf(relation, signals),
    span: first && last ? { start: first.start, end: last.end } : { start: 0, end: text.length },
  };
}

function relate(reading: Reading, profile: ClaimProfile, signals: Signals): Relation {
  if (signals.similarity < (signals.cited ? MIN_SIMILARITY_CITED : MIN_SIMILARITY)) return 'unrelated';
  const opposing = signals.opposing.filter((assertion) => assertion.voice === 'writer');
  if (signals.conflicts.length > 0) return 'unrelated';
  if (opposing.length > 0 && signals.agreeing.length === 0) {
    return isOpen(profile) && !isFlatDenial(opposing[0]?.sign ?? UNSIGNED) ? 'lacks-caveat' : 'contradicts';
  }
  if (signals.agreeing.length === 0) return 'unrelated';
  return lacksCaveat(reading, profile) ? 'lacks-caveat' : 'agrees';
}

function isFlatDenial(sign: Sign): boolean {
  return sign !== UNSIGNED;
}

/** Whether the review leaves the question open. */
function isOpen(profile: ClaimProfile): boolean {
  return profile.claim.certainty === 'contested' || profile.claim.certainty === 'inconclusive';
}

function lacksCaveat(reading: Reading, profile: ClaimProfile): boolean {
  const { certainty } = profile.claim;
  if (certainty === 'established' || certainty === 'supported' || reading.voice !== 'writer') return false;
  const { hedged, boosted, general, longTerm } = reading.certainty;
  return !hedged && (boosted || general || longTerm);
}

function reasonOf(relation: Relation, signals: Signals): string {
  if (relation === 'contradicts') {
    return signals.swapped
      ? 'the review reports it the other way round'
      : 'the review reports the opposite';
  }
  if (relation === 'lacks-caveat') return 'the review is less sure';
  return 'the review says the same';
}

/** Strongest first; a claim that agrees silences those that differ and fit the statement no better. */
function rank(comparisons: readonly Comparison[]): Comparison[] {
  const support = Math.max(0, ...comparisons.filter((c) => c.relation === 'agrees').map((c) => c.confidence));
  return comparisons
    .filter((c) => c.relation === 'agrees' || c.confidence > support + MARGIN)
    .sort((a, b) => weight(b) - weight(a));
}

function weight(comparison: Comparison): number {
  return comparison.confidence + (comparison.relation === 'agrees' ? 0 : 1);
}
