import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { draft } from './corpus';
import { count } from './growth';
import { LspClient } from './lsp-client';
import { percentile } from './statistics';
import type { Bench, Growth, Suite } from './types';

const SIZES = [1_000, 10_000, 100_000];
/** What the 95th percentile should stay under, by words. */
const LIMITS: Readonly<Record<number, number>> = { 10_000: 16, 100_000: 30 };
const TYPED = [
  'Donor cells are never rejected in patients with lupus. ',
  'In horses repeated injections raised antibodies against the donor. ',
  'Hypoxia slowed the growth of adipose-derived cells. ',
];
const WARM_UP = 40;

/** The language server as an editor has it: how soon the first findings come, and those after each keystroke. */
export const typing: Suite = {
  name: 'typing',
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'caveat-bench-'));
    const benches: Bench[] = [];
    const steps: { size: number; ms: number }[] = [];
    try {
      for (const size of SIZES) {
        const { first, each, memory } = await write(folder, draft(size));
        const words = `${count(size)} words`;
        benches.push(
          {
            name: `server start to first diagnostics, ${words}`,
            value: first,
            unit: 'ms',
            ...(size === 10_000 && { limit: 600 }),
          },
          {
            name: `keystroke to diagnostics, ${words}, median`,
            value: percentile(each, 0.5),
            unit: 'ms',
          },
          {
            name: `keystroke to diagnostics, ${words}, 95th percentile`,
            value: percentile(each, 0.95),
            unit: 'ms',
            ...(LIMITS[size] !== undefined && { limit: LIMITS[size] }),
          },
          {
            name: `server memory, ${words}`,
            value: memory,
            unit: 'MB',
            ...(size === 10_000 && { limit: 150 }),
          },
        );
        steps.push({ size, ms: percentile(each, 0.5) });
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    const growth: Growth[] = [{ name: 'keystroke to diagnostics', kind: 'flat', steps }];
    return { benches, growth };
  },
};

interface Written {
  readonly first: number;
  readonly each: readonly number[];
  /** Resident set, megabytes. */
  readonly memory: number;
}

/** Opens a draft and types into a paragraph in its middle, asking for findings after each letter. */
async function write(folder: string, text: string): Promise<Written> {
  const began = performance.now();
  const client = new LspClient(folder, 'dist/server.js');
  await client.start();
  const uri = await client.open('draft.md', text);
  const findings = await client.diagnostics(uri);
  const first = performance.now() - began;
  if (findings === 0 && text.length > 50_000)
    throw new Error('The server finds nothing; was dist/ built to the end?');
  const lines = text.split('\n');
  const middle = lines.findIndex((line, i) => i > lines.length / 2 && line.length > 200);
  const each: number[] = [];
  for (const sentence of TYPED) {
    for (let at = 0; at < sentence.length; at++) {
      const pressed = performance.now();
      await client.replace(uri, middle, at, at, sentence.charAt(at));
      await client.diagnostics(uri);
      each.push(performance.now() - pressed);
    }
    await client.replace(uri, middle, 0, sentence.length, '');
  }
  const memory = client.memory();
  await client.stop();
  return { first, each: each.slice(WARM_UP), memory };
}
