import { spawnSync } from 'node:child_process';
import { percentile } from './statistics';
import type { Suite } from './types';

const RUNS = 7;

/**
 * The extension's bundle loaded and activated in fresh processes, with an editor of which nothing is there but the names:
 * the part of an activation that is ours. The server starts meanwhile, in a process of its own.
 */
export const activation: Suite = {
  name: 'activation',
  run() {
    const runs = Array.from({ length: RUNS }, () => {
      const { stdout, stderr } = spawnSync(
        process.execPath,
        ['test/bench/activation/activate.mjs'],
        { encoding: 'utf8' },
      );
      const json = stdout.trim();
      if (json === '')
        throw new Error(`The extension cannot be activated: ${stderr.slice(0, 500)}`);
      return JSON.parse(json) as { readonly load: number; readonly activate: number };
    });
    const median = (of: (run: (typeof runs)[number]) => number) => percentile(runs.map(of), 0.5);
    return {
      benches: [
        { name: 'extension, loading its bundle', value: median(({ load }) => load), unit: 'ms' },
        {
          name: 'extension, loading and activation',
          value: median(({ load, activate }) => load + activate),
          unit: 'ms',
          limit: 40,
        },
      ],
    };
  },
};
