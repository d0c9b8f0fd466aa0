// What `npm start` and `npm test` need before anything else. Node's own modules only: on a fresh
// clone there is nothing more.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { npmCommand } from './hosts/npm.mjs';
import { stopWithUs } from './hosts/children.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const OLDEST_NODE = [20, 19];

/** @throws Error where the running Node is too old for the tools used here. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [wanted, atLeast] = OLDEST_NODE;
  if (major > wanted || (major === wanted && minor >= atLeast)) return;
  throw new Error(`Node ${OLDEST_NODE.join('.')} or newer is needed; this is ${process.version}.`);
}

/**
 * Whether node_modules holds just what package-lock.json says.
 *
 * npm leaves a copy of what it installed; packages for other systems are missing in it, rightly.
 */
export function isInstalled() {
  const hidden = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(hidden)) return false;
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const installed = packagesOf(hidden);
  return (
    Object.entries(wanted).every(
      ([path, { version, optional, link }]) =>
        path === '' || optional || link || installed[path]?.version === version,
    ) && Object.entries(installed).every(([path, { version }]) => wanted[path]?.version === version)
  );
}

/** Runs `npm ci`; install scripts are left out, nothing here needs one. */
export function install() {
  const { command, before, shell } = npmCommand();
  return run(command, [...before, 'ci', '--ignore-scripts', '--no-audit', '--no-fund'], { shell });
}

/** Runs one of package.json's scripts. */
export function npmScript(name) {
  const { command, before, shell } = npmCommand();
  return run(command, [...before, 'run', '--silent', name], { shell });
}

/**
 * Runs a command in the project's folder, shows its output, and hands that back.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ shell?: boolean, limitMs?: number, env?: NodeJS.ProcessEnv }} [how]
 * @returns {Promise<{ code: number, output: string }>} Code 124 where it ran into the time limit.
 */
export function run(command, args, { shell = false, limitMs = 10 * 60_000, env } = {}) {
  const child = spawn(command, args, {
    cwd: root,
    shell,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });
  const tracked = stopWithUs(child);
  let output = '';
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    tracked.stop();
  }, limitMs);
  const pass = (to) => (data) => {
    output += data;
    to.write(data);
  };
  child.stdout.setEncoding('utf8').on('data', pass(process.stdout));
  child.stderr.setEncoding('utf8').on('data', pass(process.stderr));
  return new Promise((resolve) => {
    const end = (code) => {
      clearTimeout(timer);
      if (late) console.error(`Stopped after ${limitMs / 60_000} minutes.`);
      resolve({ code: late ? 124 : (code ?? 1), output });
    };
    child.once('close', end);
    child.once('error', (error) => {
      console.error(error.message);
      end(127);
    });
  });
}

function packagesOf(lockfile) {
  return JSON.parse(readFileSync(lockfile, 'utf8')).packages ?? {};
}
