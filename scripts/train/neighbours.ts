import { withoutCitations } from '../../src/checks/claim-sentences';
import { hashText } from '../../src/checks/hash';
import { readerFor } from '../../src/manuscript/formats';
import { splitSentences } from '../../src/manuscript/sentences';

/** Sentences that stand around a statement in its paragraph. */
export interface Surroundings {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** So many of a hundred statements are set between neighbours; manuscripts have paragraphs, and lists too. */
const SHARE = 50;
const SHORTEST = 30;
const LONGEST = 400;

/**
 * Sets statements between sentences that say nothing for or against them, as they stand in a manuscript. Labelled
 * statements are written alone and sound prose never is: a model that sees both as they are takes whatever has
 * neighbours for sound.
 * @param sound right statements, of one sentence each
 * @param prose Markdown texts that are right throughout
 * @returns finds the neighbours of a statement: the same ones each time, none for some
 */
export function createNeighbours(
  sound: readonly string[],
  prose: readonly string[],
): (text: string, number: number) => Surroundings | undefined {
  const pools = [
    sound.map((text) => withoutCitations(text).trim()),
    prose.flatMap(plainSentences).filter(({ length }) => length >= SHORTEST && length <= LONGEST),
  ];
  return (text, number) => {
    let state = hashText(`${number} ${text}`);
    const next = (below: number) => {
      state = hashText(`${state}`);
      return state % below;
    };
    if (next(100) >= SHARE || splitSentences(text).length !== 1) return undefined;
    const pick = (): readonly string[] => {
      const pool = pools[next(pools.length)] ?? [];
      return pool.length === 0 ? [] : [pool[next(pool.length)] as string];
    };
    const form = next(4);
    const around = { before: form === 1 ? [] : pick(), after: form === 0 ? [] : pick() };
    return splitSentences(setBetween(text, around)).length === countOf(around) + 1
      ? around
      : undefined;
  };
}

/** A statement with its neighbours, as one paragraph. */
export function setBetween(text: string, { before, after }: Surroundings): string {
  return [...before, text, ...after].join(' ');
}

function countOf({ before, after }: Surroundings): number {
  return before.length + after.length;
}

/** The sentences of a Markdown text's paragraphs that cite nothing, each in one line. */
export function plainSentences(prose: string): string[] {
  const blocks = readerFor({ languageId: 'markdown' })?.read(prose).blocks ?? [];
  return blocks
    .filter(({ kind }) => kind === 'paragraph')
    .flatMap(({ statements }) => statements)
    .filter(({ citations }) => citations.length === 0)
    .map(({ text }) => text.replace(/\s+/g, ' '));
}
