// Gives a mocha suite a VS Code window of its own, and takes it away again.
import type { Editor } from './editor';
import { launch, type Launched, type WindowOptions } from './launch';

// The first window of a checkout may have to install VS Code.
const START_LIMIT_MS = 5 * 60_000;

/**
 * Opens VS Code for the tests of the enclosing `describe`. A failed test leaves a picture in
 * test-results/.
 *
 * @returns Gives the window inside of a test.
 */
export function openWindow(options: WindowOptions): () => Editor {
  let launched: Launched | undefined;

  before(async function () {
    this.timeout(START_LIMIT_MS);
    launched = await launch(options);
  });
  afterEach(async function () {
    const test = this.currentTest;
    if (test?.state !== 'failed') return;
    await launched?.editor.screenshot(`failed ${test.fullTitle()}`.replace(/[^\w-]+/g, '-'));
  });
  after(() => launched?.close());

  return () => {
    if (launched === undefined) throw new Error('The window is open inside of a test only.');
    return launched.editor;
  };
}
