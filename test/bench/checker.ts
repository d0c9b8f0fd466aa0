import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createLibrary } from '../../src/bibliography/library';
import { checkManuscript } from '../../src/checks/engine';
import { compilePack, createEvidence, type Evidence } from '../../src/checks/evidence';
import { readPack } from '../../src/cli/packs';
import { readerFor } from '../../src/manuscript/formats';
import type { Bench } from './types';
import { trainedWording } from '../support/shipped';

const PROSE = ['test/eval/prose', 'test/eval/prose-tuned'];

/** The checker alone: manuscripts that are read already, evidence that is loaded already. */
export function benchChecker(): Bench[] {
  const { pack } = readPack('data/packs/msc-allogeneic-autologous');
  if (!pack) throw new Error('The shipped pack cannot be read; run `caveat pack check`.');
  const evidence = createEvidence([compilePack(pack)], trainedWording());
  const prose = PROSE.flatMap((folder) =>
    readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8')),
  ).join('\n\n');
  const first = milliseconds(() => check(words(prose, 10_000), evidence));
  const statements = sentences(prose);
  for (const statement of statements.slice(0, 300)) check(statement, evidence);
  const each = statements.map((statement) => milliseconds(() => check(statement, evidence)));
  return [
    { name: 'one statement, warm, median', value: percentile(each, 0.5), unit: 'ms', limit: 1 },
    { name: 'one statement, warm, 95th percentile', value: percentile(each, 0.95), unit: 'ms' },
    { name: '10,000 words, cold', value: first, unit: 'ms', limit: 500 },
    {
      name: '10,000 words, warm code, no memory',
      value: milliseconds(() => check(words(prose, 10_000), evidence)),
      unit: 'ms',
    },
    {
      name: '20,000 words over 10,000 words',
      value:
        milliseconds(() => check(words(prose + prose, 20_000), evidence)) /
        milliseconds(() => check(words(prose, 10_000), evidence)) /
        2,
      unit: 'time ratio over size ratio',
      limit: 1.8,
    },
  ];
}

function check(text: string, evidence: Evidence): void {
  const reader = readerFor({ languageId: 'markdown' });
  if (!reader) throw new Error('There is no reader for Markdown.');
  checkManuscript(reader.read(text), evidence, {
    library: createLibrary([], evidence.packs),
    cite: reader.cite,
  });
}

/** The first words of a text, its paragraphs kept. */
function words(text: string, count: number): string {
  let seen = 0;
  return text
    .split('\n')
    .filter((line) => {
      if (seen >= count) return false;
      seen += line.split(/\s+/).filter((word) => word !== '').length;
      return true;
    })
    .join('\n');
}

function sentences(text: string): string[] {
  const reader = readerFor({ languageId: 'markdown' });
  return (reader?.read(text).blocks ?? []).flatMap((block) =>
    block.statements.map((statement) => statement.text),
  );
}

function milliseconds(run: () => void): number {
  const started = performance.now();
  run();
  return performance.now() - started;
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
