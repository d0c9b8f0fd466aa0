import { featuresOf, type ClaimProfile } from '../../src/checks/profile';
import { marksOf } from '../../src/checks/marks';
import { similarity } from '../../src/checks/compare';
import { signalsOf } from '../../src/checks/signals';
import type { Evidence } from '../../src/checks/evidence';
import { EXAMPLE_FIELDS } from '../../src/checks/examples';
import { exampleText } from '../../src/evidence/types';
import { readStatement } from '../../src/language/read';
import { createReaderOfCitations } from '../../src/checks/cited';
import { readerFor } from '../../src/manuscript/formats';
import type { Sample } from './boost';

export interface LabelledSample extends Sample {
  /** Claim whose example it is, for folds. */
  readonly group: string;
  readonly own: boolean;
  readonly text: string;
  readonly field: string;
}

/** A spared sentence is held against this many other claims too; none of them may flag it. */
const OTHERS = 4;

/** The pack's example sentences as training pairs of a sentence and a claim. A sentence never votes for itself. */
export function makeSamples(evidence: Evidence): LabelledSample[] {
  const samples: LabelledSample[] = [];
  for (const profile of evidence.profiles) {
    const { claim } = profile;
    const all = EXAMPLE_FIELDS.flatMap((field) =>
      (claim[field] ?? []).map((e) => ({ field: field, text: exampleText(e) })),
    );
    for (const { field, text } of [...all, { field: 'statement', text: claim.statement }]) {
      const reading = readStatement(text, evidence.vocabulary);
      const features = featuresOf(reading, evidence.vocabulary);
      const marks = marksOf(reading, evidence.vocabulary);
      const isFlagged = field === 'contradicted-by' || field === 'needs-caveat';
      const own = without(profile, features, all.length + 1, evidence.weights);
      const ownSimilar = similarity(features, evidence.weights, own);
      const others = evidence.profiles
        .filter((other) => other !== profile)
        .map((other) => ({ other, similar: similarity(features, evidence.weights, other) }))
        .sort((a, b) => b.similar - a.similar)
        .slice(0, OTHERS);
      const best = Math.max(ownSimilar, others[0]?.similar ?? 0);
      const push = (
        target: ClaimProfile,
        similar: number,
        label: 0 | 1,
        leaveOut?: 'flagged' | 'spared',
        top = best,
      ) => {
        // A writer may cite the source or not; the model must know both.
        const isKin = target.claim.references.some((number) => claim.references.includes(number));
        for (const cited of isKin ? [false, true] : [false]) {
          const { vector } = signalsOf(
            reading,
            marks,
            target,
            evidence.vocabulary,
            similar,
            similar / (top || 1),
            cited,
            leaveOut,
          );
          samples.push({
            vector,
            label,
            weight: target === profile ? 0.5 : 1,
            group: claim.id,
            own: target === profile,
            text,
            field,
          });
        }
      };
      push(profile, ownSimilar, isFlagged ? 1 : 0, isFlagged ? 'flagged' : 'spared');
      if (isFlagged) continue;
      for (const { other, similar } of others) push(other, similar, 0);
      // As if the pack had no claim on it: the next best one must still not flag it.
      for (const { other, similar } of others.slice(0, 2))
        push(other, similar, 0, undefined, others[0]?.similar);
    }
  }
  return samples;
}

/** The profile as it would be had the sentence not been written: its share taken out of the vector. */
function without(
  profile: ClaimProfile,
  features: ReadonlySet<string>,
  sentences: number,
  weights: (feature: string) => number,
): ClaimProfile {
  const vector = new Map<string, number>();
  let square = 0;
  // weight = sqrt(share) * idf / length, so share is proportional to (weight / idf)^2.
  let largest = 0;
  for (const [feature, weight] of profile.vector)
    largest = Math.max(largest, (weight / (weights(feature) || 1)) ** 2);
  for (const [feature, weight] of profile.vector) {
    const idf = weights(feature) || 1;
    let share = (weight / idf) ** 2 / largest;
    if (features.has(feature)) share = Math.max(0, (share * sentences - 1) / (sentences - 1));
    if (share < 1e-6) continue;
    const left = Math.sqrt(share) * idf;
    vector.set(feature, left);
    square += left * left;
  }
  const length = Math.sqrt(square) || 1;
  for (const [feature, weight] of vector) vector.set(feature, weight / length);
  return { ...profile, vector };
}

/** Sound prose: none of its sentences may be flagged by the claims that fit it best. */
export function makeProseSamples(evidence: Evidence, texts: readonly string[]): LabelledSample[] {
  const reader = readerFor({ languageId: 'markdown' });
  if (!reader) throw new Error('There is no reader for Markdown.');
  const citedBy = createReaderOfCitations(evidence.packs, undefined);
  return texts.flatMap((text) =>
    reader.read(text).blocks.flatMap((block) =>
      block.statements.flatMap((statement): LabelledSample[] => {
        const reading = readStatement(
          statement.text,
          evidence.vocabulary,
          undefined,
          statement.quoted,
        );
        const features = featuresOf(reading, evidence.vocabulary);
        const marks = marksOf(reading, evidence.vocabulary);
        const ranked = evidence.profiles
          .map((profile) => ({ profile, similar: similarity(features, evidence.weights, profile) }))
          .sort((a, b) => b.similar - a.similar);
        const best = ranked[0]?.similar ?? 0;
        const numbers = new Set(citedBy(statement).map((r) => r['citation-number']));
        return ranked
          .map((one, rank) => ({
            ...one,
            rank,
            cited: one.profile.claim.references.some((number) => numbers.has(number)),
          }))
          .filter(({ similar, rank, cited }) => similar > 0.2 && (rank < OTHERS || cited))
          .map(({ profile, similar, cited }) => ({
            vector: signalsOf(
              reading,
              marks,
              profile,
              evidence.vocabulary,
              similar,
              similar / best,
              cited,
            ).vector,
            label: 0,
            weight: 2,
            group: 'prose',
            own: false,
            text: statement.text,
            field: 'prose',
          }));
      }),
    ),
  );
}
