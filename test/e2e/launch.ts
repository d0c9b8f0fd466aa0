// Starts VS Code with the extension, in a browser, on a workspace made for the occasion.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright-core';
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
  /** The machine's settings, besides those below (Node host only). */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** The window's size in pixels. */
  readonly size?: { readonly width: number; readonly height: number };
}

/** A running window and what ends it, whatever of it was started. */
export interface Launched {
  readonly editor: Editor;
  readonly close: () => Promise<void>;
}

const ACTION_LIMIT_MS = 30_000;
const START_LIMIT_MS = 60_000;
const SIZE = { width: 1280, height: 800 };

// What would stand in the way of a test or of a picture.
const SETTINGS = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
};

/**
 * Opens a window and waits until the workbench stands.
 *
 * @throws Error where VS Code or the browser cannot be started; nothing is left running.
 */
export async function launch(options: WindowOptions): Promise<Launched> {
  const endings: (() => Promise<void> | void)[] = [];
  const close = async (): Promise<void> => {
    for (const end of endings.splice(0).reverse()) await end();
  };
  try {
    const folder = await workspace(options.files);
    endings.push(() => removeFolder(folder));
    const host = await startHost(options, folder);
    endings.push(host.stop);
    const browser = await chromium.launch(await chromiumOptions());
    endings.push(() => browser.close());
    const page = await browser.newPage({ viewport: options.size ?? SIZE });
    page.setDefaultTimeout(ACTION_LIMIT_MS);
    await page.goto(host.url);
    const editor = new Editor(page);
    await editor.ready(START_LIMIT_MS);
    return { editor, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function startHost({ host, trust = true, settings }: WindowOptions, folder: string): Promise<Host> {
  const extension = root;
  if (host === 'web') return startWebHost({ folder, extension });
  return startNodeHost({ folder, extension, trust, settings: { ...SETTINGS, ...settings } });
}

async function workspace(files: WindowOptions['files']): Promise<string> {
  const folder = await temporaryFolder('workspace');
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}
