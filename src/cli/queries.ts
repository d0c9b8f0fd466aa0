import { createInterface } from 'node:readline';
import type { SearchResult } from '../search/types';

export type OutputFormat = 'text' | 'json';

/**
 * Answers one query, or, where the query is `-`, one query a line of standard input, in order. An empty line has an
 * empty answer, so that answers and lines stay in step.
 */
export async function answerQueries(
  query: string,
  format: OutputFormat,
  answer: (query: string) => readonly SearchResult[],
): Promise<void> {
  if (query !== '-') {
    print(answer(query), format);
    return;
  }
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    // Many queries are read by a program: one JSON object a line, whatever the format.
    process.stdout.write(`${JSON.stringify({ results: answer(line).map(toOutput) })}\n`);
  }
}

function print(results: readonly SearchResult[], format: OutputFormat): void {
  if (format === 'json') {
    process.stdout.write(`${JSON.stringify({ results: results.map(toOutput) }, null, 2)}\n`);
    return;
  }
  if (results.length === 0) process.stdout.write('Nothing found.\n');
  for (const result of results) {
    const number = result.number === undefined ? '' : `[${result.number}] `;
    process.stdout.write(
      `${result.score.toFixed(2).padStart(7)}  ${number}${result.id}\n         ${result.title}\n`,
    );
  }
}

function toOutput({ kind, id, number, score, title }: SearchResult) {
  return { kind, id, ...(number !== undefined && { number }), score, title };
}
