import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** Loaded into the process before the program: every way out ends it with a code of its own. */
const WALL = `
const stop = (what) => () => { process.stderr.write('network: ' + what + '\\n'); process.exit(97); };
const shut = (name, keys) => {
  const module = require(name);
  for (const key of keys) module[key] = stop(name + '.' + key);
};
shut('node:http', ['request', 'get']);
shut('node:https', ['request', 'get']);
shut('node:http2', ['connect']);
shut('node:net', ['connect', 'createConnection', 'createServer']);
shut('node:tls', ['connect']);
shut('node:dgram', ['createSocket']);
shut('node:dns', ['lookup', 'resolve', 'resolve4']);
require('node:net').Socket.prototype.connect = stop('Socket.connect');
globalThis.fetch = stop('fetch');
globalThis.WebSocket = stop('WebSocket');
`;

function bundles(folder: string): string[] {
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.js'))
    .map((name) => join(folder, name));
}

describe('the network', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'caveat-network-'));
    writeFileSync(join(folder, 'wall.cjs'), WALL);
    writeFileSync(
      join(folder, 'draft.md'),
      '---\nbibliography: https://example.org/refs.bib\ncsl: https://example.org/a.csl\n---\n\n' +
        'Allogeneic MSCs are immune-privileged ![](https://example.org/a.png) [@a].\n',
    );
    writeFileSync(join(folder, '.caveatrc.yaml'), 'packs: [shipped, "https://example.org/pack"]\n');
  });
  after(() => rmSync(folder, { recursive: true }));

  const run = (args: readonly string[], input = '') =>
    new Promise<{ code: number | null; err: string }>((done) => {
      const wall = ['--require', join(folder, 'wall.cjs')];
      const child = spawn(process.execPath, [...wall, resolve('dist/cli.js'), ...args], {
        cwd: folder,
      });
      let err = '';
      child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
      child.stdout.resume();
      child.on('close', (code) => done({ code, err }));
      child.stdin.end(input);
    });

  it('is a wall that a test would run against', async () => {
    writeFileSync(join(folder, 'out.cjs'), "fetch('https://example.org')");
    const child = spawn(process.execPath, [
      ...['--require', join(folder, 'wall.cjs')],
      join(folder, 'out.cjs'),
    ]);
    const code = await new Promise((done) => child.on('close', done));
    assert.equal(code, 97);
  });

  for (const args of [
    ['lint', 'draft.md'],
    ['lint', '--format', 'sarif', 'draft.md'],
    ['report', 'draft.md'],
    ['search', 'immune'],
    ['cite', 'Allogeneic MSCs are immunogenic.'],
  ]) {
    it(`is not used by caveat ${args.join(' ')}`, async () => {
      const { code, err } = await run(args);
      assert.notEqual(code, 97, err);
      assert.doesNotMatch(err, /network:|internal error/);
    });
  }

  it('is not used by the server', async () => {
    const message = (body: object) => {
      const text = JSON.stringify({ jsonrpc: '2.0', ...body });
      return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
    };
    const uri = 'file:///nowhere/draft.md';
    const { code, err } = await run(
      ['lsp', '--stdio'],
      [
        {
          id: 1,
          method: 'initialize',
          params: { processId: null, rootUri: null, capabilities: {} },
        },
        { method: 'initialized', params: {} },
        {
          method: 'textDocument/didOpen',
          params: {
            textDocument: {
              uri,
              languageId: 'markdown',
              version: 1,
              text: readFileSync(join(folder, 'draft.md'), 'utf8'),
            },
          },
        },
        { id: 2, method: 'textDocument/diagnostic', params: { textDocument: { uri } } },
        { id: 3, method: 'shutdown' },
        { method: 'exit' },
      ]
        .map(message)
        .join(''),
    );
    assert.notEqual(code, 97, err);
  });

  it('is nothing that the extension or its pages know how to use', () => {
    assert.ok(existsSync('dist/extension.js'));
    for (const file of bundles('dist')) {
      const text = readFileSync(file, 'utf8');
      // `net` is the language server library's, for a client that asks for a socket or a pipe.
      assert.doesNotMatch(text, /require\("(?:node:)?(?:https?|http2|dgram|tls|dns)"\)/, file);
      assert.doesNotMatch(text, /\bXMLHttpRequest\b|new WebSocket|EventSource\(|sendBeacon/, file);
    }
  });
});
