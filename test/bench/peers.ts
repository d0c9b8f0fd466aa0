import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

export const PEERS_FOLDER = 'test/bench/peers';

/**
 * Installs what Caveat is measured against, once, into a folder of its own, so that `npm ci` stays small.
 * @returns whether it is there
 */
export function installPeers(): boolean {
  if (existsSync(join(PEERS_FOLDER, 'node_modules', 'textlint'))) return true;
  process.stdout.write(`Installing peers into ${PEERS_FOLDER} …\n`);
  const { status } = spawnSync(
    'npm',
    ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--no-package-lock'],
    {
      cwd: PEERS_FOLDER,
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    },
  );
  if (status === 0) return true;
  process.stdout.write('They cannot be installed; the comparison is left out.\n');
  return false;
}
