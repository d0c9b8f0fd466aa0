// `npm run bench`: how fast Caveat is, as a table (`npm run build` first). Ends with 1 where a limit is broken.
import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { activation } from './activation';
import { checker } from './checker';
import { cold } from './cold';
import { completion } from './completion';
import { scoreGrowth } from './growth';
import { installPeers } from './peers';
import { search } from './search';
import { sizes } from './sizes';
import { typing } from './typing';
import type { Bench, Growth, Suite } from './types';
import { view } from './view';

const SUITES: readonly Suite[] = [
  sizes,
  activation,
  typing,
  cold,
  checker,
  completion,
  search,
  view,
];

const USAGE = `npm run bench -- [--json FILE] [--no-peers] [--only SUITE]... [--no-limits]
Suites: ${SUITES.map(({ name }) => name).join(', ')}. --no-limits ends with 0 unless growth is out of bounds.`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: 'string' },
      'no-peers': { type: 'boolean', default: false },
      'no-limits': { type: 'boolean', default: false },
      only: { type: 'string', multiple: true },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return void process.stdout.write(`${USAGE}\n`);
  const chosen = SUITES.filter(({ name }) => values.only?.includes(name) ?? true);
  const peers = !values['no-peers'] && chosen.includes(cold) && installPeers();
  const load = loadavg()[0] ?? 0;
  process.stdout.write(`Node ${process.version}, load ${load.toFixed(2)} at the start.\n`);
  const all: (Bench & { readonly suite: string })[] = [];
  const grown: (Growth & { readonly suite: string })[] = [];
  let isBroken = false;
  for (const suite of chosen) {
    const { benches, growth = [] } = await suite.run({ peers });
    const scored = growth.flatMap(scoreGrowth);
    process.stdout.write(`\n${suite.name}\n`);
    for (const bench of [...benches, ...scored]) process.stdout.write(row(bench));
    isBroken ||= scored.some(isOver) || (!values['no-limits'] && benches.some(isOver));
    all.push(...[...benches, ...scored].map((bench) => ({ suite: suite.name, ...bench })));
    grown.push(...growth.map((one) => ({ suite: suite.name, ...one })));
  }
  if (values.json !== undefined) {
    const result = { node: process.version, load, peers, benches: all, growth: grown };
    writeFileSync(values.json, `${JSON.stringify(result, null, 2)}\n`);
  }
  process.exitCode = isBroken ? 1 : 0;
}

function isOver({ value, limit }: Bench): boolean {
  return limit !== undefined && !(value <= limit);
}

function row(bench: Bench): string {
  const { name, value, unit, limit } = bench;
  const verdict = limit === undefined ? '' : isOver(bench) ? `OVER ${limit}` : `under ${limit}`;
  const number = value >= 100 ? value.toFixed(0) : value.toPrecision(3);
  return `  ${name.padEnd(62)} ${number.padStart(8)} ${unit}  ${verdict}\n`;
}

main().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exitCode = 2;
});
