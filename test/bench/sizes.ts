import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Bench, Suite } from './types';

/** What is downloaded as one file, the `.vsix`, may have this size. Kilobytes. */
const LIMIT = 1_500;

/** How large each file of dist/ is that is loaded, and all of them compressed. */
export const sizes: Suite = {
  name: 'sizes',
  run() {
    const files = readdirSync('dist', { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:js|model|pack|json)$/.test(name) && !/package\.json$/.test(name))
      .sort();
    const kilobytes = (bytes: number) => bytes / 1000;
    const each = files.map((name): Bench => {
      const { length } = readFileSync(join('dist', name));
      return { name: `dist/${name.replaceAll('\\', '/')}`, value: kilobytes(length), unit: 'kB' };
    });
    const packed = files
      .filter((name) => name !== 'cli.js')
      .reduce((sum, name) => sum + gzipSync(readFileSync(join('dist', name))).length, 0);
    return {
      benches: [
        ...each,
        {
          name: 'what ships in the extension, compressed',
          value: kilobytes(packed),
          unit: 'kB',
          limit: LIMIT,
        },
      ],
    };
  },
};
