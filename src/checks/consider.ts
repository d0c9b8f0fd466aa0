import type { Evidence } from './evidence';
import type { ClaimProfile } from './profile';
import { featuresOf } from './topic';
import type { Subject } from './statement';

/** A claim that a statement could touch. */
export interface Candidate {
  readonly profile: ClaimProfile;
  /** The statement cites a reference of the claim. */
  readonly cited: boolean;
  /** How much the two are about the same, 0 to 1. */
  readonly similar: number;
  /** The same without what the sentences before add: next to nothing where the statement itself speaks of nothing. */
  readonly alone: number;
  /** `similar` over that of the claim that fits best. */
  readonly relative: number;
  /** 0 for the claim that fits best. */
  readonly rank: number;
}

/** How many claims a statement is held against, beside those of the references it cites. */
const CANDIDATES = 6;
/** Claims less similar than this are about something else. */
const MIN_SIMILARITY = 0.2;
/** A claim must fit the statement about as well as the best one to be held against it. */
const RELATIVE_SIMILARITY = 0.5;
const RELATIVE_SIMILARITY_CITED = 0.4;
/** What the sentences before add to a statement counts for a little less than what it says itself. */
const CONTEXT_SHARE = 0.95;

/** The claims that a statement could touch, the likeliest first: by what it speaks of, and by what it cites. */
export function consider(subject: Subject, evidence: Evidence): Candidate[] {
  const features = featuresOf(subject.reading, evidence.vocabulary);
  const alone = evidence.nearest(features);
  const inContext =
    subject.contextFeatures && subject.contextFeatures.size > 0
      ? evidence.nearest(new Set([...features, ...subject.contextFeatures]))
      : alone;
  const numbers = new Set(subject.cited.map((reference) => reference['citation-number']));
  const order: { profile: ClaimProfile; likeness: number; alone: number; cited: boolean }[] = [];
  let best = 0;
  for (let i = 0; i < alone.length; i++) {
    const own = alone[i] ?? 0;
    const likeness = Math.max(own, (inContext[i] ?? 0) * CONTEXT_SHARE);
    if (likeness < MIN_SIMILARITY && numbers.size === 0) continue;
    best = Math.max(best, likeness);
    const profile = evidence.profiles[i];
    if (!profile || likeness === 0) continue;
    const cited =
      numbers.size > 0 && profile.claim.references.some((number) => numbers.has(number));
    if (cited || likeness >= MIN_SIMILARITY) order.push({ profile, likeness, alone: own, cited });
  }
  order.sort((a, b) => b.likeness - a.likeness);
  const candidates: Candidate[] = [];
  order.forEach(({ profile, likeness, alone: own, cited }, rank) => {
    if (rank >= CANDIDATES && !cited) return;
    const relative = likeness / best;
    if (relative < (cited ? RELATIVE_SIMILARITY_CITED : RELATIVE_SIMILARITY)) return;
    candidates.push({ profile, cited, similar: likeness, alone: own, relative, rank });
  });
  return candidates;
}
