import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { SourceText } from '../../src/server/manuscripts';
import { anyEdit, placeOf, type AnyEdit } from '../support/generate/edits';
import { latexDocument } from '../support/generate/latex';
import { markdownDocument } from '../support/generate/markdown';
import { Editor } from './connection';
import { ROOT, Workspace } from './workspace';

const markdowns = ['markdown', 'quarto', 'rmarkdown', 'myst'] as const;

/** A document and what is done to it. */
const story = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      languageId: fc.constantFrom(...markdowns),
      source: markdownDocument,
      edits: fc.array(anyEdit, { minLength: 1, maxLength: 4 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      languageId: fc.constant('latex'),
      source: latexDocument,
      edits: fc.array(anyEdit, { minLength: 1, maxLength: 4 }),
    }),
  },
);

/** An edit as an editor sends it; no editor has a place between CR and LF. */
function changeOf(edit: AnyEdit, document: TextDocument) {
  const { start, end } = placeOf(edit, document.getText());
  return {
    range: { start: document.positionAt(start), end: document.positionAt(end) },
    text: edit.text,
  };
}

describe('edits, one by one', () => {
  it('give what a new reading gives, in 2,000 documents that are written side by side', async () => {
    const side = 8;
    const workspace = new Workspace({ settings: { enable: 'on' } });
    const { session } = workspace;
    let count = 0;
    let seen = 0;
    const findingsIn = async (document: SourceText) => {
      const findings = (await session.check(document))?.findings ?? [];
      seen += findings.length;
      return findings;
    };
    const run = async ({
      languageId,
      source,
      edits,
    }: typeof story extends fc.Arbitrary<infer T> ? T : never) => {
      const name = `${count++}`;
      let document = TextDocument.create(`${ROOT}/${name}`, languageId, 1, source);
      await session.check(document);
      for (const [i, edit] of edits.entries()) {
        document = TextDocument.update(
          TextDocument.create(document.uri, languageId, document.version, document.getText()),
          [changeOf(edit, document)],
          document.version + 1,
        );
        const text = document.getText();
        const cold = TextDocument.create(`${ROOT}/${name}-${i}`, languageId, 1, text);
        const [warm, fresh] = await Promise.all([findingsIn(document), findingsIn(cold)]);
        assert.deepEqual(warm, fresh);
        for (const { span } of warm)
          assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length);
        session.close(cold.uri);
      }
      session.close(document.uri);
    };
    await fc.assert(
      fc.asyncProperty(fc.array(story, { minLength: side, maxLength: side }), async (stories) => {
        await Promise.all(stories.map(run));
      }),
      { numRuns: 2000 / side },
    );
    assert.ok(count >= 2000 && seen > 2000, `${count} sequences, ${seen} findings`);
  }).timeout(120_000);

  it('reach the server over the wire as the editor means them', async () => {
    const editor = new Editor();
    await editor.start();
    editor.settings = { enable: 'on' };
    let count = 0;
    try {
      await fc.assert(
        fc.asyncProperty(story, async ({ languageId, source, edits }) => {
          const name = `wire-${count++}`;
          const uri = await editor.open(source, name, languageId);
          let document = TextDocument.create(uri, languageId, 1, source);
          for (const edit of edits) {
            const change = changeOf(edit, document);
            document = TextDocument.update(document, [change], document.version + 1);
            await editor.notify('textDocument/didChange', {
              textDocument: { uri, version: document.version },
              contentChanges: [change],
            });
          }
          const cold = await editor.open(document.getText(), `${name}-cold`, languageId);
          assert.deepEqual(await editor.diagnostics(uri), await editor.diagnostics(cold));
          for (const each of [uri, cold])
            await editor.notify('textDocument/didClose', { textDocument: { uri: each } });
        }),
        { numRuns: 200 },
      );
    } finally {
      editor.stop();
    }
  }).timeout(60_000);
});
