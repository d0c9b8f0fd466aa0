import type { Claim, Pack, Reference } from '../evidence/types';
import type { ClaimProfile } from './profile';

/** "Huang 2010 [25]", "[23]": as short as the record allows. */
export function shortReference(reference: Reference): string {
  const author = reference.author?.[0]?.family;
  const year = reference.issued?.['date-parts']?.[0]?.[0];
  const number = reference['citation-number'];
  // A year alone names nothing.
  return [
    author,
    author === undefined ? undefined : year,
    number === undefined ? reference.id : `[${number}]`,
  ]
    .filter((part) => part !== undefined)
    .join(' ');
}

/** The references that carry a claim, in the review's order. */
export function referencesOf(pack: Pack, claim: Claim): Reference[] {
  return claim.references
    .map((number) => pack.references.find((reference) => reference['citation-number'] === number))
    .filter((reference) => reference !== undefined);
}

/** What the evidence says, with its caveat and references, as one sentence for a message. */
export function evidenceSays({ pack, claim }: ClaimProfile): string {
  const carriers = referencesOf(pack, claim).slice(0, 3).map(shortReference).join(', ');
  const more = claim.references.length > 3 ? ` and ${claim.references.length - 3} more` : '';
  const caveat = claim.caveat === undefined ? '' : ` ${stop(claim.caveat)}`;
  return `${stop(claim.statement)}${caveat} (${claim.certainty}${carriers ? `; ${carriers}${more}` : ''})`;
}

function stop(sentence: string): string {
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
