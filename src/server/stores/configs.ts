import { CONFIG_FILE, parseConfig, type Config } from '../../checks/config';
import type { Problem, ProblemRange } from '../../evidence/problem';
import { parseSource, type SourceDocument } from '../../evidence/yaml';
import type { FileSystem } from '../files/types';
import { fileName, folderOf, isWithin, parentOf, resolvePath, uriKey } from '../uris';

/** A configuration file that holds for some manuscripts. */
export interface FoundConfig {
  readonly uri: string;
  readonly folder: string;
  readonly config: Config;
  readonly problems: readonly Problem[];
  /** Where a value stands, by its path below the configuration. */
  rangeOf(path: readonly (string | number)[]): ProblemRange | undefined;
}

/** The first one counts. */
const NAMES: readonly string[] = [CONFIG_FILE, 'package.json'];
const MAX_BYTES = 1_000_000;

/** Configuration files, found upward from a manuscript to the top of its workspace folder; each folder is read once. */
export class ConfigStore {
  private readonly byFolder = new Map<string, Promise<FoundConfig | undefined>>();

  constructor(private readonly files: FileSystem) {}

  /**
   * The configuration nearest above a manuscript.
   * @param roots the folders that may be read; nothing is looked for above the innermost of them
   */
  async find(manuscript: string, roots: readonly string[]): Promise<FoundConfig | undefined> {
    for (let folder = folderOf(manuscript); folder !== undefined && isWithin(folder, roots);) {
      const found = await this.at(folder, roots);
      if (found) return found;
      const above = parentOf(folder);
      if (above === folder) return undefined;
      folder = above;
    }
    return undefined;
  }

  /** Whether a file, come or gone, would change what was found: a configuration where one was looked for. */
  isCandidate(uri: string): boolean {
    const folder = NAMES.includes(fileName(uri)) ? folderOf(uri) : undefined;
    return folder !== undefined && this.byFolder.has(uriKey(folder));
  }

  clear(): void {
    this.byFolder.clear();
  }

  private at(folder: string, roots: readonly string[]): Promise<FoundConfig | undefined> {
    const key = uriKey(folder);
    const known = this.byFolder.get(key);
    if (known) return known;
    const reading = this.read(folder, roots);
    this.byFolder.set(key, reading);
    return reading;
  }

  private async read(folder: string, roots: readonly string[]): Promise<FoundConfig | undefined> {
    for (const name of NAMES) {
      const uri = resolvePath(folder, name);
      if (uri === undefined) continue;
      const file = await this.files.readText(uri, { within: roots, maxBytes: MAX_BYTES });
      if ('text' in file) {
        const found = parse(uri, folder, file.text);
        if (found) return found;
      } else if (file.fault !== 'missing' && name === CONFIG_FILE) {
        return unusable(
          uri,
          folder,
          `The configuration cannot be read (${file.detail}); mend or remove the file.`,
        );
      }
    }
    return undefined;
  }
}

function parse(uri: string, folder: string, text: string): FoundConfig | undefined {
  const { config, problems } = parseConfig(uri, text);
  const isPackageJson = !uri.endsWith(CONFIG_FILE);
  // A package.json that does not speak of Caveat, or is broken, is somebody else's business.
  if (!config && isPackageJson) return undefined;
  const source = parseSource(uri, text);
  const document = isDocument(source) ? source : undefined;
  const rangeOf = (path: readonly (string | number)[]) =>
    document?.rangeOf(isPackageJson ? ['caveat', ...path] : path);
  return { uri, folder, config: config ?? {}, problems, rangeOf };
}

function isDocument(source: SourceDocument | readonly Problem[]): source is SourceDocument {
  return !Array.isArray(source);
}

function unusable(uri: string, folder: string, message: string): FoundConfig {
  return {
    uri,
    folder,
    config: {},
    problems: [{ severity: 'error', message, path: uri }],
    rangeOf: () => undefined,
  };
}
