// Runs the same suites in desktop VS Code, which is downloaded: `node test/vscode/electron.mjs`.
import { cp } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runTests } from '@vscode/test-electron';
import { root, temporaryFolder } from '../../scripts/hosts/index.mjs';
import { bundleSuites } from './bundle.mjs';

const { values } = parseArgs({
  options: { grep: { type: 'string' }, version: { type: 'string', default: 'stable' } },
});

const folder = await temporaryFolder('workspace');
await cp(fileURLToPath(new URL('./workspace', import.meta.url)), folder, { recursive: true });
try {
  await runTests({
    version: values.version,
    extensionDevelopmentPath: root,
    extensionTestsPath: await bundleSuites('node', root, values.grep),
    launchArgs: [folder, '--disable-extensions', '--disable-workspace-trust', '--skip-welcome'],
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error(
    'Desktop VS Code is downloaded from its own site and needs a display (Linux: xvfb-run -a). ' +
      'Where neither is to be had, `npm test -- node web` runs the suites in VS Code in a browser.',
  );
  process.exitCode = 1;
}
