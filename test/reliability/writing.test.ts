import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Editor } from '../server/connection';
import { sentences } from '../support/generate/prose';
import { anyEdit, placeOf } from '../support/generate/edits';
import { retainedHeap } from './support/heap';
import { scale } from './support/scale';

const EDITS = scale(4000, 50_000);
/** Someone looks at the findings after so many edits. */
const LOOKS_EVERY = 5;
/** Above what is there after a tenth of the writing, megabytes. */
const MOST_GROWN = 25;

const sources = Array.from({ length: 5 }, (_, i) =>
  Array.from({ length: 30 }, (__, j) => sentences[(i + j) % sentences.length]).join('\n\n'),
);

describe('a day of writing in several documents', () => {
  it(`leaves the memory bounded and the findings right, after ${EDITS} edits`, async () => {
    const editor = new Editor({ files: { 'refs.bib': '@misc{own, title={Own}}' } });
    editor.settings = { enable: 'on' };
    await editor.start();
    try {
      const edits = fc.sample(anyEdit, { numRuns: 2000, seed: 7 });
      const documents = await Promise.all(
        sources.map(async (text, i) => {
          const uri = await editor.open(text, `draft-${i}.md`);
          return TextDocument.create(uri, 'markdown', 1, text);
        }),
      );
      let early = 0;
      for (let n = 0; n < EDITS; n++) {
        const which = (n >> 4) % documents.length;
        let document = documents[which];
        const edit = edits[(n * 7) % edits.length];
        if (!document || !edit) throw new Error('There is nothing to edit.');
        const text = document.getText();
        const source = sources[which] ?? '';
        const { start, end } = placeOf(edit, text);
        // Who writes also tidies up: a document stays about as long as it was.
        const isLong = text.length > source.length * 1.5;
        const change = isLong
          ? { range: wholeOf(document), text: source }
          : {
              range: { start: document.positionAt(start), end: document.positionAt(end) },
              text: edit.text,
            };
        document = TextDocument.update(document, [change], document.version + 1);
        documents[which] = document;
        await editor.notify('textDocument/didChange', {
          textDocument: { uri: document.uri, version: document.version },
          contentChanges: [change],
        });
        if (n % LOOKS_EVERY === 0) await editor.diagnostics(document.uri);
        if (n % 97 === 0)
          await editor.request('textDocument/completion', {
            textDocument: { uri: document.uri },
            position: document.positionAt(start),
          });
        if (n === EDITS / 10) early = retainedHeap();
      }
      const grown = retainedHeap() - early;
      assert.ok(grown < MOST_GROWN, `the heap has grown by ${grown.toFixed(1)} MB`);
      for (const [i, document] of documents.entries()) {
        const fresh = await editor.open(document.getText(), `fresh-${i}.md`);
        assert.deepEqual(await editor.diagnostics(document.uri), await editor.diagnostics(fresh));
      }
    } finally {
      editor.stop();
    }
  }).timeout(scale(60_000, 600_000));
});

function wholeOf(document: TextDocument) {
  return {
    start: document.positionAt(0),
    end: document.positionAt(document.getText().length),
  };
}
