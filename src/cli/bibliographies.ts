import { dirname, resolve } from 'node:path';
import { readBibliography } from '../bibliography/read';
import type { Bibliography } from '../bibliography/types';
import { DEFAULT_MAX_BIBLIOGRAPHY_SIZE } from '../checks/config';
import type { Problem } from '../evidence/problem';
import { LineIndex } from '../manuscript/lines';
import { namedBibliographies } from '../manuscript/project';
import type { Surroundings } from '../manuscript/surroundings';
import type { Manuscript, ManuscriptReader } from '../manuscript/types';
import { readText } from './files';
import { followFiles } from './project';

/** Reads the bibliographies that a manuscript and its project name, and the ones named elsewhere. */
export function loadBibliographies(
  path: string,
  reader: ManuscriptReader,
  manuscript: Manuscript,
  extra: readonly { readonly path: string; readonly base: string }[],
  around?: Surroundings,
  maxSize = DEFAULT_MAX_BIBLIOGRAPHY_SIZE,
): { bibliographies: Bibliography[]; problems: Problem[] } {
  const lines = new LineIndex(manuscript.source);
  const problems: Problem[] = [];
  const bibliographies: Bibliography[] = [];
  const load = (file: string, missing: (reason: string) => Problem) => {
    const read = readText(file, maxSize, 'maxBibliographySize');
    if ('skipped' in read) {
      problems.push(missing(read.skipped));
      return;
    }
    const bibliography = readBibliography(file, read.text);
    bibliographies.push(bibliography);
    problems.push(...bibliography.problems);
  };
  const seen = new Set<string>();
  for (const { link, from, namedIn } of followFiles(
    namedBibliographies(reader, manuscript, resolve(path), around),
  )) {
    const file = resolve(dirname(from), link.path);
    if (seen.has(file)) continue;
    seen.add(file);
    load(file, (reason) => ({
      severity: 'error',
      path: namedIn ?? path,
      message: `The bibliography "${link.path}" cannot be read (${reason}); mend the path or add the file.`,
      ...(namedIn === undefined && { range: lines.rangeOf(link.span) }),
    }));
  }
  for (const file of extra) {
    load(resolve(file.base, file.path), (reason) => ({
      severity: 'error',
      path: file.path,
      message: `The bibliography cannot be read (${reason}); mend the path.`,
    }));
  }
  return { bibliographies, problems };
}
