import type { Claim, Pack, Reference } from '../../src/evidence/types';

/**
 * The pack with made-up references added until it has `count`: titles of its own words in new orders, so that searches
 * find as many as they would in a real collection. They carry no claim. The same for each run.
 */
export function withReferences(pack: Pack, count: number): Pack {
  const next = generator(20261124);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const words = pack.references.flatMap(({ title }) => title?.split(/\s+/) ?? []);
  const authors = pack.references.flatMap(({ author }) => author ?? []);
  const journals = pack.references.flatMap((reference) => reference['container-title'] ?? []);
  const types = ['article-journal', 'article-journal', 'article-journal', 'chapter', 'book'];
  const made: Reference[] = [];
  for (let number = pack.references.length + 1; number <= count; number++) {
    const title = Array.from({ length: 6 + Math.floor(next() * 10) }, () => pick(words)).join(' ');
    const year = 1970 + Math.floor(next() * 56);
    const author = Array.from({ length: 1 + Math.floor(next() * 5) }, () => pick(authors));
    made.push({
      id: `${(author[0]?.family ?? 'anon').toLowerCase().replace(/[^a-z]/g, '')}${year}n${number}`,
      type: pick(types),
      title,
      author,
      issued: { 'date-parts': [[year]] },
      'container-title': pick(journals),
      DOI: `10.5555/made-up.${number}`,
      'citation-number': 100_000 + number,
    });
  }
  return { ...pack, references: [...pack.references, ...made] };
}

/** The same with made-up claims: sentences of the claims' own words in new orders, carried by any of the references. */
export function withClaims(pack: Pack, count: number): Pack {
  const next = generator(20261125);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const words = pack.claims.flatMap(({ statement }) => statement.split(/\s+/));
  const numbers = pack.references.map((reference) => reference['citation-number'] ?? 0);
  const made: Claim[] = [];
  for (let number = pack.claims.length + 1; number <= count; number++) {
    const { section, outcome, direction, certainty } = pick(pack.claims);
    made.push({
      id: `made-up-claim-${number}`,
      statement: Array.from({ length: 8 + Math.floor(next() * 16) }, () => pick(words)).join(' '),
      references: [pick(numbers), pick(numbers)],
      section,
      outcome,
      direction,
      certainty,
    });
  }
  return { ...pack, claims: [...pack.claims, ...made] };
}

/** Pseudo-random numbers in [0, 1), mulberry32. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
