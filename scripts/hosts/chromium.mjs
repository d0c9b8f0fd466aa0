// Finds a Chromium for the tests: the machine's own, else one that an npm package carries.
import { spawnSync } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { access, chmod, constants, mkdir, readdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { ensurePackages } from './npm.mjs';
import { CHROMIUM } from './versions.mjs';

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * What playwright-core's `chromium.launch` needs on this machine.
 *
 * In order: `CHROME_PATH`; chromium, google-chrome and the like on the PATH; an installed Chrome
 * (macOS, Windows); the npm package's, which brings its shared libraries too and so runs on a bare
 * Linux on x64.
 *
 * @returns {Promise<{ executablePath?: string, channel?: string, args: string[], env?: NodeJS.ProcessEnv }>}
 * @throws Error that says what to set, where there is no browser.
 */
export async function chromiumOptions() {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROME_PATH names ${named}, which does not exist.`);
    return { executablePath: named, args: ARGUMENTS };
  }
  const onPath = await findOnPath(['chromium', 'chromium-browser', 'google-chrome', 'chrome']);
  if (onPath) return { executablePath: onPath, args: ARGUMENTS };
  if (process.platform !== 'linux') return { channel: 'chrome', args: ARGUMENTS };
  if (process.arch !== 'x64') {
    throw new Error('No Chromium found. Install one, or set CHROME_PATH to its executable.');
  }
  return packagedChromium();
}

/**
 * The first of these commands on the PATH.
 *
 * @param {string[]} names
 * @returns {Promise<string | undefined>}
 */
export async function findOnPath(names) {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', '.bat'] : [''];
  for (const folder of (process.env.PATH ?? '').split(delimiter).filter(Boolean)) {
    for (const file of names.flatMap((name) =>
      endings.map((ending) => join(folder, name + ending)),
    )) {
      if (await isExecutable(file)) return file;
    }
  }
  return undefined;
}

async function packagedChromium() {
  const folder = await ensurePackages({
    name: 'chromium',
    packages: { '@sparticuz/chromium': CHROMIUM },
    what: `Chromium ${CHROMIUM} from npm`,
    finish: unpack,
  });
  const executablePath = join(folder, 'chromium');
  const env = { ...process.env };
  if (!(await hasSystemFonts())) {
    env.FONTCONFIG_FILE = join(folder, 'fonts.conf');
    await writeFile(env.FONTCONFIG_FILE, fontConfiguration(folder));
  }
  if (starts(executablePath, env)) return { executablePath, args: ARGUMENTS, env };
  // The package's own libraries only where the system's are missing: they are built for another
  // Linux and would otherwise come before the system's.
  env.LD_LIBRARY_PATH = [join(folder, 'libraries', 'lib'), env.LD_LIBRARY_PATH]
    .filter(Boolean)
    .join(delimiter);
  const why = starts(executablePath, env) ? undefined : failure(executablePath, env);
  if (why === undefined) return { executablePath, args: ARGUMENTS, env };
  throw new Error(
    `The packaged Chromium does not run here: ${why}\n` +
      'Install a Chromium (Debian: apt-get install chromium) or set CHROME_PATH to one.',
  );
}

// Done here rather than by the package's own function, which unpacks to fixed names under /tmp and
// wants a newer Node.
async function unpack(folder) {
  const require = createRequire(join(folder, 'package.json'));
  const { extract } = await import(pathToFileURL(require.resolve('tar-fs')).href).then(
    (module) => module.default ?? module,
  );
  const packed = join(folder, 'node_modules', '@sparticuz', 'chromium', 'bin');
  const inflate = (file, target) =>
    pipeline(createReadStream(join(packed, file)), createBrotliDecompress(), target);
  await mkdir(join(folder, 'fonts'), { recursive: true });
  await inflate('chromium.br', createWriteStream(join(folder, 'chromium')));
  await inflate('fonts.tar.br', extract(join(folder, 'fonts')));
  await inflate('swiftshader.tar.br', extract(folder));
  await inflate('al2023.tar.br', extract(join(folder, 'libraries')));
  await chmod(join(folder, 'chromium'), 0o755);
}

function starts(executable, env) {
  return failure(executable, env) === undefined;
}

function failure(executable, env) {
  const result = spawnSync(executable, ['--version'], { env, encoding: 'utf8', timeout: 30_000 });
  return result.status === 0 ? undefined : (result.error?.message ?? result.stderr.trim());
}

async function hasSystemFonts() {
  try {
    return (await readdir('/usr/share/fonts')).length > 0;
  } catch {
    return false;
  }
}

function fontConfiguration(folder) {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'fonts-cache')}</cachedir></fontconfig>
`;
}

async function isExecutable(file) {
  try {
    await access(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
