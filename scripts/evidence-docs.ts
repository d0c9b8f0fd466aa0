// Writes docs/evidence/<pack>.md, the readable form of each pack: `node --import tsx scripts/evidence-docs.ts`.
// `--check` only tells whether the pages are current.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { loadPack } from '../src/evidence/load';
import { formatProblem } from '../src/evidence/problem';
import { renderEvidence } from './evidence-page';

const root = join(__dirname, '..');
const packsFolder = join(root, 'data/packs');
const docsFolder = join(root, 'docs/evidence');
const onlyCheck = process.argv.includes('--check');

const folders = readdirSync(packsFolder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

for (const name of folders) {
  const folder = join(packsFolder, name);
  const { pack, problems } = loadPack(`data/packs/${name}`, readFiles(folder));
  if (!pack || problems.length > 0) {
    // A page made from half a pack would look whole.
    fail([
      ...problems.map(formatProblem),
      `data/packs/${name} is not sound; mend the problems above.`,
    ]);
    continue;
  }
  const target = join(docsFolder, `${pack.manifest.id}.md`);
  const text = renderEvidence(pack);
  if (text === textOf(target)) continue;
  if (onlyCheck) {
    const page = relative(root, target).split(sep).join('/');
    fail([`${page} is not current; run \`node --import tsx scripts/evidence-docs.ts\`.`]);
  } else {
    mkdirSync(docsFolder, { recursive: true });
    writeFileSync(target, text);
  }
}

function readFiles(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(ya?ml|json)$/.test(name),
  );
  return new Map(
    names.map((name) => [name.split(sep).join('/'), readFileSync(join(folder, name), 'utf8')]),
  );
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function fail(lines: readonly string[]): void {
  for (const line of lines) console.error(line);
  process.exitCode = 1;
}
