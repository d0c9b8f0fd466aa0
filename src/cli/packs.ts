import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { DEFAULT_MAX_PACK_FILE_SIZE } from '../checks/config';
import { compilePack, createEvidence, type CompiledPack, type Evidence } from '../checks/evidence';
import { readColumns, type Columns } from '../checks/packed/columns';
import { PACK_ENDING, unpackColumns } from '../checks/packed/pack';
import { unpackWeights } from '../checks/packed/trained';
import { WORDING_FILE, type WordingModel } from '../checks/wording-model';
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
 * @param maxFileSize bytes, of each file of a pack
 */
export function loadEvidence(
  folders: readonly string[],
  withShipped = false,
  disabled: readonly string[] = [],
  maxFileSize?: number,
): Evidence {
  const shipped = folders.length === 0 || withShipped ? shippedPacks() : [];
  const used = [...shipped, ...folders.map((folder) => compileFolder(folder, maxFileSize))].filter(
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
    .filter((name) => name.endsWith(PACK_ENDING))
    .sort()
    .map((name) => readShipped(name, unpackColumns));
}

/** The trained weights that the build puts beside the packs. */
export function shippedWording(): WordingModel {
  return readShipped(WORDING_FILE, unpackWeights);
}

function readShipped<T>(name: string, unpack: (columns: Columns) => T): T {
  const path = join(SHIPPED, name);
  try {
    const columns = readColumns(readFileSync(path, 'utf8'));
    return unpack(new Map([...columns].map(([column, bytes]) => [column, inflateRawSync(bytes)])));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CannotRun(`${path} cannot be read (${reason}); run \`npm run build\`.`);
  }
}

function compileFolder(folder: string, maxFileSize?: number): CompiledPack {
  const { pack, problems } = readPack(folder, maxFileSize);
  printProblems(problems);
  if (!pack) throw new CannotRun(`The pack in ${folder} cannot be used; mend the problems above.`);
  return compilePack(pack);
}

/**
 * Reads a pack's folder.
 * @param maxFileSize bytes, of each of its files
 */
export function readPack(folder: string, maxFileSize = DEFAULT_MAX_PACK_FILE_SIZE): LoadedPack {
  if (!existsSync(folder))
    throw new CannotRun(`There is no folder ${folder}; name a folder that holds a pack.yaml.`);
  try {
    const { files, problems } = readPackFolder(folder, maxFileSize);
    const loaded = loadPack(folder, files);
    return { ...loaded, problems: [...problems, ...loaded.problems] };
  } catch (error) {
    throw new CannotRun(
      `${folder} cannot be read as a pack: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

export function printProblems(problems: readonly Problem[]): void {
  for (const problem of problems) process.stderr.write(`${formatProblem(problem)}\n`);
}
