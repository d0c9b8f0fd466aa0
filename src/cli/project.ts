import { existsSync, readdirSync } from 'node:fs';
import { dirname, extname, join, resolve } from 'node:path';
import type { GivenFile, Search } from '../manuscript/wanted-files';
import { findSurroundings, type Surroundings } from '../manuscript/surroundings';
import type { ManuscriptReader } from '../manuscript/types';
import { readText } from './files';

const MAX_SIZE = 5_000_000;
/** As high as a project is looked for. */
const MAX_FOLDERS = 8;

/** Gives a search the files that it asks for. */
export function followFiles<T>(search: Search<T>): T {
  let given: GivenFile | undefined;
  for (;;) {
    const step = given ? search.next(given) : search.next();
    if (step.done) return step.value;
    const { from, path, endings } = step.value;
    const file = resolve(dirname(from), path);
    if (endings) {
      given = { file, text: '', names: namesIn(file, endings) };
      continue;
    }
    const read = readText(file, MAX_SIZE);
    given = 'text' in read ? { file, text: read.text } : undefined;
  }
}

/** What a manuscript stands in, and its reader with what that defines. */
export function withSurroundings(
  path: string,
  reader: ManuscriptReader,
  source: string,
): { readonly reader: ManuscriptReader; readonly around: Surroundings | undefined } {
  const around = followFiles(findSurroundings(reader, source, resolve(path)));
  const isAlone = around === undefined || around.preambles.length === 0;
  return { reader: (!isAlone && reader.within?.(around.preambles)) || reader, around };
}

function namesIn(folder: string, endings: readonly string[]): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() && endings.includes(extname(entry.name).toLowerCase()))
      .map(({ name }) => name)
      .sort();
  } catch {
    return [];
  }
}

/** Those of some files that lie in a manuscript's folder or above. */
export function filesAbove(manuscript: string, names: readonly string[]): string[] {
  return names.filter((name) => {
    let folder = dirname(resolve(manuscript));
    for (let up = 0; up < MAX_FOLDERS; up++) {
      if (existsSync(join(folder, name))) return true;
      folder = dirname(folder);
    }
    return false;
  });
}
