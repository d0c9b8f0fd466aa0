import type { Figure, Mention } from '../language/types';
import { DOWN, UNSIGNED, UP } from '../language/types';
import type { Vocabulary } from '../language/vocabulary';
import { atoms } from './atoms';
import { EXCLUSIVE } from './compare';
import { hashText } from './hash';
import type { ClaimFrame } from './frame';
import { isAmong } from './quantities';

/** What a concept is to a claim. */
export interface Part {
  readonly symbol: number;
  /** What it adds to the skeleton, if anything. */
  readonly skeleton: number | undefined;
  readonly isOutcome: boolean;
}

/** Finds the part that a concept plays in a claim; remembers it, since manuscripts speak of the same things again. */
export type PartReader = (mention: Mention, profile: ClaimFrame) => Part;

export function createPartReader(vocabulary: Vocabulary): PartReader {
  const known = new WeakMap<ClaimFrame, Map<string, (Part | undefined)[]>>();
  return (mention, profile) => {
    let ofProfile = known.get(profile);
    if (!ofProfile) known.set(profile, (ofProfile = new Map<string, (Part | undefined)[]>()));
    let bySign = ofProfile.get(mention.concept);
    if (!bySign) ofProfile.set(mention.concept, (bySign = []));
    return (bySign[mention.sign] ??= partOfConcept(mention, profile, vocabulary));
  };
}

function partOfConcept(mention: Mention, profile: ClaimFrame, vocabulary: Vocabulary): Part {
  const kind = vocabulary.kind(mention.concept);
  if (kind === 'outcome') {
    const text = outcomeSymbol(mention, profile, vocabulary);
    const symbol = hashText(text);
    return { symbol, skeleton: symbol, isOutcome: text.startsWith('out=') };
  }
  const relation = entityRelation(mention.concept, profile, vocabulary);
  const symbol = hashText(`${kind ?? ''}${relation}`);
  return { symbol, skeleton: relation === '' ? undefined : hashText(relation), isOutcome: false };
}

/** The claim's outcome, or another one, with the direction of a pole: for or against the claim. */
function outcomeSymbol(mention: Mention, profile: ClaimFrame, vocabulary: Vocabulary): string {
  const isSame = profile.outcomes.some((id) => vocabulary.compatible(id, mention.concept));
  if (!isSame) {
    if (mention.sign === UP) return 'out+';
    return mention.sign === DOWN ? 'out-' : 'out';
  }
  if (mention.sign === UNSIGNED) return 'out=';
  return (mention.sign & profile.sign) !== 0 ? 'out=agrees' : 'out=opposes';
}

/**
 * `=` what the claim is about, `~` what it compares that with, `^` what both have in common, `!` another one of a
 * facet that the claim is bound to, empty where the claim leaves the facet open.
 */
function entityRelation(id: string, profile: ClaimFrame, vocabulary: Vocabulary): string {
  let relation = '';
  for (const atom of atoms(id, vocabulary)) {
    const kind = vocabulary.kind(atom);
    if (kind === undefined || kind === 'outcome') continue;
    const fits = (ids: Iterable<string>) =>
      [...ids].some((one) => vocabulary.compatible(atom, one));
    const isIntervention = fits(profile.intervention);
    const isComparator = fits(profile.comparator);
    if (isComparator && !isIntervention) return '~';
    if (isIntervention && !isComparator) relation = '=';
    else if (relation === '=') continue;
    else if (isIntervention) relation = '^';
    else {
      const bound = profile.facets.get(kind);
      if (bound === undefined) continue;
      if (fits(bound)) relation = relation === '!' ? relation : '=';
      else if (EXCLUSIVE.includes(kind)) relation = '!';
    }
  }
  return relation;
}

export function figureSymbol(figure: Figure, profile: ClaimFrame): string {
  const unit = figure.unit === '' ? 'bare' : figure.unit;
  if (profile.quantities.length === 0) return `num:${unit}`;
  return isAmong(figure.value, profile.quantities) ? `num=:${unit}` : `num!:${unit}`;
}
