import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { FileFault, FileText } from '../protocol';
import { isWanted } from './listing';
import { MAX_DEPTH, MAX_LISTED, type FileSystem, type ReadOptions } from './types';

/** The machine's own files, by `file:` URIs. */
export const nodeFiles: FileSystem = { readText, listFiles };

async function readText(uri: string, { within, maxBytes }: ReadOptions): Promise<FileText> {
  try {
    // Links are followed first: what counts is where the file really lies.
    const path = await realpath(fileURLToPath(uri));
    if (!(await isInside(path, within))) return fault('outside', path);
    const { size, isFile } = await stat(path).then((s) => ({ size: s.size, isFile: s.isFile() }));
    // A pipe or a device would never end.
    if (!isFile) return fault('unreadable', 'it is not a file');
    if (size > maxBytes)
      return fault('too-large', `it has ${size} bytes, the limit is ${maxBytes}`);
    return { text: await readFile(path, 'utf8') };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const isMissing = code === 'ENOENT' || code === 'ENOTDIR';
    return fault(
      isMissing ? 'missing' : 'unreadable',
      error instanceof Error ? error.message : String(error),
    );
  }
}

async function listFiles(
  folder: string,
  within: readonly string[],
  endings?: readonly string[],
): Promise<readonly string[]> {
  const found: string[] = [];
  const walk = async (path: string, depth: number): Promise<void> => {
    const entries = await readdir(path, { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (found.length >= MAX_LISTED) return;
      if (!isWanted(entry.name, entry.isFile(), endings)) continue;
      const child = join(path, entry.name);
      // A link is neither file nor directory here, and so is left out.
      if (entry.isFile()) found.push(pathToFileURL(child).href);
      else if (entry.isDirectory() && depth < MAX_DEPTH) await walk(child, depth + 1);
    }
  };
  try {
    const path = await realpath(fileURLToPath(folder));
    // Listed below the name that the caller knows, so that paths below it can be told.
    if (await isInside(path, within)) await walk(fileURLToPath(folder), 0);
  } catch {
    return [];
  }
  return found;
}

async function isInside(path: string, folders: readonly string[]): Promise<boolean> {
  for (const folder of folders) {
    try {
      const home = await realpath(fileURLToPath(folder));
      if (path === home || path.startsWith(home.endsWith(sep) ? home : home + sep)) return true;
    } catch {
      // Not on this machine, so nothing here lies in it.
    }
  }
  return false;
}

function fault(kind: FileFault, detail: string): FileText {
  return { fault: kind, detail };
}
