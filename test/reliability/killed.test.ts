import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { sentences } from '../support/generate/prose';
import { copyOfProgram, ServerProcess } from './support/server-process';
import { scale } from './support/scale';

const FOLDER = 'file:///nowhere/work';

/** Drafts that take the server a moment. */
const drafts = Array.from({ length: 4 }, (_, i) =>
  Array.from({ length: 60 }, (__, j) => `Passage ${i}.${j}. ${sentences[(i + j) % 13]}`).join(
    '\n\n',
  ),
);

async function started(program: string): Promise<{ server: ServerProcess; uris: string[] }> {
  const server = new ServerProcess(FOLDER, program);
  await server.start();
  const uris: string[] = [];
  for (const [i, text] of drafts.entries()) uris.push(await server.open(`draft-${i}.md`, text));
  return { server, uris };
}

describe('a server that is killed in the middle of its work', () => {
  let program: string;
  before(() => void (program = copyOfProgram()));
  after(() => rmSync(program, { recursive: true }));

  it('comes back with the same findings, each time', async () => {
    const first = await started(program);
    const expected = await Promise.all(first.uris.map((uri) => first.server.diagnostics(uri)));
    assert.ok(expected.flat().length > 50, `${expected.flat().length} findings`);
    let { server, uris } = first;
    const kills = scale(4, 20);
    try {
      for (let i = 0; i < kills; i++) {
        // What is asked of a server that dies is answered by nobody.
        for (const uri of uris) void server.diagnostics(uri).catch(() => undefined);
        await new Promise((resolve) => setTimeout(resolve, i * 7));
        await server.kill();
        ({ server, uris } = await started(program));
        if (i % 4 === 3 || i === kills - 1) {
          const now = await Promise.all(uris.map((uri) => server.diagnostics(uri)));
          assert.deepEqual(now, expected, `after ${i + 1} times`);
        }
      }
    } finally {
      await server.kill();
    }
  }).timeout(scale(60_000, 300_000));
});
