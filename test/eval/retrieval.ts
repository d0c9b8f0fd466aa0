// Part of `npm run eval`: how often the right reference is found, for typed queries and for sentences.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { citeSentence } from '../../src/search/cite';
import type { EvidenceIndex } from '../../src/search/index';
import { searchEvidence } from '../../src/search/search';
import type { SearchResult } from '../../src/search/types';
import type { LabelledStatement } from '../../src/evidence/types';
import { readStatements } from './measure';

/** A query as it is typed, and the review's numbers of the references that answer it. */
interface Query {
  readonly query: string;
  readonly refs: readonly number[];
}

/** Share of queries whose answer is first, and among the first five. */
interface Found {
  readonly of: number;
  readonly first: number;
  readonly five: number;
  /** Those that were not first, with what was found. */
  readonly misses: readonly string[];
}

/** Prints the totals of each set; single misses only of the one that is `shown`. */
export function reportRetrieval(
  here: string,
  index: EvidenceIndex,
  training: readonly LabelledStatement[],
  shown?: string,
): void {
  const search = (query: string) => searchEvidence(index, query, { kind: 'reference', limit: 5 });
  const cite = (sentence: string) => citeSentence(index, sentence, { limit: 5 });
  for (const [name, note, queries, find] of [
    ['queries-tuned', 'typed, looked at', readQueries(join(here, 'queries-tuned.jsonl')), search],
    ['queries', 'typed, never looked at', readQueries(join(here, 'queries.jsonl')), search],
    ...[
      ...(['tuned', 'heldout', 'heldout-3'] as const).map(
        (set) => [set, sentences(readStatements(join(here, `${set}.jsonl`)))] as const,
      ),
      // The checker learns from these, but the index holds none of them.
      ...[...new Set(training.map(({ hand }) => hand))].map(
        (hand) => [hand, sentences(training.filter((one) => one.hand === hand))] as const,
      ),
    ].flatMap(([set, whole]) => {
      const half = whole.map(({ query, refs }) => ({ query: firstHalf(query), refs }));
      return [
        [`cite ${set}`, 'sentences', whole, cite] as const,
        [`cite ${set}, half written`, 'their first halves', half, cite] as const,
      ];
    }),
  ] as const) {
    const { of, first, five, misses } = measure(queries, find);
    process.stdout.write(
      `${name.padEnd(30)} ${String(of).padStart(4)}  first ${share(first, of)}  in five ${share(five, of)}  (${note})\n`,
    );
    if (shown === name) for (const miss of misses) process.stdout.write(`  ${miss}\n`);
  }
}

function measure(
  queries: readonly Query[],
  find: (query: string) => readonly SearchResult[],
): Found {
  let first = 0;
  let five = 0;
  const misses: string[] = [];
  for (const { query, refs } of queries) {
    const numbers = find(query).map(({ number }) => number ?? 0);
    const rank = numbers.findIndex((number) => refs.includes(number));
    if (rank === 0) first++;
    if (rank >= 0) five++;
    if (rank !== 0) misses.push(`${query}: [${refs.join()}] at ${rank + 1} of ${numbers.join()}`);
  }
  return { of: queries.length, first, five, misses };
}

function readQueries(path: string): Query[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Query);
}

/** Sound statements that name the references they rest on, without their citations. */
function sentences(
  statements: readonly { text: string; label: string; refs?: readonly number[] }[],
): Query[] {
  return statements
    .map(({ text, label, refs }) => ({
      label,
      query: text.replace(/\s*\{\{\d+\}\}/g, ''),
      refs: refs ?? [...text.matchAll(/\{\{(\d+)\}\}/g)].map(([, number]) => Number(number)),
    }))
    .filter(({ refs, label }) => refs.length > 0 && label === 'ok');
}

function firstHalf(text: string): string {
  const words = text.split(' ');
  return words.slice(0, Math.ceil(words.length / 2)).join(' ');
}

function share(count: number, of: number): string {
  return (count / Math.max(1, of)).toFixed(3);
}
