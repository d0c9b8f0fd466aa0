import type { SerialisedProfile } from '../evidence';
import type { ClaimReading } from '../profile';
import { type ColumnWriter, type Columns, columnOf, numbersOf } from './columns';
import type { FlatMarks } from './marks';
import type { Names } from './names';
import { keptWeight, lengthOf, weightCode, weightOf } from './weights';

/**
 * The vectors of each claim as columns. The weight of a content word follows from its mark and the vector's length
 * (`profile.ts`), so that only the weights of concepts are written out, and words where that does not hold.
 */
export function packVectors(
  profiles: readonly SerialisedProfile[],
  marks: FlatMarks,
  names: Names,
  out: ColumnWriter,
): void {
  out.open(
    'vectors.names',
    'vectors.weights',
    'vectors.sizes',
    'vectors.flagged',
    'vectors.spared',
  );
  const inverse = inverseFrequencies(marks, names);
  const lengths = profiles.map(({ vector, flagged, spared }, at) => {
    const weights = new Map(vector);
    const pairs: [number, number | undefined][] = [];
    for (let i = marks.starts[at] ?? 0; i < (marks.starts[at + 1] ?? 0); i++) {
      const name = marks.names[i] ?? 0;
      if (names.isWord[name])
        pairs.push([
          rawWeight(marks, i, flagged + spared, inverse),
          weights.get(names.list[name] ?? ''),
        ]);
    }
    const length = lengthOf(pairs);
    const listed = vector
      .map(([feature, weight]) => [names.numberOf.get(feature) ?? 0, weight] as const)
      .filter(([name]) => length === undefined || !names.isWord[name])
      .sort((a, b) => a[0] - b[0]);
    out.add('vectors.flagged', flagged);
    out.add('vectors.spared', spared);
    out.add('vectors.sizes', listed.length);
    let before = -1;
    for (const [name, weight] of listed) {
      const code = weightCode(weight);
      if (code === undefined) throw new Error(`The weight ${weight} has more than two digits.`);
      out.add('vectors.names', name - before - 1);
      out.add('vectors.weights', code);
      before = name;
    }
    return length ?? 0;
  });
  out.bytes('vectors.lengths', new Uint8Array(Float32Array.from(lengths).buffer));
}

/** What was read of each claim, its marks and its vector. */
export function unpackReadings(columns: Columns, marks: FlatMarks, names: Names): ClaimReading[] {
  const column = (name: string) => numbersOf(columns, `vectors.${name}`);
  const [gaps, weights, sizes] = [column('names'), column('weights'), column('sizes')];
  const [flags, spares] = [column('flagged'), column('spared')];
  // Copied, since floats want to begin at a multiple of four.
  const lengths = new Float32Array(new Uint8Array(columnOf(columns, 'vectors.lengths')).buffer);
  const inverse = inverseFrequencies(marks, names);
  const pairOf = createPairs();
  return Array.from(lengths, (length, at) => {
    const [flagged, spared] = [flags.next(), spares.next()];
    const vector = new Map<string, number>();
    const counts = new Map<string, readonly [number, number]>();
    let listed = -1;
    for (let left = sizes.next(); left > 0; left--) {
      listed += gaps.next() + 1;
      vector.set(names.list[listed] ?? '', weightOf(weights.next()));
    }
    for (let i = marks.starts[at] ?? 0; i < (marks.starts[at + 1] ?? 0); i++) {
      const number = marks.names[i] ?? 0;
      const name = names.list[number] ?? '';
      counts.set(name, pairOf(marks.flagged[i] ?? 0, marks.spared[i] ?? 0));
      if (length === 0 || !names.isWord[number]) continue;
      const weight = keptWeight(rawWeight(marks, i, flagged + spared, inverse) / length);
      if (weight !== undefined) vector.set(name, weight);
    }
    return { vector, table: { flagged, spared, counts } };
  });
}

/** Pairs of small numbers, each made once: there are tens of thousands of marks and a few hundred such pairs. */
function createPairs(): (a: number, b: number) => readonly [number, number] {
  const pairs = new Map<number, readonly [number, number]>();
  return (a, b) => {
    const key = a * 65_536 + b;
    const known = pairs.get(key) ?? [a, b];
    pairs.set(key, known);
    return known;
  };
}

/** Inverse document frequency by name, over the claims. */
function inverseFrequencies({ names: all, starts }: FlatMarks, names: Names): Float64Array {
  const documents = new Uint32Array(names.list.length);
  for (const name of all) documents[name] = (documents[name] ?? 0) + 1;
  const claims = starts.length - 1;
  return Float64Array.from(documents, (count) => Math.log(1 + claims / (count || 1)));
}

/** The weight of a word in a claim's vector, before the vector is brought to unit length. */
function rawWeight(
  { names, flagged, spared }: FlatMarks,
  at: number,
  sentences: number,
  inverse: Float64Array,
): number {
  const share = ((flagged[at] ?? 0) + (spared[at] ?? 0)) / sentences;
  return Math.sqrt(share) * (inverse[names[at] ?? 0] ?? 0);
}
