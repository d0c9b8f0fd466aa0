// Runs in a process of its own: `node web-server.mjs INSTALL_FOLDER PORT CONFIGURATION_AS_JSON`.
import { createRequire } from 'node:module';
import { once } from 'node:events';
import { join } from 'node:path';

const [folder, port, configuration] = process.argv.slice(2);
const require = createRequire(join(folder, 'package.json'));
const { runServer } = require('@vscode/test-web/out/server/main.js');

const server = await runServer('127.0.0.1', Number(port), JSON.parse(configuration));
if (!server.listening) await once(server, 'listening');
console.log(`caveat: serving on ${server.address().port}`);
