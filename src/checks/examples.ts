import { exampleText, isKnownGap, type Claim } from '../evidence/types';
import { readStatement } from '../language/read';
import type { Evidence } from './evidence';
import { judge } from './judge';
import type { Relation } from './types';

export const EXAMPLE_FIELDS = ['contradicted-by', 'consistent-with', 'needs-caveat'] as const;
export type ExampleField = (typeof EXAMPLE_FIELDS)[number];

/** How the checker took one of a pack's example sentences. */
export interface ExampleResult {
  readonly claim: Claim;
  readonly field: ExampleField;
  readonly index: number;
  readonly text: string;
  /** The relation of the telling comparison; undefined where no claim was touched. */
  readonly relation: Relation | undefined;
  /** The claim it was held against. */
  readonly against: string | undefined;
  /** Caught where it should be, spared where it should be. */
  readonly passed: boolean;
  readonly knownGap: boolean;
}

/** Runs every example of every claim through the checker, as if it stood alone in a manuscript, uncited. */
export function runExamples(evidence: Evidence): ExampleResult[] {
  return evidence.profiles.flatMap(({ claim }) =>
    EXAMPLE_FIELDS.flatMap((field) =>
      (claim[field] ?? []).map((example, index) => {
        const text = exampleText(example);
        const reading = readStatement(text, evidence.vocabulary);
        const [telling] = judge({ text, reading, cited: [] }, evidence);
        const flagged = telling !== undefined && telling.relation !== 'agrees';
        return {
          claim,
          field,
          index,
          text,
          relation: telling?.relation,
          against: telling?.profile.claim.id,
          passed: flagged === (field !== 'consistent-with'),
          knownGap: isKnownGap(example),
        };
      }),
    ),
  );
}
