import { realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';

/**
 * Writes a file whole or not at all: where the disk is full, what was there before is still there.
 * @throws what the file system says
 */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const target = targetOf(path);
  // A device or a pipe is written to, not replaced.
  if (target.exists && !target.isFile) {
    writeFileSync(path, content);
    return;
  }
  const beside = `${target.path}.${process.pid}.tmp`;
  try {
    writeFileSync(beside, content, { flag: 'wx' });
    renameSync(beside, target.path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/** Where a path leads; a link stays a link. */
function targetOf(path: string): { path: string; exists: boolean; isFile: boolean } {
  try {
    const real = realpathSync(path);
    return { path: real, exists: true, isFile: statSync(real).isFile() };
  } catch {
    return { path, exists: false, isFile: false };
  }
}
