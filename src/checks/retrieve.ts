import { tellingTerms } from '../search/query';
import { matchClaims } from '../search/cite';
import type { Evidence } from './evidence';
import type { Subject } from './statement';
import type { ClaimProfile } from './profile';

/** How many claims a statement is held against, beside those of the references it cites. */
const CANDIDATES = 10;

/** The claims that a statement could touch: by search, and by the references it cites. */
export function retrieve(subject: Subject, evidence: Evidence): ClaimProfile[] {
  const found = new Set<ClaimProfile>();
  for (const [id] of matchClaims(
    evidence.index,
    tellingTerms(subject.text, evidence.index),
    CANDIDATES,
  )) {
    const profile = evidence.profileById.get(id);
    if (profile) found.add(profile);
  }
  if (subject.cited.length > 0) {
    const numbers = new Set(subject.cited.map((reference) => reference['citation-number']));
    for (const profile of evidence.profiles) {
      if (profile.claim.references.some((number) => numbers.has(number))) found.add(profile);
    }
  }
  return [...found];
}
