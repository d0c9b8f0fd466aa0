// `npm test`: everything, from a fresh clone. `npm test -- unit web` runs these parts only.
// The last line is always `N passed, N failed`.
import { stripVTControlCharacters } from 'node:util';
import { seconds } from './hosts/children.mjs';
import { install, isInstalled, npmScript, requireNode, run } from './prepare.mjs';

const node = process.execPath;
const mocha = ['node_modules/mocha/bin/mocha.js'];
const colour = process.stdout.isTTY ? { FORCE_COLOR: '1' } : {};

/** Each step: what runs, and whether it needs dist/. A step without test cases counts if it fails. */
const STEPS = {
  check: { title: 'Types, lint and format', run: () => npmScript('check') },
  // The command line is tested as it is built.
  unit: {
    title: 'Unit tests',
    run: () => run(node, mocha, { env: colour }),
    counted: true,
    built: true,
  },
  node: {
    title: 'In VS Code, Node extension host',
    run: () => run(node, ['test/vscode/run.mjs', 'node']),
    counted: true,
    built: true,
  },
  web: {
    title: 'In VS Code for the Web, web-worker extension host',
    run: () => run(node, ['test/vscode/run.mjs', 'web']),
    counted: true,
    built: true,
  },
  // Other people's clients of the language server; those that are not there are skipped.
  editors: {
    title: 'In other editors',
    run: () => run(node, [...mocha, '--config', 'test/editors/.mocharc.json'], { env: colour }),
    counted: true,
    built: true,
  },
  e2e: {
    title: 'As a user sees it',
    run: () => run(node, [...mocha, '--config', 'test/e2e/.mocharc.json'], { env: colour }),
    counted: true,
    built: true,
  },
};

const names = process.argv.slice(2);
const unknown = names.filter((name) => !(name in STEPS));
if (unknown.length > 0) {
  console.error(`No such part: ${unknown.join(', ')}. Parts: ${Object.keys(STEPS).join(', ')}`);
  process.exit(2);
}
const chosen = Object.keys(STEPS).filter((name) => names.length === 0 || names.includes(name));

const total = { passed: 0, failed: 0 };
const summary = [];
try {
  await testAll();
} catch (error) {
  console.error(error.message);
  total.failed += 1;
}

console.log(`\n${summary.join('\n')}\n`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

async function testAll() {
  requireNode();
  if (!isInstalled() && !(await step('Install', install))) return;
  const needsBuild = chosen.some((name) => STEPS[name].built);
  const isBuilt = needsBuild && (await step('Build', () => npmScript('build')));
  for (const name of chosen) {
    const { title, run: work, counted, built } = STEPS[name];
    if (!built || isBuilt) await step(title, work, counted);
    else summary.push(`  ${title}: not run, there is no build`);
  }
}

/** Runs one step, adds its cases to the total and gives whether it went well. */
async function step(title, work, counted = false) {
  console.log(`\n== ${title}`);
  const started = Date.now();
  const { code, output } = await work();
  const cases = counted ? casesIn(output) : { passed: 0, failed: 0 };
  // A runner that broke down, or found nothing to run, has failed without a failed case.
  if (code !== 0 && cases.failed === 0) cases.failed = 1;
  if (counted && code === 0 && cases.passed === 0 && !cases.skipped) cases.failed = 1;
  total.passed += cases.passed;
  total.failed += cases.failed;
  const what = counted
    ? `${cases.passed} passed, ${cases.failed} failed${cases.skipped ? `, ${cases.skipped} skipped` : ''}`
    : code === 0
      ? 'ok'
      : 'failed';
  summary.push(`  ${title}: ${what} (${seconds(started)})`);
  return cases.failed === 0;
}

/** Sums what mocha's closing lines say. */
function casesIn(output) {
  const count = (pattern) =>
    [...stripVTControlCharacters(output).matchAll(pattern)].reduce(
      (sum, [, n]) => sum + Number(n),
      0,
    );
  return {
    passed: count(/^\s*(\d+) passing\b/gm),
    failed: count(/^\s*(\d+) failing\b/gm),
    skipped: count(/^\s*(\d+) pending\b/gm),
  };
}
