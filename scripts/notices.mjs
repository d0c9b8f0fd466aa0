// Writes THIRD-PARTY-NOTICES: the packages that are really in the bundles, with their licences.
// `node scripts/notices.mjs` writes, `--check` only compares.
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { buildOptions } from './build.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const file = join(root, 'THIRD-PARTY-NOTICES');

/** Licences that let an MIT-licensed extension bundle the package (SPDX). */
const ALLOWED = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  // Asks to be named, as it is here: the icons' font.
  'CC-BY-4.0',
  'ISC',
  'MIT',
]);

/** Whose files are copied rather than bundled (scripts/build.mjs). */
const COPIED = ['node_modules/@vscode/codicons'];

const folders = [...(await bundledFolders()), ...COPIED];
const described = await Promise.all(folders.map(describe));
// One package may lie in several folders.
const packages = [...new Map(described.map((entry) => [entry.title, entry])).values()];
packages.sort((a, b) => (a.title < b.title ? -1 : 1));

const refused = packages.filter(({ licence }) => !isAllowed(licence));
if (refused.length > 0) {
  console.error('These bundled packages have a licence that the extension may not bundle:');
  for (const { title, licence } of refused) console.error(`  ${title}: ${licence || 'none given'}`);
  process.exit(1);
}

const text = notices();
if (process.argv.includes('--check')) {
  const current = await readFile(file, 'utf8').catch(() => '');
  if (current !== text) {
    console.error('THIRD-PARTY-NOTICES is out of date: run `npm run notices`.');
    process.exit(1);
  }
} else {
  await writeFile(file, text);
  console.log(`THIRD-PARTY-NOTICES names ${packages.length} packages`);
}

/** Folders, relative to the root, of the packages that end up in a bundle. */
async function bundledFolders() {
  const found = new Set();
  for (const options of buildOptions()) {
    const { metafile } = await esbuild.build({ ...options, write: false });
    for (const { inputs } of Object.values(metafile.outputs)) {
      for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
        // The longest match: a package may have packages of its own.
        const folder = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
        if (folder && bytesInOutput > 0) found.add(folder);
      }
    }
  }
  return [...found];
}

async function describe(folder) {
  const { name, version, license, licenses, repository, homepage } = JSON.parse(
    await readFile(join(root, folder, 'package.json'), 'utf8'),
  );
  const listed = license ?? licenses?.[0];
  const source = typeof repository === 'string' ? repository : (repository?.url ?? homepage ?? '');
  return {
    title: `${name} ${version}`,
    licence: typeof listed === 'string' ? listed : (listed?.type ?? ''),
    source: source.replace(/^git\+/, '').replace(/\.git$/, ''),
    texts: await licenceTexts(join(root, folder)),
  };
}

async function licenceTexts(folder) {
  const names = (await readdir(folder)).filter((name) =>
    /^(licen[cs]e|copying|notice)/i.test(name),
  );
  const texts = await Promise.all(names.sort().map((name) => readFile(join(folder, name), 'utf8')));
  return texts.map((text) => text.replaceAll('\r\n', '\n').trim());
}

/** `A OR B` needs one allowed licence, `A AND B` every one. */
function isAllowed(expression) {
  const either = expression.replace(/[()]/g, '').split(/\s+OR\s+/);
  return either.some((all) => all.split(/\s+AND\s+/).every((one) => ALLOWED.has(one.trim())));
}

function notices() {
  const line = '-'.repeat(78);
  const parts = packages.map(({ title, licence, source, texts }) => {
    const body = texts.length > 0 ? texts.join('\n\n') : `(The package has no licence file.)`;
    return `${line}\n${title}\nLicence: ${licence}\n${source}\n\n${body}\n`;
  });
  return `Caveat contains these packages, each under its own licence.\n\n${parts.join('\n')}`;
}
