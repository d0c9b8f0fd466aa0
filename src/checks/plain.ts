import type { Reading } from '../language/types';
import type { EntityKind } from '../evidence/types';
import type { ClaimProfile } from './profile';
import type { Signals } from './signals';

/** With fewer sentences than this on a claim there is nothing that the trained judgement could go by. */
const FEW_SENTENCES = 12;

/** A claim, as of a pack that is just being written, on which hardly a sentence is known. */
export function isSparse({ table }: ClaimProfile): boolean {
  return table.flagged + table.spared < FEW_SENTENCES;
}

const MOVED = new Set<EntityKind>([
  'donor',
  'tissue',
  'species',
  'disease',
  'population',
  'design',
]);
const SURE = 0.7;
const LIKELY = 0.6;
const UNLIKELY = 0.15;

/**
 * How likely a statement disagrees with a claim by what it says alone: an assertion that the claim's direction excludes,
 * a figure that differs, a finding moved elsewhere, certainty where the review has none.
 */
export function plainProbability(
  { certainty }: Reading,
  { claim }: ClaimProfile,
  signals: Signals,
): number {
  const { opposing, agreeing, conflicts, figureWrong, isWriter } = signals;
  if (!isWriter) return UNLIKELY;
  if (figureWrong && conflicts.length === 0) return SURE;
  const opposes = opposing.some(({ voice }) => voice === 'writer');
  if (opposes && agreeing.length === 0 && conflicts.length === 0) return SURE;
  if (agreeing.length === 0) return UNLIKELY;
  const [conflict, another] = conflicts;
  if (conflict && !another && MOVED.has(conflict.kind) && !opposes) return LIKELY;
  const isSure = certainty.boosted || certainty.general || certainty.longTerm;
  const isSettled = claim.certainty === 'established' || claim.certainty === 'supported';
  return isSure && !certainty.hedged && !isSettled ? LIKELY : UNLIKELY;
}
