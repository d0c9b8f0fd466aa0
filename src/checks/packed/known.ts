import type { KnownData } from '../known';
import { type ColumnWriter, type Columns, numbersOf } from './columns';
import { byFrequency } from './order';

/**
 * The known sentences as columns. A claim's sentences share most of their symbols, so each claim has a list of its own,
 * the commonest first, and a sentence is the gaps between its places in that list.
 */
export function packKnown(
  { symbols, claims }: KnownData,
  isName: (hash: number) => number | undefined,
  out: ColumnWriter,
): void {
  out.open('known.named', 'known.hash', 'known.symbols', 'known.counts', 'known.lengths');
  out.open('known.gaps', 'known.wrong', 'known.sentences');
  const order = byFrequency(claims.flatMap((sentences) => sentences.flatMap(([, ...all]) => all)));
  const rank = new Map(order.map((symbol, at) => [symbol, at]));
  for (const symbol of order) {
    const hash = symbols[symbol] ?? 0;
    const name = isName(hash);
    out.add('known.named', name === undefined ? 0 : name + 1);
    if (name === undefined) out.add('known.hash', hash);
  }
  for (const sentences of claims) packClaim(sentences, rank, out);
}

function packClaim(
  sentences: readonly (readonly number[])[],
  rank: ReadonlyMap<number, number>,
  out: ColumnWriter,
): void {
  const counts = new Map<number, number>();
  for (const [, ...symbols] of sentences)
    for (const symbol of symbols) counts.set(symbol, (counts.get(symbol) ?? 0) + 1);
  const rankOf = (symbol: number) => rank.get(symbol) ?? 0;
  const listed = [...counts.keys()].sort((a, b) => rankOf(a) - rankOf(b));
  out.add('known.sentences', sentences.length);
  out.add('known.lengths', listed.length);
  let before = -1;
  for (const symbol of listed) {
    out.add('known.symbols', rankOf(symbol) - before - 1);
    out.add('known.counts', (counts.get(symbol) ?? 1) - 1);
    before = rankOf(symbol);
  }
  const local = new Map(
    orderLocally(listed.map((symbol) => [rankOf(symbol), counts.get(symbol) ?? 0])).map(
      (ranked, at) => [ranked, at],
    ),
  );
  for (const [wrong, ...symbols] of sentences) {
    const places = symbols.map((symbol) => local.get(rankOf(symbol)) ?? 0).sort((a, b) => a - b);
    out.add('known.wrong', wrong ?? 0);
    out.add('known.lengths', places.length);
    places.forEach((place, i) => {
      out.add('known.gaps', place - (places[i - 1] ?? -1) - 1);
    });
  }
}

/** @param hashOf the hash of a name, by its number */
export function unpackKnown(columns: Columns, hashOf: (name: number) => number): KnownData {
  const column = (name: string) => numbersOf(columns, `known.${name}`);
  const [named, hashes] = [column('named'), column('hash')];
  const [lengths, gaps] = [column('lengths'), column('gaps')];
  const [wrong, counted] = [column('wrong'), column('counts')];
  const [ranks, totals] = [column('symbols'), column('sentences')];
  const symbols = Array.from({ length: named.length }, () => {
    const name = named.next();
    return name === 0 ? hashes.next() : hashOf(name - 1);
  });
  const claims = Array.from({ length: totals.length }, () => {
    const sentences = totals.next();
    let rank = -1;
    const listed = Array.from({ length: lengths.next() }, () => {
      rank += ranks.next() + 1;
      return [rank, counted.next() + 1] as const;
    });
    const local = orderLocally(listed);
    return Array.from({ length: sentences }, () => {
      const size = lengths.next();
      const sentence = new Array<number>(size + 1);
      sentence[0] = wrong.next();
      for (let i = 1, place = -1; i <= size; i++) {
        place += gaps.next() + 1;
        sentence[i] = local[place] ?? 0;
      }
      return sentence;
    });
  });
  return { symbols, claims };
}

/** The commonest in a claim first; of equals the commonest of all. @returns the ranks, in that order */
function orderLocally(listed: readonly (readonly [rank: number, count: number])[]): number[] {
  return [...listed].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([rank]) => rank);
}
