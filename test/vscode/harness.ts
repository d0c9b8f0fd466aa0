// Runs the suites inside an extension host, Node or web worker: mocha's browser build knows neither.
import 'mocha/mocha.js';

interface Failure {
  readonly title: string;
  readonly stack: string;
}

// Marks our lines among all that VS Code logs; `run.mjs` looks for it.
const MARK = 'caveat|';

// mocha's browser build reports through `document`, which no extension host has.
class LineReporter {
  constructor(runner: Mocha.Runner) {
    const failures: Failure[] = [];
    let passed = 0;
    let skipped = 0;
    let depth = 0;
    const print = (text: string): void => {
      for (const line of text.split('\n')) console.log(`${MARK}${line}`);
    };
    const say = (line: string): void => print(`${'  '.repeat(depth)}${line}`);
    runner
      .on('suite', (suite) => {
        if (suite.title) say(suite.title);
        depth += 1;
      })
      .on('suite end', () => {
        depth -= 1;
      })
      .on('pass', (test) => {
        passed += 1;
        say(`✓ ${test.title} (${test.duration ?? 0} ms)`);
      })
      .on('pending', (test) => {
        skipped += 1;
        say(`- ${test.title}`);
      })
      .on('fail', (test: Mocha.Runnable, error: Error) => {
        failures.push({ title: test.fullTitle(), stack: error.stack ?? String(error) });
        say(`✗ ${test.title}`);
      })
      .on('end', () => {
        for (const { title, stack } of failures) print(`\n✗ ${title}\n${stack}`);
        print(`\n${passed} passing\n${failures.length} failing\n${skipped} pending`);
      });
  }
}

// `define`d by the bundler.
declare const TEST_FILTER: string;

mocha.setup({
  ui: 'bdd',
  reporter: LineReporter as unknown as Mocha.ReporterConstructor,
  timeout: 30_000,
  ...(TEST_FILTER ? { grep: TEST_FILTER } : {}),
});

/**
 * What VS Code calls once the test host is up.
 *
 * @returns Resolves where every test passed.
 * @throws Error with the number of failed tests otherwise.
 */
export function run(): Promise<void> {
  // mocha's browser build reads the page's query from it; a Node host has none.
  globalThis.location ??= { search: '' } as WorkerLocation;
  return new Promise((resolve, reject) => {
    mocha.run((failures) => {
      if (failures === 0) resolve();
      else reject(new Error(`${failures} failed`));
    });
  });
}
