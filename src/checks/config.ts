import type { Problem } from '../evidence/problem';
import { validate } from '../evidence/schemas';
import { parseSource } from '../evidence/yaml';
import type { RuleSetting } from './types';

/** `.caveatrc.yaml`, or `caveat` in package.json; VS Code's settings mean the same and yield to it. */
export interface Config {
  readonly packs?: readonly string[];
  /** Ids of packs that are switched off. */
  readonly disabledPacks?: readonly string[];
  readonly bibliography?: readonly string[];
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  /** Bytes, of a manuscript. */
  readonly maxFileSize?: number;
  /** Bytes. */
  readonly maxBibliographySize?: number;
  /** Bytes, of each file of a pack. */
  readonly maxPackFileSize?: number;
}

export const CONFIG_FILE = '.caveatrc.yaml';
export const DEFAULT_MAX_FILE_SIZE = 5_000_000;
/** A reference manager's whole library stays below it. */
export const DEFAULT_MAX_BIBLIOGRAPHY_SIZE = 100_000_000;
/** A pack is curated text, not a database's dump. */
export const DEFAULT_MAX_PACK_FILE_SIZE = 20_000_000;
/** In `packs`: the pack that comes with Caveat. */
export const SHIPPED_PACK = 'shipped';

/**
 * Reads a configuration file. A setting that does not fit the schema is reported and left out; the rest counts.
 * @returns nothing where a package.json has no `caveat` field
 */
export function parseConfig(
  path: string,
  text: string,
): { config?: Config; problems: readonly Problem[] } {
  const source = parseSource(path, text);
  if (Array.isArray(source)) return { problems: source };
  const file = source;
  const isPackageJson = path.endsWith('package.json');
  const data = isPackageJson
    ? (file.data as Record<string, unknown> | null)?.['caveat']
    : (file.data ?? {});
  if (data === undefined) return { problems: [] };
  const errors = validate('caveatrc', data);
  const broken = new Set(errors.map((error) => String(error.path[0] ?? '')));
  const problems = errors.map((error): Problem => {
    const range = file.rangeOf(isPackageJson ? ['caveat', ...error.path] : error.path);
    return {
      severity: 'error',
      path,
      message: `${error.path.join('.') || 'configuration'}: ${error.message} See docs/configuration.md.`,
      ...(range && { range }),
    };
  });
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return { problems };
  const config = Object.fromEntries(
    Object.entries(data).filter(([key]) => !broken.has(key)),
  ) as Config;
  return { config, problems };
}
