import assert from 'node:assert/strict';
import { Editor } from '../server/connection';
import { ROOT } from '../server/workspace';
import { sentences } from '../support/generate/prose';
import { retainedHeap } from './support/heap';
import { scale } from './support/scale';

const MANUSCRIPTS = 2000;
const CHANGED = 500;

/** A short draft; every one differs from the others. */
const draft = (n: number) =>
  `# Draft ${n}\n\n${sentences[n % sentences.length]} This is number ${n} of the drafts.\n\n` +
  `${sentences[(n * 5 + 1) % sentences.length]}\n`;

describe(`a workspace of ${MANUSCRIPTS} manuscripts`, () => {
  let editor: Editor;
  const names = Array.from({ length: MANUSCRIPTS }, (_, n) => `chapter-${n % 40}/draft-${n}.md`);
  before(async () => {
    editor = new Editor({ files: Object.fromEntries(names.map((name, n) => [name, draft(n)])) });
    editor.settings = { enable: 'on' };
    await editor.start();
  });
  after(() => editor.stop());

  it('is checked whole without being opened, and nothing of it is kept', async () => {
    const check = async () => {
      let findings = 0;
      for (const name of names) {
        const { diagnostics } = await editor.request<{ diagnostics: unknown[] }>(
          'caveat/checkFile',
          { uri: `${ROOT}/${name}` },
        );
        findings += diagnostics.length;
      }
      return findings;
    };
    const empty = retainedHeap();
    const first = await check();
    const before = retainedHeap();
    assert.ok(first > 1000, `${first} findings`);
    for (let i = 0; i < scale(0, 4); i++) assert.equal(await check(), first);
    assertLittle(before, 12);
    // The evidence was loaded meanwhile; two thousand readings would be far more.
    assertLittle(empty, 40);
  }).timeout(scale(60_000, 300_000));

  it('is opened, and 500 of it change at once', async () => {
    const uris = await Promise.all(names.map((name, n) => editor.open(draft(n), name)));
    const before = await Promise.all(uris.map((uri) => editor.diagnostics(uri)));
    const asked: Promise<unknown>[] = [];
    for (let n = 0; n < CHANGED; n++) {
      const text = `Allogeneic MSCs are immune-privileged. `;
      asked.push(
        editor.notify('textDocument/didChange', {
          textDocument: { uri: uris[n], version: 2 },
          contentChanges: [{ range: at(2, 0), text }],
        }),
      );
    }
    await Promise.all(asked);
    const after = await Promise.all(uris.map((uri) => editor.diagnostics(uri)));
    for (let n = 0; n < MANUSCRIPTS; n++) {
      const isChanged = n < CHANGED;
      const count = (list: unknown[] | undefined) => list?.length ?? 0;
      if (!isChanged) assert.deepEqual(after[n], before[n], `draft ${n}`);
      else assert.ok(count(after[n]) > count(before[n]) - 1, `draft ${n}`);
    }
    const first = after.slice(0, CHANGED).filter((list) => list.some(isContradiction)).length;
    assert.equal(first, CHANGED);
  }).timeout(120_000);

  it('hears that 500 files have changed, and looks once more', async () => {
    const refreshed = editor.refreshes;
    await editor.notify('workspace/didChangeWatchedFiles', {
      changes: Array.from({ length: CHANGED }, (_, n) => ({
        uri: `${ROOT}/${n % 2 ? `refs-${n}.bib` : (names[n] ?? '')}`,
        type: 2,
      })),
    });
    await editor.request('caveat/packs', {});
    assert.ok(editor.refreshes - refreshed <= 1, `${editor.refreshes - refreshed} times`);
  });

  it('is closed, and forgotten', async () => {
    const before = retainedHeap();
    for (const name of names)
      await editor.notify('textDocument/didClose', { textDocument: { uri: `${ROOT}/${name}` } });
    await editor.request('caveat/packs', {});
    assert.ok(retainedHeap() < before, 'the heap is smaller when nothing is open');
  });
});

function at(line: number, character: number) {
  return { start: { line, character }, end: { line, character } };
}

function isContradiction({ code, range }: { code?: unknown; range: { start: { line: number } } }) {
  return code === 'contradicted-claim' && range.start.line === 2;
}

/** @param most megabytes */
function assertLittle(before: number, most: number): void {
  const grown = retainedHeap() - before;
  assert.ok(grown < most, `${grown.toFixed(1)} MB more than before`);
}
