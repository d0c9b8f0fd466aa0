// Child processes that never outlive us, and folders that are gone when we are.
import { spawn, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const children = new Set();
const folders = new Set();
let watching = false;

/**
 * Ends a child, with what it started itself, when this process ends in whatever way.
 *
 * Children are started `detached` except on Windows, so that each leads a process group of its own
 * and can be ended by that group's id.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @returns {(() => void) & { stop: () => void }} Forgets the child; `stop` ends it now.
 */
export function stopWithUs(child) {
  watch();
  children.add(child);
  const forget = () => children.delete(child);
  child.once('close', forget);
  return Object.assign(forget, { stop: () => end(child) });
}

/**
 * Starts a server and waits until it says that it listens.
 *
 * @param {{ command: string, args: string[], ready: RegExp, what: string, env?: NodeJS.ProcessEnv, limitMs?: number }} server
 *   `ready` has one group: what the caller needs, such as the port.
 * @returns {Promise<{ found: string, stop: () => Promise<void>, ended: Promise<unknown>, output: () => string }>}
 * @throws Error with the server's own output where it ends early or stays silent too long.
 */
export async function startServer({ command, args, ready, what, env, limitMs = 60_000 }) {
  const child = spawn(command, args, {
    env: env ?? process.env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });
  const tracked = stopWithUs(child);
  const closed = new Promise((resolve) => child.once('close', resolve));
  let output = '';
  const found = await new Promise((resolve, reject) => {
    const fail = (why) => reject(new Error(`${what} ${why}\n${output.trimEnd()}`));
    const timer = setTimeout(() => {
      tracked.stop();
      fail(`did not start within ${limitMs / 1000} s.`);
    }, limitMs);
    const read = (data) => {
      output += data;
      const match = ready.exec(output);
      if (!match) return;
      clearTimeout(timer);
      resolve(match[1] ?? '');
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', (error) => fail(`could not be started: ${error.message}`));
    child.once('close', (code) => {
      clearTimeout(timer);
      fail(`ended at once with code ${code}.`);
    });
  });
  const stop = async () => {
    tracked.stop();
    await closed;
  };
  return { found, stop, ended: closed, output: () => output };
}

/**
 * A fresh temporary folder that is removed when this process ends, or earlier by `removeFolder`.
 *
 * @param {string} name
 * @returns {Promise<string>}
 */
export async function temporaryFolder(name) {
  watch();
  const folder = await mkdtemp(join(tmpdir(), `caveat-${name}-`));
  folders.add(folder);
  return folder;
}

/** @param {string} folder */
export function removeFolder(folder) {
  folders.delete(folder);
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** @param {number} since From `Date.now()`. */
export function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}

function watch() {
  if (watching) return;
  watching = true;
  process.once('exit', cleanUp);
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ]) {
    process.once(signal, () => process.exit(code));
  }
}

function cleanUp() {
  for (const child of children) end(child, 'SIGKILL');
  for (const folder of [...folders]) {
    try {
      removeFolder(folder);
    } catch {
      // A file still held open on Windows; the system's own clean-up takes it.
    }
  }
}

function end(child, signal = 'SIGTERM') {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f']);
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    child.kill(signal);
  }
}
