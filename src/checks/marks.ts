import { ANY_OUTCOME } from '../language/read';
import { UNSIGNED, type Assertion, type Reading } from '../language/types';
import type { Vocabulary } from '../language/vocabulary';
import { atomSet } from './atoms';

/**
 * The marks of a reading: what two sentences about the same claim share or differ in. Families: `o` an outcome with
 * its sign, `e` an entity, `s` who is compared with whom, `f` how it is said, `n` a figure, `w` a content word.
 */
export function marksOf(reading: Reading, vocabulary: Vocabulary): Set<string> {
  const marks = new Set<string>();
  for (const assertion of reading.assertions) {
    if (assertion.sign === UNSIGNED) continue;
    const voice = assertion.voice === 'writer' ? '' : '/said';
    marks.add(`o:${assertion.outcome}:${assertion.sign}${voice}`);
    addSides(marks, assertion, vocabulary);
  }
  for (const id of atomSet(reading.concepts, vocabulary)) {
    if (vocabulary.kind(id) !== 'outcome') marks.add(`e:${id}`);
  }
  for (const figure of reading.figures) {
    if (figure.unit !== '') marks.add(`n:${figure.unit}:${round(figure.value)}`);
  }
  const { hedged, boosted, general, longTerm, shortTerm } = reading.certainty;
  for (const [flag, isSet] of Object.entries({ hedged, boosted, general, longTerm, shortTerm })) {
    if (isSet) marks.add(`f:${flag}`);
  }
  for (const word of reading.content) marks.add(`w:${word}`);
  return marks;
}

/** Facets along which studies compare. */
const COMPARED = new Set([
  'donor',
  'tissue',
  'population',
  'species',
  'cell',
  'process',
  'disease',
]);

/** Who stands before and after "than", with the sign: "allogeneic up against autologous". */
function addSides(marks: Set<string>, assertion: Assertion, vocabulary: Vocabulary): void {
  if (assertion.comparator.size === 0) return;
  const outcome = assertion.outcome === ANY_OUTCOME ? ANY_OUTCOME : assertion.outcome;
  const isCompared = (id: string) => COMPARED.has(vocabulary.kind(id) ?? '');
  for (const id of [...atomSet(assertion.subject, vocabulary)].filter(isCompared))
    marks.add(`s:${id}:${outcome}:${assertion.sign}`);
  for (const id of [...atomSet(assertion.comparator, vocabulary)].filter(isCompared))
    marks.add(`s:vs-${id}:${outcome}:${assertion.sign}`);
}

function round(value: number): number {
  return Number(value.toPrecision(3));
}

/** How often each mark stands in the sentences of a claim that must be flagged, and in those that must not. */
export interface MarkTable {
  readonly flagged: number;
  readonly spared: number;
  readonly counts: ReadonlyMap<string, readonly [flagged: number, spared: number]>;
}

export type MarkFamily = 'o' | 'e' | 's' | 'f' | 'n' | 'w';
export const MARK_FAMILIES: readonly MarkFamily[] = ['o', 'e', 's', 'f', 'n', 'w'];

/** Marks that are seen once or twice prove little. */
const SMOOTHING = 0.6;
const LIMIT = 2.5;
/** The marks of a family depend on each other; together they may not drown the rest. */
const FAMILY_LIMIT = 4;

/**
 * The log likelihood ratio, a family, of a sentence's marks under the claim's flagged and spared sentences (naive
 * Bayes); above 0 it looks like those that must be flagged.
 */
export function markRatios(
  marks: ReadonlySet<string>,
  table: MarkTable,
): Record<MarkFamily, number> {
  const sums: Record<MarkFamily, number> = { o: 0, e: 0, s: 0, f: 0, n: 0, w: 0 };
  for (const mark of marks) {
    const count = table.counts.get(mark);
    if (!count) continue;
    const [flagged, spared] = count;
    if (flagged + spared === 0) continue;
    const ratio = Math.log(
      (flagged + SMOOTHING) /
        (table.flagged + 2 * SMOOTHING) /
        ((spared + SMOOTHING) / (table.spared + 2 * SMOOTHING)),
    );
    const family = mark.charAt(0) as MarkFamily;
    sums[family] += Math.max(-LIMIT, Math.min(LIMIT, ratio));
  }
  for (const family of MARK_FAMILIES)
    sums[family] = Math.max(-FAMILY_LIMIT, Math.min(FAMILY_LIMIT, sums[family]));
  return sums;
}
