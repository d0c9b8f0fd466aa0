import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { GivenFile, NamedBibliography, WantedFile } from '../manuscript/project';
import { readText } from './files';

const MAX_SIZE = 5_000_000;
/** As high as a project is looked for. */
const MAX_FOLDERS = 8;

/** Gives a search the files that it asks for. */
export function followFiles(
  search: Generator<WantedFile, NamedBibliography[], GivenFile | undefined>,
): NamedBibliography[] {
  let given: GivenFile | undefined;
  for (;;) {
    const step = given ? search.next(given) : search.next();
    if (step.done) return step.value;
    const file = resolve(dirname(step.value.from), step.value.path);
    const read = readText(file, MAX_SIZE);
    given = 'text' in read ? { file, text: read.text } : undefined;
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
