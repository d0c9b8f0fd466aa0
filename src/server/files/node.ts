import { constants } from 'node:fs';
import { open, readdir, realpath } from 'node:fs/promises';
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
    return await readBounded(path, maxBytes);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const isMissing = code === 'ENOENT' || code === 'ENOTDIR';
    return fault(
      isMissing ? 'missing' : 'unreadable',
      error instanceof Error ? error.message : String(error),
    );
  }
}

/** What was looked at is what is read, whatever is put in its place meanwhile; and no more than may be. */
async function readBounded(path: string, maxBytes: number): Promise<FileText> {
  // Else opening a pipe waits for somebody to write to it.
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stat = await file.stat();
    // A pipe or a device would never end.
    if (!stat.isFile()) return fault('unreadable', 'it is not a file');
    if (stat.size > maxBytes)
      return fault('too-large', `it has ${stat.size} bytes, the limit is ${maxBytes}`);
    const chunks: Buffer[] = [];
    let length = 0;
    for await (const chunk of file.createReadStream({
      end: maxBytes,
      autoClose: false,
      highWaterMark: 1 << 20,
    })) {
      chunks.push(chunk as Buffer);
      length += (chunk as Buffer).length;
    }
    if (length > maxBytes)
      return fault('too-large', `it grew beyond the limit of ${maxBytes} bytes`);
    return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(Buffer.concat(chunks)) };
  } finally {
    await file.close();
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
