import { isOutcome, type EntityKind } from '../evidence/types';
import { ANY_OUTCOME } from '../language/read';
import { DOWN, UNSIGNED, UP, type Assertion, type Reading, type Sign } from '../language/types';
import { flip } from '../language/predicate';
import type { Vocabulary } from '../language/vocabulary';
import { atomSet } from './atoms';
import type { ClaimProfile } from './profile';

/** What a statement and a claim have in common and where they part, before any verdict. */
export interface Comparands {
  /** Assertions on the claim's outcome whose sign the claim shares, and whose sign it excludes. */
  readonly agreeing: readonly Assertion[];
  readonly opposing: readonly Assertion[];
  /** Facets in which the statement names something else than the claim. */
  readonly conflicts: readonly FacetConflict[];
  /** The statement gives to the comparator what the claim gives to the intervention. */
  readonly swapped: boolean;
  /** The claim's outcome is mentioned at all. */
  readonly mentioned: boolean;
  /** Facets that the claim is bound to and the statement leaves open. */
  readonly unstated: readonly EntityKind[];
  /** What the statement says of benefit in general, against the claim's outcome in particular. */
  readonly benefit: 'agrees' | 'opposes' | undefined;
}

export interface FacetConflict {
  readonly kind: EntityKind;
  readonly said: readonly string[];
  readonly shown: readonly string[];
}

/** Facets in which two values exclude each other; the model weighs a conflict in each, in this order. */
export const EXCLUSIVE: readonly EntityKind[] = [
  'donor',
  'tissue',
  'species',
  'disease',
  'population',
  'design',
  'route',
  'cell',
  'structure',
  'molecule',
  'process',
  'organisation',
];

/** Holds a reading against a claim. */
export function compare(
  reading: Reading,
  profile: ClaimProfile,
  vocabulary: Vocabulary,
): Comparands {
  const agreeing: Assertion[] = [];
  const opposing: Assertion[] = [];
  let swapped = false;
  let mentioned = false;
  for (const assertion of reading.assertions) {
    if (!isAbout(assertion, profile, vocabulary)) continue;
    mentioned = true;
    if (assertion.sign === UNSIGNED) continue;
    const side = sideOf(assertion, profile, vocabulary);
    const sign = side === 'comparator' ? flip(assertion.sign) : assertion.sign;
    if ((sign & profile.sign) !== 0) agreeing.push(assertion);
    else {
      opposing.push(assertion);
      if (side === 'comparator') swapped = true;
    }
  }
  return {
    agreeing,
    opposing,
    conflicts: facetConflicts(reading, profile, vocabulary),
    swapped,
    mentioned,
    unstated: unstatedFacets(reading, profile, vocabulary),
    benefit: compareBenefit(reading, profile, vocabulary),
  };
}

function isAbout(assertion: Assertion, profile: ClaimProfile, vocabulary: Vocabulary): boolean {
  if (assertion.outcome === ANY_OUTCOME) return profile.comparator.size > 0;
  return profile.outcomes.some((outcome) => vocabulary.compatible(outcome, assertion.outcome));
}

/**
 * Whether an assertion speaks of the claim's intervention or of its comparator. Only what tells the two apart
 * counts: in "allogeneic BM-MSCs against autologous BM-MSCs" that is the donor.
 */
function sideOf(
  assertion: Assertion,
  profile: ClaimProfile,
  vocabulary: Vocabulary,
): 'intervention' | 'comparator' | 'unknown' {
  if (profile.comparator.size === 0) return 'unknown';
  const subject = atomSet(assertion.subject, vocabulary);
  const against = atomSet(assertion.comparator, vocabulary);
  const onlyIntervention = [...profile.intervention].filter((id) => !profile.comparator.has(id));
  const onlyComparator = [...profile.comparator].filter((id) => !profile.intervention.has(id));
  const mentions = (ids: ReadonlySet<string>, wanted: readonly string[]) =>
    wanted.some((id) => [...ids].some((said) => vocabulary.closure(said).has(id)));
  const subjectIs = {
    i: mentions(subject, onlyIntervention),
    c: mentions(subject, onlyComparator),
  };
  const againstIs = {
    i: mentions(against, onlyIntervention),
    c: mentions(against, onlyComparator),
  };
  if (againstIs.i && !againstIs.c && !(subjectIs.i && !subjectIs.c)) return 'comparator';
  if (againstIs.c && !againstIs.i)
    return subjectIs.c && !subjectIs.i ? 'comparator' : 'intervention';
  if (subjectIs.c && !subjectIs.i) return 'comparator';
  return subjectIs.i ? 'intervention' : 'unknown';
}

function facetConflicts(
  reading: Reading,
  profile: ClaimProfile,
  vocabulary: Vocabulary,
): FacetConflict[] {
  const said = new Map<EntityKind, string[]>();
  for (const id of atomSet(reading.concepts, vocabulary)) {
    const kind = vocabulary.kind(id);
    if (kind === undefined || kind === 'outcome') continue;
    const list = said.get(kind);
    if (list) list.push(id);
    else said.set(kind, [id]);
  }
  const conflicts: FacetConflict[] = [];
  for (const kind of EXCLUSIVE) {
    const mine = said.get(kind) ?? [];
    const theirs = profile.facets.get(kind) ?? [];
    if (mine.length === 0 || theirs.length === 0) continue;
    const comparator = [...profile.comparator].filter((id) => vocabulary.kind(id) === kind);
    const foreign = mine.filter(
      (id) => ![...theirs, ...comparator].some((other) => vocabulary.compatible(id, other)),
    );
    const shared = mine.some((id) => theirs.some((other) => vocabulary.compatible(id, other)));
    if (foreign.length > 0 && !shared) conflicts.push({ kind, said: foreign, shown: theirs });
  }
  return conflicts;
}

/** Facets that narrow a finding down. */
const NARROWING: readonly EntityKind[] = ['donor', 'tissue', 'disease', 'species'];

function unstatedFacets(
  reading: Reading,
  profile: ClaimProfile,
  vocabulary: Vocabulary,
): EntityKind[] {
  const said = new Set([...atomSet(reading.concepts, vocabulary)].map((id) => vocabulary.kind(id)));
  return NARROWING.filter((kind) => (profile.facets.get(kind)?.length ?? 0) > 0 && !said.has(kind));
}

/** The outcome by which a treatment is called a remedy, whatever was measured. */
const BENEFIT = 'efficacy';

/** "Effective" speaks for every outcome that is good for the patient, "useless" against it. */
function compareBenefit(
  reading: Reading,
  profile: ClaimProfile,
  vocabulary: Vocabulary,
): Comparands['benefit'] {
  if (profile.outcomes.includes(BENEFIT)) return undefined;
  const said = reading.assertions.find(
    ({ outcome, sign, voice }) =>
      voice === 'writer' && sign !== UNSIGNED && vocabulary.compatible(outcome, BENEFIT),
  );
  const desirable = profile.outcomes
    .map((id) => desirableSign(id, vocabulary))
    .find((sign) => sign !== undefined);
  if (!said || desirable === undefined) return undefined;
  const wanted = desirable === UP ? profile.sign : flip(profile.sign);
  return (said.sign & wanted) !== 0 ? 'agrees' : 'opposes';
}

function desirableSign(id: string, vocabulary: Vocabulary): Sign | undefined {
  const concept = vocabulary.concept(id);
  if (!concept || !isOutcome(concept) || !concept.desirable) return undefined;
  return concept.desirable === 'up' ? UP : DOWN;
}
