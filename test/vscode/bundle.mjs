// Bundles the suites for an extension host. The web worker gets no Node module at all.
import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));

/**
 * @param {'node' | 'web'} host
 * @param {string} extension The extension's folder; the web host serves nothing outside of it.
 * @param {string} [filter] Runs only the tests whose title matches.
 * @returns {Promise<string>} The bundle, a module that exports `run()`.
 */
export async function bundleSuites(host, extension, filter = '') {
  const outfile = join(extension, '.vscode-test', 'suites', `${host}.js`);
  const suites = (await readdir(join(here, 'suite'), { recursive: true }))
    .filter((file) => file.endsWith('.spec.ts'))
    .sort();
  await build({
    stdin: {
      // The harness first: it puts `describe` and `it` there.
      contents: [
        `export { run } from './harness.ts';`,
        ...suites.map((file) => `import './suite/${file.replaceAll(sep, '/')}';`),
      ].join('\n'),
      resolveDir: here,
    },
    outfile,
    bundle: true,
    format: 'cjs',
    platform: host === 'node' ? 'node' : 'browser',
    target: 'es2022',
    sourcemap: 'inline',
    external: ['vscode'],
    define: { TEST_FILTER: JSON.stringify(filter) },
    alias: host === 'web' ? { 'node:assert/strict': join(here, 'assert.ts') } : {},
    plugins: [mochaAsGlobal],
    logLevel: 'warning',
  });
  return outfile;
}

// mocha's browser build looks for a CommonJS module to put itself into. Its package says that it is
// an ES module, so it would find the bundle's own and replace what the bundle exports.
const mochaAsGlobal = {
  name: 'mocha-as-global',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]mocha[\\/]mocha\.js$/ }, async ({ path }) => ({
      contents: `var module, exports, define;${await readFile(path, 'utf8')}`,
    }));
  },
};
