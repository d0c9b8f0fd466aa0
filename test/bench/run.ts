// `npm run bench`: how fast Caveat is, as a table; `-- --json FILE` also writes the figures.
import { writeFileSync } from 'node:fs';
import { benchChecker } from './checker';

const benches = benchChecker();
for (const { name, value, unit, limit } of benches) {
  const verdict = limit === undefined ? '' : value <= limit ? `under ${limit}` : `OVER ${limit}`;
  process.stdout.write(
    `${name.padEnd(40)} ${value.toPrecision(3).padStart(8)} ${unit}  ${verdict}\n`,
  );
}
const at = process.argv.indexOf('--json');
const target = at < 0 ? undefined : process.argv[at + 1];
if (target !== undefined) writeFileSync(target, `${JSON.stringify(benches, null, 2)}\n`);
