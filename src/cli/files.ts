import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { CONFIG_FILE, parseConfig, type Config } from '../checks/config';
import type { Problem } from '../evidence/problem';
import { manuscriptEndings } from '../manuscript/formats';
import type { PackFiles } from '../evidence/load';

const MANUSCRIPTS = `**/*.{${manuscriptEndings.join(',')}}`;
const IGNORED = ['**/node_modules/**', '**/.git/**'];

/** Files, folders and globs as files, sorted, each once; what matches nothing is told to `missing`. */
export async function expandPaths(
  patterns: readonly string[],
  missing: (pattern: string) => void,
): Promise<string[]> {
  const found = new Set<string>();
  for (const pattern of patterns) {
    const kind = kindOf(pattern);
    let files: string[] = [];
    if (kind === 'file') files = [pattern];
    else if (kind === 'folder')
      files = (
        await glob(MANUSCRIPTS, {
          cwd: pattern,
          ignore: IGNORED,
          dot: false,
          caseSensitiveMatch: false,
        })
      ).map((f) => join(pattern, f));
    else if (isDynamicPattern(pattern))
      files = await glob(pattern.split(sep).join('/'), { ignore: IGNORED });
    if (files.length === 0 && kind !== 'folder') missing(pattern);
    for (const file of files.sort()) found.add(file);
  }
  return [...found];
}

function kindOf(path: string): 'file' | 'folder' | undefined {
  try {
    const stat = statSync(path);
    // A device or a pipe would never end.
    return stat.isDirectory() ? 'folder' : stat.isFile() ? 'file' : undefined;
  } catch {
    return undefined;
  }
}

/** Limits of the configuration. */
export type SizeSetting = 'maxFileSize' | 'maxBibliographySize' | 'maxPackFileSize';

export type ReadText = { readonly text: string } | { readonly skipped: string };

/**
 * Reads a text file, or says why it is left out: too large, binary, unreadable.
 * @param maxSize bytes
 * @param setting what raises that limit; some are fixed
 */
export function readText(path: string, maxSize: number, setting?: SizeSetting): ReadText {
  try {
    const stat = statSync(path);
    if (!stat.isFile()) return { skipped: 'it is not a file' };
    if (stat.size > maxSize) {
      return {
        skipped: `it has ${stat.size} bytes and the limit is ${maxSize}${setting ? `; raise ${setting} to read it` : ''}`,
      };
    }
    const text = readFileSync(path, 'utf8');
    if (text.includes('\0')) return { skipped: 'it is not a text file' };
    return { text };
  } catch (error) {
    return { skipped: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * The files of a pack's folder that a pack can consist of; links that lead out of it, or nowhere, are left out.
 * @param maxSize bytes; a larger file is a problem
 */
export function readPackFolder(
  root: string,
  maxSize: number,
): { readonly files: PackFiles; readonly problems: readonly Problem[] } {
  const files = new Map<string, string>();
  const problems: Problem[] = [];
  const home = realpathSync(root);
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!/\.(ya?ml|jsonl?)$/.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    // A link may also lead to what is not there, or to itself.
    if (kindOf(path) !== 'file') continue;
    const real = realpathSync(path);
    if (real !== home && !real.startsWith(home + sep)) continue;
    const read = readText(real, maxSize, 'maxPackFileSize');
    if ('text' in read) files.set(relative(root, path).split(sep).join('/'), read.text);
    else problems.push({ severity: 'error', path, message: `Cannot be read: ${read.skipped}.` });
  }
  return { files, problems };
}

/** All of standard input, as UTF-8. */
export async function readStandardInput(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

export interface FoundConfig {
  readonly path: string;
  readonly folder: string;
  readonly config: Config;
  readonly problems: readonly Problem[];
}

/** The configuration nearest above a folder, `.caveatrc.yaml` before package.json's `caveat`. */
export function findConfig(from: string): FoundConfig | undefined {
  let folder = resolve(from);
  for (;;) {
    for (const name of [CONFIG_FILE, 'package.json']) {
      const path = join(folder, name);
      if (kindOf(path) !== 'file') continue;
      const found = readConfig(path);
      if (found) return found;
    }
    const parent = dirname(folder);
    if (parent === folder) return undefined;
    folder = parent;
  }
}

/** Reads a configuration; undefined where a package.json does not speak of Caveat. */
export function readConfig(path: string): FoundConfig | undefined {
  const read = readText(path, 1_000_000);
  if ('skipped' in read) {
    const problem: Problem = {
      severity: 'error',
      path,
      message: `Cannot be read: ${read.skipped}.`,
    };
    return { path, folder: dirname(path), config: {}, problems: [problem] };
  }
  const { config, problems } = parseConfig(path, read.text);
  if (!config && path.endsWith('package.json') && problems.length === 0) return undefined;
  // A broken package.json is somebody else's business.
  if (!config && path.endsWith('package.json')) return undefined;
  return { path, folder: dirname(path), config: config ?? {}, problems };
}
