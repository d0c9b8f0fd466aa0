// VS Code's own server: the workbench in a browser, the extension in a Node extension host.
import { randomBytes } from 'node:crypto';
import { URLSearchParams } from 'node:url';
import { mkdir, writeFile } from 'node:fs/promises';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensurePackages, npm, QUIET } from './npm.mjs';
import { removeFolder, startServer, temporaryFolder } from './children.mjs';
import { CODE_SERVER, SERVER_NODE, SERVER_NODE_MAJOR } from './versions.mjs';

/**
 * Starts VS Code with an extension in development, on a free loopback port.
 *
 * @param {{
 *   folder: string,
 *   extension?: string,
 *   tests?: string,
 *   vsix?: string,
 *   trust?: boolean,
 *   settings?: Record<string, unknown>,
 *   port?: number,
 * }} options Absolute paths. `folder` is what VS Code opens, `tests` a module that exports `run()`,
 *   `vsix` a packaged extension to install first; `trust: false` shows the workspace trust prompt.
 *   `settings` are the machine's settings; `port` 0 takes any free one.
 * @returns {Promise<{ url: string, stop: () => Promise<void>, ended: Promise<unknown>, log: () => string }>}
 */
export async function startNodeHost(options) {
  const { folder, extension, tests, vsix, trust = true, settings = {}, port = 0 } = options;
  const install = await ensureServer();
  const node = await serverNode();
  const main = join(
    install,
    'node_modules',
    'code-server',
    'lib',
    'vscode',
    'out',
    'server-main.js',
  );
  const data = await temporaryFolder('vscode');
  const extensions = join(data, 'extensions');
  const machine = join(data, 'data', 'Machine');
  await mkdir(machine, { recursive: true });
  await writeFile(join(machine, 'settings.json'), JSON.stringify(settings));
  const shared = ['--server-data-dir', data, '--extensions-dir', extensions];
  if (vsix !== undefined) installVsix(node, [main, ...shared, '--install-extension', vsix]);

  // A token, so that no other page and no other user of the machine can reach this editor.
  const token = randomBytes(16).toString('hex');
  const server = await startServer({
    what: "VS Code's server",
    command: node,
    args: [
      main,
      ...shared,
      ...['--host', '127.0.0.1', '--port', String(port), '--connection-token', token],
      '--accept-server-license-terms',
      // Lets the page's address name an extension in development.
      '--enable-smoke-test-driver',
      '--disable-telemetry',
      ...(trust ? ['--disable-workspace-trust'] : []),
    ],
    ready: /Extension host agent listening on (\d+)/,
  });
  const authority = `127.0.0.1:${server.found}`;
  const stop = async () => {
    await server.stop();
    removeFolder(data);
  };
  return {
    url: address(authority, token, { folder, extension, tests }),
    stop,
    ended: server.ended,
    log: server.output,
  };
}

/** Installs the server where it is not there yet. */
export function ensureServer() {
  return ensurePackages({
    name: 'server',
    packages: { 'code-server': CODE_SERVER },
    what: `VS Code's server (code-server ${CODE_SERVER} from npm, about 600 MB)`,
    // Its own dependencies are left to a script that would also compile addons; these do without.
    finish: (folder) =>
      npm(
        ['install', '--omit=dev', ...QUIET],
        join(folder, 'node_modules', 'code-server', 'lib', 'vscode'),
      ),
  });
}

async function serverNode() {
  if (Number.parseInt(process.versions.node, 10) === SERVER_NODE_MAJOR) return process.execPath;
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const name = `node-${system}-${process.arch}`;
  const folder = await ensurePackages({
    name: 'node',
    packages: { [name]: SERVER_NODE },
    what: `Node ${SERVER_NODE} for VS Code's server`,
  });
  const binary = system === 'win' ? 'node.exe' : 'node';
  return join(folder, 'node_modules', name, 'bin', binary);
}

function installVsix(node, args) {
  const result = spawnSync(node, args, { encoding: 'utf8', timeout: 60_000 });
  if (result.status === 0) return;
  throw new Error(`Installing the packaged extension failed.\n${result.stdout}${result.stderr}`);
}

function address(authority, token, { folder, extension, tests }) {
  const remote = (path) => `vscode-remote://${authority}${path}`;
  const payload = [['skipWelcome', 'true']];
  if (extension !== undefined) payload.push(['extensionDevelopmentPath', remote(extension)]);
  if (tests !== undefined) payload.push(['extensionTestsPath', remote(tests)]);
  const query = new URLSearchParams({ tkn: token, folder, payload: JSON.stringify(payload) });
  return `http://${authority}/?${query}`;
}
