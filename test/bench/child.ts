import { spawnSync } from 'node:child_process';
import { percentile } from './statistics';

/** What a child process says of its one run. Milliseconds. */
export interface ChildRun {
  /** From the text to the messages, for the first time in the process. */
  readonly lint: number;
  /** The part of it that reading the Markdown took. */
  readonly read?: number;
  /** Evidence, before any text was seen. */
  readonly load?: number;
  readonly messages: number;
}

const LIMIT_MS = 300_000;

/**
 * Runs a script in fresh processes, so that nothing is warm, and takes the median run by its `lint`.
 * @throws Error where it fails or takes longer than five minutes
 */
export function coldRun(script: string, args: readonly string[], times = 3): ChildRun {
  const runs = Array.from({ length: times }, () => runOnce(script, args));
  const middle = percentile(
    runs.map(({ lint }) => lint),
    0.5,
  );
  return runs.find(({ lint }) => lint === middle) ?? (runs[0] as ChildRun);
}

function runOnce(script: string, args: readonly string[]): ChildRun {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    encoding: 'utf8',
    timeout: LIMIT_MS,
    maxBuffer: 1e8,
  });
  const json = stdout.slice(stdout.lastIndexOf('{'));
  if (status !== 0 || json === '')
    throw new Error(`${script} ended with ${status ?? 'a signal'}: ${stderr.slice(0, 500)}`);
  return JSON.parse(json) as ChildRun;
}
