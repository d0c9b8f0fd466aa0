import { exampleText, type Claim, type Example, type Pack } from '../evidence/types';

/** A sentence that says what a claim is about, and whether it is right. */
export interface ClaimSentence {
  readonly text: string;
  readonly flagged: boolean;
}

/** Who wrote the examples in a claim itself, as against `LabelledStatement.hand`. */
export const CURATOR = 'curator';

/** The sentences of each claim: its statement, its examples, and what others wrote on it. */
export function sentencesOf(pack: Pack, without: string | undefined): Map<string, ClaimSentence[]> {
  const byClaim = new Map<string, ClaimSentence[]>(
    pack.claims.map((claim) => [claim.id, without === CURATOR ? [] : ownSentences(claim)]),
  );
  for (const { claim, hand, label, text } of pack.training ?? []) {
    if (hand !== without)
      byClaim.get(claim)?.push({ text: withoutCitations(text), flagged: label !== 'ok' });
  }
  return byClaim;
}

function ownSentences(claim: Claim): ClaimSentence[] {
  const as = (flagged: boolean, list: readonly Example[] = []) =>
    list.map((example) => ({ text: exampleText(example), flagged }));
  return [
    { text: claim.statement, flagged: false },
    ...as(false, claim['consistent-with']),
    ...as(true, claim['contradicted-by']),
    ...as(true, claim['needs-caveat']),
  ];
}

/** A labelled statement without its `{{n}}`. */
export function withoutCitations(text: string): string {
  return text.replace(/\s*\{\{\d+\}\}/g, '');
}
