// `npm start`: builds Caveat, shows what it finds in the examples, and opens them in VS Code.
// Node's own modules only; from a fresh clone it installs what is missing.
import { spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findOnPath, root, startNodeHost, startWebHost } from './hosts/index.mjs';
import { install, isInstalled, npmScript, requireNode, run } from './prepare.mjs';

const HELP = `npm start -- [options]

  --once       stop after the findings
  --browser    VS Code in the browser even where desktop VS Code is installed
  --web        VS Code for the Web, as on vscode.dev: the extension in a web worker, files not saved
  --port N     the browser's port (any free one)
  --no-open    print the address, open nothing
`;

const { values } = parseArgs({
  options: {
    once: { type: 'boolean', default: false },
    browser: { type: 'boolean', default: false },
    web: { type: 'boolean', default: false },
    port: { type: 'string', default: '0' },
    'no-open': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const examples = join(root, 'examples');

if (values.help) console.log(HELP);
else {
  try {
    await start();
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}

async function start() {
  requireNode();
  if (!isInstalled()) must(await install(), 'npm ci');
  must(await npmScript('build'), 'The build');
  await showFindings();
  if (values.once) return;
  const code = values.browser || values.web ? undefined : await findOnPath(['code']);
  if (code) openDesktop(code);
  else await serve();
}

/** Lints the examples. Findings are the point of them, so only a broken run is an error. */
async function showFindings() {
  const drafts = (await readdir(examples)).filter((name) => name.endsWith('.md')).sort();
  if (drafts.length === 0) throw new Error('There is no example to lint in examples/.');
  console.log('\nWhat Caveat finds in the examples:\n');
  const files = drafts.map((name) => join('examples', name));
  const env = process.stdout.isTTY ? { FORCE_COLOR: '1' } : {};
  const { code } = await run(process.execPath, ['dist/cli.js', 'lint', ...files], { env });
  if (code > 1) throw new Error(`caveat lint ended with code ${code}.`);
}

function openDesktop(code) {
  console.log('\nOpening the examples in VS Code ...');
  const args = [`--extensionDevelopmentPath=${root}`, examples];
  spawn(code, args, { stdio: 'inherit', shell: process.platform === 'win32' });
}

/** Serves VS Code to this machine's own browser until Ctrl+C. */
async function serve() {
  // The server of the Node host is not made for Windows.
  const inWorker = values.web || process.platform === 'win32';
  console.log('\nNo desktop VS Code is used: starting VS Code in the browser.');
  const host = await (inWorker ? startWebHost : startNodeHost)({
    folder: examples,
    extension: root,
    port: Number(values.port),
    settings: { 'workbench.startupEditor': 'none', 'chat.disableAIFeatures': true },
  });
  console.log(`\nCaveat runs in VS Code at\n\n  ${host.url}\n\nCtrl+C stops it.`);
  if (!values['no-open']) openBrowser(host.url);
  // The server's process keeps us; its end, wanted or not, is ours.
  await host.ended;
  console.log('VS Code has stopped.');
}

function openBrowser(url) {
  const { platform, env } = process;
  if (platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY && !env.BROWSER) return;
  const [command, ...args] =
    platform === 'darwin'
      ? ['open', url]
      : platform === 'win32'
        ? ['rundll32', 'url.dll,FileProtocolHandler', url]
        : [env.BROWSER ?? 'xdg-open', url];
  // Only a help: the address stands above where it fails.
  spawn(command, args, { stdio: 'ignore', detached: true })
    .once('error', () => undefined)
    .unref();
}

function must({ code }, what) {
  if (code !== 0) throw new Error(`${what} failed.`);
}
