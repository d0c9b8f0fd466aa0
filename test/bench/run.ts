// `npm run bench`: how fast Caveat is, as a table (`npm run build` first); `-- --json FILE` also writes the figures.
import { writeFileSync } from 'node:fs';
import { benchChecker } from './checker';
import { benchCompletion } from './completion';
import { benchView } from './view';

async function main(): Promise<void> {
  const benches = [...benchChecker(), ...(await benchCompletion()), ...(await benchView())];
  for (const { name, value, unit, limit } of benches) {
    const verdict = limit === undefined ? '' : value <= limit ? `under ${limit}` : `OVER ${limit}`;
    process.stdout.write(
      `${name.padEnd(56)} ${value.toPrecision(3).padStart(8)} ${unit}  ${verdict}\n`,
    );
  }
  const at = process.argv.indexOf('--json');
  const target = at < 0 ? undefined : process.argv[at + 1];
  if (target !== undefined) writeFileSync(target, `${JSON.stringify(benches, null, 2)}\n`);
}

void main();
