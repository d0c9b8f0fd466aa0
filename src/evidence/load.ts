import { checkPack, type Located } from './check';
import type { Problem } from './problem';
import { validate, type PackPart } from './schemas';
import { isTrainingFile, readTraining } from './training';
import type { Claim, Concept, Pack, PackManifest, Reference } from './types';
import { parseSource, type SourceDocument } from './yaml';

/** A pack's files: path inside the pack's folder, `/` as separator, to text. */
export type PackFiles = ReadonlyMap<string, string>;

export interface LoadedPack {
  /** Absent where the manifest or the references cannot be used; else what could be used of the pack. */
  readonly pack?: Pack;
  readonly problems: readonly Problem[];
  /** Where a field of a claim stands, for problems that only show once its sentences are read. */
  readonly placeOf: (
    claimId: string,
    field: readonly (string | number)[],
  ) => Pick<Problem, 'path' | 'range'>;
}

/**
 * Reads and validates a pack. A broken claim or concept is left out and reported; the rest is used.
 *
 * @param root the pack's folder as the user names it, for messages
 */
export function loadPack(root: string, files: PackFiles): LoadedPack {
  const problems: Problem[] = [];
  const read = (name: string, part: PackPart) =>
    readPart(root, name, files.get(name), part, problems);

  const manifest = read('pack.yaml', 'pack');
  const references = read('references.json', 'references');
  const concepts = partFiles(files, 'concepts').map((name) => read(name, 'concepts'));
  const claims = partFiles(files, 'claims').map((name) => read(name, 'claims'));
  const nowhere = { path: `${root}/pack.yaml` };
  if (!manifest || manifest.broken.size > 0 || !references)
    return { problems, placeOf: () => nowhere };

  const pack = {
    manifest: manifest.source.data as PackManifest,
    references: usable<Reference>(references),
    concepts: concepts.flatMap((file) => (file ? usable<Concept>(file) : [])),
    claims: claims.flatMap((file) => (file ? usable<Claim>(file) : [])),
  };
  const checked = checkPack(pack, {
    references: locate([references]),
    concepts: locate(concepts),
    claims: locate(claims),
    manifest: manifest.source,
  });
  const located = locate(claims);
  const places = new Map(pack.claims.map((claim, i) => [claim.id, located[i]] as const));
  const training = readAllTraining(root, files, checked.pack);
  return {
    pack: { ...checked.pack, training: training.flatMap(({ statements }) => statements) },
    problems: [
      ...problems,
      ...checked.problems,
      ...training.flatMap(({ problems: found }) => found),
    ],
    placeOf: (claimId, field) => {
      const place = places.get(claimId);
      const range = place?.source.rangeOf([place.index, ...field]);
      return { path: place?.source.path ?? nowhere.path, ...(range && { range }) };
    },
  };
}

function readAllTraining(root: string, files: PackFiles, pack: Pack) {
  const ids = new Set(pack.claims.map(({ id }) => id));
  return [...files]
    .filter(([name]) => isTrainingFile(name))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, text]) => readTraining(`${root.replace(/\/$/, '')}/${name}`, name, text, ids));
}

/** `claims.yaml` and everything in `claims/`, by name. */
function partFiles(files: PackFiles, part: string): string[] {
  return [...files.keys()]
    .filter(
      (name) => name === `${part}.yaml` || (name.startsWith(`${part}/`) && name.endsWith('.yaml')),
    )
    .sort();
}

interface ReadPart {
  readonly source: SourceDocument;
  /** Indices of list items that do not fit the schema; for a single object, 0. */
  readonly broken: ReadonlySet<number>;
}

function readPart(
  root: string,
  name: string,
  text: string | undefined,
  part: PackPart,
  problems: Problem[],
): ReadPart | undefined {
  const path = `${root.replace(/\/$/, '')}/${name}`;
  if (text === undefined) {
    problems.push({ severity: 'error', path, message: `A pack needs a file ${name}; add it.` });
    return undefined;
  }
  const source = parseSource(path, text);
  if (Array.isArray(source)) {
    problems.push(...source);
    return undefined;
  }
  const file = source;
  const errors = validate(part, file.data);
  const broken = new Set<number>();
  for (const error of errors) {
    const [first] = error.path;
    broken.add(typeof first === 'number' ? first : 0);
    const range = file.rangeOf(error.path);
    problems.push({
      severity: 'error',
      path,
      message: `${fieldName(error.path)}: ${error.message} See data/schemas/${part}.schema.json.`,
      ...(range && { range }),
    });
  }
  // Not a list at all: nothing in it can be used.
  if (part !== 'pack' && !Array.isArray(file.data)) return undefined;
  return { source: file, broken };
}

function fieldName(path: readonly (string | number)[]): string {
  const fields = path.filter((part) => typeof part === 'string');
  return fields.length > 0 ? fields.join('.') : 'entry';
}

function usable<T>(file: ReadPart): T[] {
  return (file.source.data as T[]).filter((_, index) => !file.broken.has(index));
}

/** For each usable item, in the same order as `usable`, where it stands. */
function locate(files: readonly (ReadPart | undefined)[]): Located[] {
  return files.flatMap((file) =>
    file
      ? (file.source.data as unknown[])
          .map((_, index) => ({ source: file.source, index }))
          .filter(({ index }) => !file.broken.has(index))
      : [],
  );
}
