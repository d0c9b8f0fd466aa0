import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compilePack, createEvidence, type CompiledPack, type Evidence } from '../checks/evidence';
import type { WordingModel } from '../checks/wording-model';
import { readWordingModel, WORDING_FILE } from '../checks/wording-model';
import { loadPack, type LoadedPack } from '../evidence/load';
import { formatProblem, type Problem } from '../evidence/problem';
import { CannotRun } from './exit';
import { readPackFolder } from './files';

/** Where the build puts the packs that come with Caveat, next to the bundle. */
const SHIPPED = join(__dirname, 'packs');

/**
 * Loads the packs of the given folders; the shipped ones where none is given, or in addition where asked. Problems go
 * to standard error.
 *
 * @param disabled ids of packs that are left out
 */
export function loadEvidence(
  folders: readonly string[],
  withShipped = false,
  disabled: readonly string[] = [],
): Evidence {
  const shipped = folders.length === 0 || withShipped ? shippedPacks() : [];
  const used = [...shipped, ...folders.map(compileFolder)].filter(
    ({ pack }) => !disabled.includes(pack.manifest.id),
  );
  return createEvidence(used, shippedWording());
}

export function shippedPacks(): CompiledPack[] {
  if (!existsSync(SHIPPED)) {
    throw new CannotRun(
      `The shipped evidence is missing (${SHIPPED}); run \`npm run build\`, or name a pack with --pack.`,
    );
  }
  return readdirSync(SHIPPED)
    .filter((name) => name.endsWith('.json') && name !== 'index.json')
    .sort()
    .map((name) => JSON.parse(readFileSync(join(SHIPPED, name), 'utf8')) as CompiledPack);
}

/** The trained weights that the build puts beside the packs. */
export function shippedWording(): WordingModel {
  const path = join(SHIPPED, WORDING_FILE);
  try {
    return readWordingModel(readFileSync(path, 'utf8'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CannotRun(
      `The trained weights cannot be read (${path}: ${reason}); run \`npm run build\`.`,
    );
  }
}

function compileFolder(folder: string): CompiledPack {
  const { pack, problems } = readPack(folder);
  printProblems(problems);
  if (!pack) throw new CannotRun(`The pack in ${folder} cannot be used; mend the problems above.`);
  return compilePack(pack);
}

/** Reads a pack's folder. */
export function readPack(folder: string): LoadedPack {
  if (!existsSync(folder))
    throw new CannotRun(`There is no folder ${folder}; name a folder that holds a pack.yaml.`);
  try {
    return loadPack(folder, readPackFolder(folder));
  } catch (error) {
    throw new CannotRun(
      `${folder} cannot be read as a pack: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

export function printProblems(problems: readonly Problem[]): void {
  for (const problem of problems) process.stderr.write(`${formatProblem(problem)}\n`);
}
