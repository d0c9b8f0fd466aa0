import type { Bibliography } from '../bibliography/types';
import type { Problem } from '../evidence/problem';
import { LineIndex } from '../manuscript/lines';
import { namedBibliographies } from '../manuscript/project';
import type { Surroundings } from '../manuscript/surroundings';
import type { Manuscript, Span } from '../manuscript/types';
import type { Context, LinkedFile } from './manuscripts';
import type { FileFault } from './protocol';
import type { BibliographyStore } from './stores/bibliographies';
import type { FoundConfig } from './stores/configs';
import type { PackSource } from './stores/packs';
import { SHIPPED_PACK } from '../checks/config';
import type { ProjectStore } from './stores/projects';
import { fileName, folderOf, isWithin, resolvePath } from './uris';
import type { Effective } from './settings';

/** The bibliographies of a manuscript, and what is wrong with those that could not be read. */
export interface LinkedBibliographies {
  readonly bibliographies: readonly Bibliography[];
  /** On the manuscript, where it names the file. */
  readonly problems: readonly Problem[];
  /** On the configuration, where it names the file. */
  readonly configProblems: readonly Problem[];
  readonly isComplete: boolean;
  /** All that are named, in order, also those that are missing. */
  readonly files: readonly LinkedFile[];
}

/** Where files are kept that were read before. */
export interface LinkStores {
  readonly bibliographies: BibliographyStore;
  readonly projects: ProjectStore;
}

/** Reads what a manuscript, its project and its configuration name as bibliographies; the manuscript's own come first. */
export async function readLinks(
  uri: string,
  manuscript: Manuscript,
  context: Context,
  { bibliographies: store, projects }: LinkStores,
  log: (message: string) => void,
  around?: Surroundings,
): Promise<LinkedBibliographies> {
  const { roots, effective, config } = context;
  const bibliographies = new Set<Bibliography>();
  const problems: Problem[] = [];
  const configProblems: Problem[] = [];
  const files: LinkedFile[] = [];
  // Where nothing may be read, nobody knows what a configuration would have named.
  let isComplete = roots.length > 0;
  const read = async (
    folder: string | undefined,
    path: string,
    span: Span | undefined,
    report: (message: string) => void,
  ) => {
    const target = folder === undefined ? undefined : resolvePath(folder, path);
    const result =
      target === undefined
        ? { fault: 'outside' as const, detail: path }
        : await store.load(target, roots, effective.maxBibliographySize);
    if (target !== undefined && !files.some((file) => file.uri === target))
      files.push({ uri: target, path, loaded: result, ...(span && { span }) });
    if ('bibliography' in result) {
      bibliographies.add(result.bibliography);
      return;
    }
    isComplete = false;
    report(unreadable(path, result.fault, result.detail));
  };

  if (roots.length > 0) {
    // Only made where there is something to report.
    let lines: LineIndex | undefined;
    const rangeOf = (span: Span) => (lines ??= new LineIndex(manuscript.source)).rangeOf(span);
    const named = context.reader
      ? await projects.follow(namedBibliographies(context.reader, manuscript, uri, around), roots)
      : [];
    if (manuscript.isPart && named.length + effective.bibliography.length === 0) isComplete = false;
    for (const { link, from, namedIn } of named) {
      const span = namedIn === undefined ? link.span : undefined;
      await read(folderOf(from), link.path, span, (message) => {
        problems.push(
          span
            ? { severity: 'error', path: uri, message, range: rangeOf(span) }
            : {
                severity: 'error',
                path: uri,
                message: `${message} (${fileName(namedIn ?? from)})`,
              },
        );
      });
    }
    const base = baseOf(effective.bibliographyFrom, config, uri, roots);
    for (const [index, path] of effective.bibliography.entries()) {
      await read(base, path, undefined, (message) => {
        if (effective.bibliographyFrom === 'settings' || !config)
          log(`Setting caveat.bibliography: ${message}`);
        else configProblems.push(onConfig(config, ['bibliography', index], message));
      });
    }
  }
  return { bibliographies: [...bibliographies], problems, configProblems, isComplete, files };
}

/** The packs that a configuration or the settings name, as places to read them from. */
export function packSources(
  effective: Effective,
  config: FoundConfig | undefined,
  uri: string,
  roots: readonly string[],
): PackSource[] {
  const base = baseOf(effective.packsFrom, config, uri, roots);
  const sources = effective.packs.map((path): PackSource | undefined => {
    if (path === SHIPPED_PACK) return 'shipped';
    if (roots.length === 0) return undefined;
    const folder = base === undefined ? undefined : resolvePath(base, path);
    // What leads above the top is as missing as any folder outside.
    return { folder: folder ?? path, within: roots, maxBytes: effective.maxPackFileSize };
  });
  const usable = sources.filter((source) => source !== undefined);
  return usable.length > 0 ? usable : ['shipped'];
}

/** On the configuration, for each pack it names that is missing. */
export function missingPacks(
  missing: readonly PackSource[],
  sources: readonly PackSource[],
  config: FoundConfig | undefined,
  effective: Effective,
  log: (message: string) => void,
): Problem[] {
  const problems: Problem[] = [];
  for (const source of missing) {
    const index = sources.indexOf(source);
    const name = effective.packs[index] ?? '';
    const message = `"${name}" is no folder of an evidence pack inside this workspace; mend the path, or add the pack there.`;
    if (config && effective.packsFrom === 'file')
      problems.push(onConfig(config, ['packs', index], message));
    else log(`Setting caveat.packs: ${message}`);
  }
  return problems;
}

/** What a relative path is relative to: the configuration's folder, or the workspace folder of the manuscript. */
function baseOf(
  from: 'file' | 'settings',
  config: FoundConfig | undefined,
  uri: string,
  roots: readonly string[],
): string | undefined {
  return from === 'file' ? config?.folder : roots.find((root) => isWithin(uri, [root]));
}

function onConfig(
  config: FoundConfig,
  path: readonly (string | number)[],
  message: string,
): Problem {
  const range = config.rangeOf(path);
  return { severity: 'error', path: config.uri, message, ...(range && { range }) };
}

function unreadable(path: string, fault: FileFault, detail: string): string {
  switch (fault) {
    case 'missing':
      return `There is no bibliography "${path}"; mend the path or add the file.`;
    case 'outside':
      return `The bibliography "${path}" lies outside of this workspace and is not read; copy it into the workspace.`;
    case 'too-large':
      return `The bibliography "${path}" is too large (${detail}); raise caveat.maxBibliographySize, or keep what this manuscript cites in a smaller file.`;
    case 'unreadable':
      return `The bibliography "${path}" cannot be read (${detail}); check that it is a text file you may read.`;
  }
}
