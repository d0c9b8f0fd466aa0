// Installs pinned packages into a folder of their own, through the npm client.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hostsFolder } from './versions.mjs';
import { seconds, stopWithUs } from './children.mjs';

const TIME_LIMIT_MS = 10 * 60_000;

/**
 * Runs npm quietly; its output is shown only where it fails.
 *
 * @param {string[]} args
 * @param {string} cwd
 * @returns {Promise<void>}
 * @throws Error with npm's own words, and a hint where the registry could not be reached.
 */
export async function npm(args, cwd) {
  const { command, before, shell } = npmCommand();
  const child = spawn(command, [...before, ...args], {
    cwd,
    shell,
    env: cleanEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });
  const forget = stopWithUs(child);
  let output = '';
  child.stdout.on('data', (data) => (output += data));
  child.stderr.on('data', (data) => (output += data));
  const timer = setTimeout(() => forget.stop(), TIME_LIMIT_MS);
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  clearTimeout(timer);
  forget();
  if (code === 0) return;
  const unreachable = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|E403|network/i;
  const hint = unreachable.test(output)
    ? 'The package registry could not be reached. Check the network, the proxy and ' +
      '`npm config get registry`, then run the same command again.'
    : `npm ended with ${code === null ? 'a time-out' : `code ${code}`}.`;
  throw new Error(`npm ${args.join(' ')} (in ${cwd}) failed. ${hint}\n${output.trimEnd()}`);
}

/**
 * Puts packages into `.vscode-test/NAME` unless these very versions are there.
 *
 * The folder appears under its name only when it is complete, so an interrupted set-up is simply
 * done again, and two runs at the same time do not meet.
 *
 * @param {{ name: string, packages: Record<string, string>, what: string, finish?: (folder: string) => Promise<void> }} part
 * @returns {Promise<string>} The folder.
 */
export async function ensurePackages({ name, packages, what, finish }) {
  const folder = join(hostsFolder, name);
  const wanted = JSON.stringify(packages);
  const marker = join(folder, 'installed.json');
  if (existsSync(marker) && (await readFile(marker, 'utf8')) === wanted) return folder;

  const started = Date.now();
  console.log(`Setting up ${what}, once ...`);
  const fresh = `${folder}.${process.pid}`;
  try {
    await rm(fresh, { recursive: true, force: true });
    await mkdir(fresh, { recursive: true });
    await writeFile(
      join(fresh, 'package.json'),
      JSON.stringify({ private: true, dependencies: packages }, null, 2),
    );
    await npm(['install', ...QUIET], fresh);
    await finish?.(fresh);
    await writeFile(join(fresh, 'installed.json'), wanted);
    await rm(folder, { recursive: true, force: true });
    await rename(fresh, folder);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    // Another run may have put the folder there a moment before us.
    if (existsSync(marker) && (await readFile(marker, 'utf8')) === wanted) return folder;
    throw error;
  }
  console.log(`  ready in ${seconds(started)}`);
  return folder;
}

/** No install scripts: nothing is compiled and nothing is fetched from outside the registry. */
export const QUIET = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];

/** How npm is started here: the very npm that runs us, else the one on the PATH. */
export function npmCommand() {
  const script = process.env.npm_execpath;
  if (script?.endsWith('npm-cli.js'))
    return { command: process.execPath, before: [script], shell: false };
  const windows = process.platform === 'win32';
  return { command: windows ? 'npm.cmd' : 'npm', before: [], shell: windows };
}

// Under `npm test` npm's own variables would point the inner npm at the outer project.
function cleanEnvironment() {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([key]) => !/^npm_(package|lifecycle|config_local_prefix|config_prefix$)/i.test(key),
    ),
  );
}
