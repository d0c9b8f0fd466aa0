// Runs the suites in real VS Code: `node test/vscode/run.mjs node|web [--grep TITLE]`.
// All that VS Code logged is kept in test-results/.
import { cp, mkdir } from 'node:fs/promises';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inspect, parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import {
  chromiumOptions,
  root,
  startNodeHost,
  startWebHost,
  temporaryFolder,
} from '../../scripts/hosts/index.mjs';
import { bundleSuites } from './bundle.mjs';
import { stackMapper } from './stack.mjs';

// For the first line of the suites, and for all of them.
const START_LIMIT_MS = 2 * 60_000;
const LIMIT_MS = 8 * 60_000;
// What harness.ts puts before each line of its own.
const MARK = 'caveat|';
// The web worker evaluates a module inside a function of its own.
const LINES_BEFORE_WEB_MODULE = 2;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { grep: { type: 'string' }, extension: { type: 'string', default: root } },
});
const host = positionals[0];
if (host !== 'node' && host !== 'web') {
  console.error('Usage: node test/vscode/run.mjs node|web [--grep TITLE] [--extension FOLDER]');
  process.exit(2);
}

const tests = await bundleSuites(host, values.extension, values.grep);
const mapped = await stackMapper(tests, root, host === 'web' ? LINES_BEFORE_WEB_MODULE : 0);
const folder = await temporaryFolder('workspace');
await cp(fileURLToPath(new URL('./workspace', import.meta.url)), folder, { recursive: true });
const results = join(root, 'test-results');
await mkdir(results, { recursive: true });
const logFile = join(results, `vscode-${host}.log`);
const log = createWriteStream(logFile);

const start = host === 'node' ? startNodeHost : startWebHost;
const server = await start({ folder, extension: values.extension, tests });
const browser = await chromium.launch(await chromiumOptions());
try {
  const page = await browser.newPage();
  const code = await suitesIn(page);
  if (code !== 0) console.log(`VS Code's own log: ${logFile}`);
  process.exitCode = code;
} finally {
  await browser.close();
  await server.stop();
  log.end(server.log());
}

/** Opens the page, shows what the suites say, gives 0 or 1 as they pass or fail. */
async function suitesIn(page) {
  const timers = [];
  const ended = new Promise((resolve, reject) => {
    const limit = (ms, what) => {
      const fail = () => reject(new Error(`${what} within ${ms / 1000} s; see ${logFile}`));
      timers.push(setTimeout(fail, ms));
      return timers.at(-1);
    };
    limit(LIMIT_MS, 'The suites did not end');
    const start = limit(START_LIMIT_MS, 'VS Code did not start the suites');
    page.once('crash', () => reject(new Error('The page crashed.')));
    // VS Code calls these two, by these names, in a page that tests an extension.
    page.exposeFunction('codeAutomationLog', (type, args) => {
      if (show(type, args)) clearTimeout(start);
    });
    page.exposeFunction('codeAutomationExit', (code) => resolve(code));
  });
  try {
    await page.goto(server.url);
    return await ended;
  } finally {
    timers.forEach(clearTimeout);
  }
}

/** Logs what VS Code says; shows it, and gives true, where it comes from the suites. */
function show(type, args) {
  const text = args.map((arg) => (typeof arg === 'string' ? arg : inspect(arg))).join(' ');
  log.write(`${type}: ${text}\n`);
  const at = text.indexOf(MARK);
  if (at < 0) return false;
  console.log(mapped(text.slice(at + MARK.length)));
  return true;
}
