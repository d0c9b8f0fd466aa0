import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createLibrary, type Library } from '../../src/bibliography/library';
import { checkManuscript } from '../../src/checks/engine';
import { compilePack, createEvidence, type Evidence } from '../../src/checks/evidence';
import { readPack } from '../../src/cli/packs';
import { readerFor } from '../../src/manuscript/formats';
import { milliseconds, percentile } from './statistics';
import type { Suite } from './types';
import { trainedWording } from '../support/shipped';

const PROSE = ['test/eval/prose', 'test/eval/prose-tuned'];

/** Reading and checking alone, in this process: evidence that is loaded already. */
export const checker: Suite = { name: 'checker', run };

function run() {
  const { pack } = readPack('data/packs/msc-allogeneic-autologous');
  if (!pack) throw new Error('The shipped pack cannot be read; run `caveat pack check`.');
  const evidence = createEvidence([compilePack(pack)], trainedWording());
  const prose = PROSE.flatMap((folder) =>
    readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8')),
  ).join('\n\n');
  const loaded = { evidence, library: createLibrary([], evidence.packs) };
  const check = (text: string) => {
    checkText(text, loaded);
  };
  check(words(prose, 10_000));
  const statements = sentences(prose);
  for (const statement of statements.slice(0, 300)) check(statement);
  const each = statements.map((statement) => milliseconds(() => check(statement)));
  const ms = (count: number) =>
    milliseconds(() => {
      check(words(prose, count));
    });
  return {
    benches: [
      { name: 'one statement, warm, median', value: percentile(each, 0.5), unit: 'ms', limit: 1 },
      { name: 'one statement, warm, 95th percentile', value: percentile(each, 0.95), unit: 'ms' },
    ],
    growth: [
      {
        name: 'check, warm code, no memory',
        kind: 'linear' as const,
        steps: [1_000, 5_000, 25_000].map((size) => ({ size, ms: ms(size) })),
      },
    ],
  };
}

/** What a server keeps from one check to the next. */
interface Loaded {
  readonly evidence: Evidence;
  readonly library: Library;
}

function checkText(text: string, { evidence, library }: Loaded): void {
  const reader = readerFor({ languageId: 'markdown' });
  if (!reader) throw new Error('There is no reader for Markdown.');
  checkManuscript(reader.read(text), evidence, {
    library,
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
