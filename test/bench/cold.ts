import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { coldRun, type ChildRun } from './child';
import { draft } from './corpus';
import { count } from './growth';
import { PEERS_FOLDER } from './peers';
import type { Bench, Measured, Suite } from './types';

const SIZES = [1_000, 10_000, 100_000];
const MANY = 100_000;
/** harper.js needs a minute and more for 100,000 words. */
const SOME = 10_000;

/** A draft linted by a process that has never seen one, and the peers on the same file. */
export const cold: Suite = {
  name: 'cold',
  async run({ peers }) {
    const folder = mkdtempSync(join(tmpdir(), 'caveat-cold-'));
    try {
      const file = (words: number) => join(folder, `${words}.md`);
      for (const words of SIZES) writeFileSync(file(words), draft(words));
      const script = join(folder, 'caveat.cjs');
      await bundle(script);
      cpSync('dist/packs', join(folder, 'packs'), { recursive: true });
      const caveat = SIZES.map((size) => ({
        size,
        ...coldRun(script, [file(size)]),
      }));
      const floor = coldRun('test/bench/cold/remark.mjs', [file(MANY)]);
      const last = caveat.at(-1);
      if (!last) return { benches: [] };
      return {
        benches: [
          ...caveat.map(({ size, lint }) =>
            ms(`cold lint, ${count(size)} words`, lint, LIMITS[size]),
          ),
          ms(`of which reading Markdown, ${count(MANY)} words`, last.read ?? 0),
          ms('evidence ready (before the first text)', last.load ?? 0),
          ms(`remark-parse with gfm, math, frontmatter, ${count(MANY)} words`, floor.lint),
          {
            name: 'cold lint over remark-parse',
            value: last.lint / floor.lint,
            unit: 'times',
            limit: 4,
          },
          ...(peers ? comparePeers(last, file) : []),
        ],
        growth: [
          {
            name: 'cold lint',
            kind: 'linear',
            steps: caveat.map(({ size, lint }) => ({ size, ms: lint })),
          },
        ],
      } satisfies Measured;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

const LIMITS: Readonly<Record<number, number>> = { [SOME]: 500 };

function comparePeers(caveat: ChildRun, file: (words: number) => string): Bench[] {
  const peer = (name: string, words: number, args: readonly string[] = [], times = 1) =>
    coldRun(join(PEERS_FOLDER, `${name}.mjs`), [file(words), ...args], times).lint;
  const writeGood = peer('textlint', MANY, ['write-good'], 3);
  const words = `${count(MANY)} words`;
  return [
    ms(`textlint with write-good, ${words}`, writeGood),
    ms(
      `textlint with write-good and alex, ${words}`,
      peer('textlint', MANY, ['write-good', 'alex']),
    ),
    ms(`cspell, ${words}`, peer('cspell', MANY)),
    ms(`harper.js, ${count(SOME)} words`, peer('harper', SOME)),
    {
      name: 'cold lint over textlint with write-good',
      value: caveat.lint / writeGood,
      unit: 'times',
      limit: 1,
    },
  ];
}

function ms(name: string, value: number, limit?: number): Bench {
  return { name, value, unit: 'ms', ...(limit !== undefined && { limit }) };
}

/** As the command line is bundled. */
async function bundle(outfile: string): Promise<void> {
  await build({
    entryPoints: ['test/bench/cold/caveat.ts'],
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    define: { 'import.meta.url': '__filename' },
    logLevel: 'warning',
  });
}
