// Bundles everything that ships into dist/: `node scripts/build.mjs [--dev] [--watch]`.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, watch as watchFolder } from 'node:fs';
import { copyFile, chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { entriesForNode, shorterTrees, withoutMarkdownWriter } from './bundle-plugins.mjs';
import { usedIcons } from './icons.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const packsFolder = join(root, 'data', 'packs');

// Node 20 is what the oldest VS Code that we support (1.91) brings.
const node = {
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  // Some packages call `createRequire(import.meta.url)`, which a CommonJS bundle has not; a path does.
  define: { 'import.meta.url': '__filename' },
};
// `worker`: some packages have a variant for web pages that wants a `document`.
const browser = { platform: 'browser', target: 'es2022', conditions: ['worker', 'module'] };

const webviewFolder = join(root, 'src', 'webview');
/** Bytes that a page's script may have, minified. */
const WEBVIEW_LIMIT = 250_000;
// VS Code's own pages, of the same age as its worker.
const page = { platform: 'browser', target: 'es2022', conditions: ['module'], format: 'iife' };

/** A page is a folder of src/webview with a `main.ts`. */
const pages = readdirSync(webviewFolder)
  .filter((name) => existsSync(join(webviewFolder, name, 'main.ts')))
  .map((name) => ({ in: `src/webview/${name}/main.ts`, out: `dist/webview/${name}.js`, ...page }));

/** One file for both hosts; what is Node's stays a `require` that only Node comes to. */
const both = {
  ...browser,
  format: 'cjs',
  external: ['vscode', ...builtinModules, 'node:*'],
  plugins: [entriesForNode, shorterTrees, withoutMarkdownWriter],
};

/** What is bundled: source, target, and how it is loaded. */
const bundles = [
  { in: 'src/extension/main.ts', out: 'dist/extension.js', ...both },
  {
    in: 'src/server/main.ts',
    out: 'dist/server.js',
    ...both,
    // A worker has no `module` to put exports into.
    format: 'iife',
    // @cfworker/json-schema builds a URL of these at load, which throws in a worker from a blob, as
    // VS Code's are. Without them it takes a fixed one; it is only the base of relative `$id`s.
    define: { 'self.location': 'undefined' },
  },
  { in: 'src/cli/main.ts', out: 'dist/cli.js', ...node, banner: { js: '#!/usr/bin/env node' } },
  ...pages,
];

/**
 * esbuild's settings for each bundle.
 *
 * @param {{ dev?: boolean }} [how] `dev`: readable, with source maps; neither ships.
 * @returns {esbuild.BuildOptions[]}
 */
export function buildOptions({ dev = false } = {}) {
  return bundles.map(({ in: entry, out, ...how }) => ({
    ...how,
    entryPoints: [join(root, entry)],
    outfile: join(root, out),
    absWorkingDir: root,
    bundle: true,
    minify: !dev,
    sourcemap: dev,
    // Licences are gathered in THIRD-PARTY-NOTICES.
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  }));
}

/** Bundles once into an empty dist/, then compiles the packs. A failed build leaves dist/ as it is. */
async function buildOnce({ dev }) {
  const started = Date.now();
  await generate();
  const built = await Promise.all(
    buildOptions({ dev }).map((options) => esbuild.build({ ...options, write: false })),
  );
  const outputs = built.flatMap(({ outputFiles }) => outputFiles);
  if (!dev) checkPages(outputs);
  await prepare();
  for (const { path, contents } of outputs) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, contents);
  }
  await finish();
  console.log(`Built dist/ in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

/** Bundles again at each change of a source, and the packs at each change of their data. */
async function buildAndWatch() {
  await generate();
  await prepare();
  // Several bundles end together; the packs are compiled once for all.
  let timer;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      finish().then(
        () => console.log(`Built at ${new Date().toLocaleTimeString()}`),
        (error) => console.error(error.message),
      );
    }, 200);
  };
  const onEnd = {
    name: 'on-end',
    setup: ({ onEnd }) => onEnd(({ errors }) => (errors.length === 0 ? soon() : undefined)),
  };
  for (const options of buildOptions({ dev: true })) {
    const context = await esbuild.context({
      ...options,
      plugins: [...(options.plugins ?? []), onEnd],
    });
    await context.watch();
  }
  watchFolder(packsFolder, { recursive: true }, soon);
  watchFolder(join(root, 'media', 'webview'), soon);
}

/** Prints the size of each page's script. @throws Error where one is too large */
function checkPages(outputs) {
  for (const { path, contents } of outputs) {
    if (basename(dirname(path)) !== 'webview') continue;
    const size = `dist/webview/${basename(path)}: ${(contents.length / 1000).toFixed(1)} kB`;
    if (contents.length > WEBVIEW_LIMIT)
      throw new Error(`${size}, the limit is ${WEBVIEW_LIMIT / 1000} kB`);
    console.log(size);
  }
}

/** The list of rules, from the files of their folder. */
function generate() {
  return run(process.execPath, [join('scripts', 'generate.mjs')]);
}

async function prepare() {
  const dist = join(root, 'dist');
  await rm(dist, { recursive: true, force: true });
  await mkdir(dist, { recursive: true });
  // The bundles stay CommonJS whatever the project's own package.json says.
  await writeFile(join(dist, 'package.json'), '{"type":"commonjs"}\n');
}

async function finish() {
  await copyStyles();
  const cli = join(root, 'dist', 'cli.js');
  await chmod(cli, 0o755);
  const packs = (await readdir(packsFolder, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map((entry) => join('data', 'packs', entry.name));
  // The weights are there once for all bundles; most of their bytes are small numbers that hardly shrink.
  const weights = join('data', 'model', 'wording.json');
  const out = join('dist', 'packs');
  await run(process.execPath, [cli, 'pack', 'build', ...packs, '--weights', weights, '--out', out]);
}

/** The pages' styles, and those of VS Code's icons that the pages use. */
async function copyStyles() {
  const styles = join(root, 'media', 'webview');
  const icons = join(root, 'node_modules', '@vscode', 'codicons', 'dist');
  const to = join(root, 'dist', 'webview');
  await mkdir(to, { recursive: true });
  for (const name of await readdir(styles)) await copyFile(join(styles, name), join(to, name));
  const scripts = await Promise.all(pages.map(({ out }) => readFile(join(root, out), 'utf8')));
  const { css, font } = usedIcons(
    await readFile(join(icons, 'codicon.css'), 'utf8'),
    await readFile(join(icons, 'codicon.ttf')),
    scripts,
  );
  await writeFile(join(to, 'codicon.css'), css);
  await writeFile(join(to, 'codicon.ttf'), font);
}

function run(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit' });
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${args.slice(0, 3).join(' ')} ended with code ${code}`));
    });
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({
    options: {
      dev: { type: 'boolean', default: false },
      watch: { type: 'boolean', default: false },
    },
  });
  try {
    await (values.watch ? buildAndWatch() : buildOnce(values));
  } catch (error) {
    // esbuild has already shown its own.
    if (!error.errors) console.error(error.message);
    process.exitCode = 1;
  }
}
