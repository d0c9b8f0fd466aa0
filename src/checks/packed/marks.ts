import type { SerialisedProfile } from '../evidence';
import type { KnownData } from '../known';
import { type ColumnWriter, type Columns, numbersOf } from './columns';
import type { Names } from './names';

/** The marks of all claims, laid out flat: names' numbers, and in how many wrong and right sentences each stands. */
export interface FlatMarks {
  /** Where each claim's marks begin; one more at the end. */
  readonly starts: readonly number[];
  readonly names: readonly number[];
  readonly flagged: readonly number[];
  readonly spared: readonly number[];
}

/** What becomes of a known word as a mark. */
const [SAME, NONE, OTHER] = [0, 1, 2];

/**
 * The marks of each claim as columns. Those of content words can be counted in the known sentences, nearly always to
 * the same figures; only what cannot is written out.
 */
export function packMarks(
  profiles: readonly Pick<SerialisedProfile, 'marks'>[],
  known: KnownData,
  names: Names,
  out: ColumnWriter,
): void {
  out.open('marks.words', 'marks.names', 'marks.flagged', 'marks.spared', 'marks.lengths');
  const countWords = wordCounter(known, names);
  profiles.forEach(({ marks }, at) => {
    const rest = new Map(
      marks.map(([mark, flagged, spared]) => [
        names.numberOf.get(mark) ?? 0,
        [flagged, spared] as const,
      ]),
    );
    countWords(at, (name, flagged, spared) => {
      const mark = rest.get(name);
      const isSame = mark?.[0] === flagged && mark[1] === spared;
      out.add('marks.words', !mark ? NONE : isSame ? SAME : OTHER);
      if (isSame) rest.delete(name);
    });
    out.add('marks.lengths', rest.size);
    let before = -1;
    for (const [name, [flagged, spared]] of [...rest].sort((a, b) => a[0] - b[0])) {
      out.add('marks.names', name - before - 1);
      out.add('marks.flagged', flagged);
      out.add('marks.spared', spared);
      before = name;
    }
  });
}

export function unpackMarks(columns: Columns, known: KnownData, wordNames: Names): FlatMarks {
  const column = (name: string) => numbersOf(columns, `marks.${name}`);
  const [words, lengths, gaps] = [column('words'), column('lengths'), column('names')];
  const [flags, spares] = [column('flagged'), column('spared')];
  const starts = [0];
  const [names, flagged, spared]: [number[], number[], number[]] = [[], [], []];
  const add = (name: number, wrong: number, right: number) => {
    names.push(name);
    flagged.push(wrong);
    spared.push(right);
  };
  const countWords = wordCounter(known, wordNames);
  for (let claim = 0; claim < known.claims.length; claim++) {
    countWords(claim, (name, wrong, right) => {
      if (words.next() === SAME) add(name, wrong, right);
    });
    let name = -1;
    for (let left = lengths.next(); left > 0; left--) {
      name += gaps.next() + 1;
      add(name, flags.next(), spares.next());
    }
    starts.push(names.length);
  }
  return { starts, names, flagged, spared };
}

type Found = (name: number, flagged: number, spared: number) => void;

/**
 * Counts in a claim's known sentences the words that have names: in how many wrong and right ones they stand. It is
 * done whenever a pack is loaded, over some 300,000 symbols, hence the arrays.
 */
function wordCounter({ symbols, claims }: KnownData, names: Names) {
  const nameOf = Int32Array.from(symbols, (hash) => names.wordOf.get(hash) ?? -1);
  // By name; all zero between two claims.
  const flagged = new Uint32Array(names.list.length);
  const spared = new Uint32Array(names.list.length);
  return (claim: number, found: Found): void => {
    const met: number[] = [];
    for (const sentence of claims[claim] ?? []) {
      const counts = sentence[0] === 1 ? flagged : spared;
      for (let i = 1; i < sentence.length; i++) {
        const name = nameOf[sentence[i] ?? 0] ?? -1;
        if (name < 0) continue;
        if (flagged[name] === 0 && spared[name] === 0) met.push(name);
        counts[name] = (counts[name] ?? 0) + 1;
      }
    }
    met.sort((a, b) => a - b);
    for (const name of met) {
      found(name, flagged[name] ?? 0, spared[name] ?? 0);
      flagged[name] = spared[name] = 0;
    }
  };
}
