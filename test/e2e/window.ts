// Gives a mocha suite a VS Code window of its own, and takes it away again.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import {
  chromiumOptions,
  removeFolder,
  root,
  startNodeHost,
  startWebHost,
  temporaryFolder,
  type Host,
} from '../../scripts/hosts/index.mjs';
import { Editor } from './editor';

export interface WindowOptions {
  /** The workspace: file contents by path. */
  readonly files: Readonly<Record<string, string>>;
  /** The extension in a Node host (the default) or in a web worker. */
  readonly host?: 'node' | 'web';
  /** `false`: the workspace is not trusted (Node host only). */
  readonly trust?: boolean;
}

// The first window of a checkout may have to install VS Code.
const START_LIMIT_MS = 5 * 60_000;
const ACTION_LIMIT_MS = 20_000;

/**
 * Opens VS Code for the tests of the enclosing `describe`.
 *
 * @returns Gives the window inside of a test.
 */
export function openWindow(options: WindowOptions): () => Editor {
  let editor: Editor | undefined;
  let browser: Browser | undefined;
  let host: Host | undefined;
  let folder: string | undefined;

  before(async function () {
    this.timeout(START_LIMIT_MS);
    folder = await workspace(options.files);
    host = await startHost(options, folder);
    browser = await chromium.launch(await chromiumOptions());
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(ACTION_LIMIT_MS);
    await page.goto(host.url);
    editor = new Editor(page);
    await editor.ready();
  });
  afterEach(async function () {
    const test = this.currentTest;
    if (test?.state !== 'failed') return;
    await editor?.screenshot(`failed ${test.fullTitle()}`.replace(/[^\w-]+/g, '-'));
  });
  after(async () => {
    await browser?.close();
    await host?.stop();
    if (folder !== undefined) removeFolder(folder);
  });

  return () => {
    if (editor === undefined) throw new Error('The window is open inside of a test only.');
    return editor;
  };
}

function startHost({ host, trust = true }: WindowOptions, folder: string): Promise<Host> {
  const extension = process.env['CAVEAT_EXTENSION'] ?? root;
  if (host === 'web') return startWebHost({ folder, extension });
  return startNodeHost({ folder, extension, trust, settings: SETTINGS });
}

// What would stand in the way of a test or of a picture.
const SETTINGS = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
};

async function workspace(files: WindowOptions['files']): Promise<string> {
  const folder = await temporaryFolder('workspace');
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}
