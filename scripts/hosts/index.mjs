// What the test runners use of the hosts.
export { chromiumOptions, findOnPath } from './chromium.mjs';
export { ensureServer, startNodeHost } from './node-host.mjs';
export { ensureWebBuild, startWebHost } from './web-host.mjs';
export { removeFolder, seconds, temporaryFolder } from './children.mjs';
export { hostsFolder, root } from './versions.mjs';
