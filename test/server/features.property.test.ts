import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CodeAction, Range } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { METHODS } from '../../src/server/protocol';
import { bibtexFile } from '../support/generate/bibtex';
import { latexDocument } from '../support/generate/latex';
import { markdownDocument } from '../support/generate/markdown';
import { Editor } from './connection';
import { ROOT } from './workspace';

const document = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.tuple(fc.constantFrom('markdown', 'quarto', 'myst'), markdownDocument),
  },
  { weight: 1, arbitrary: fc.tuple(fc.constant('latex'), latexDocument) },
);

/** A place as an editor may ask for it, also one that is not there any more. */
const position = fc.record({ line: fc.nat(12), character: fc.nat(90) });

/** Every range that an answer holds, wherever it stands. */
function rangesIn(value: unknown): Range[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'start' in value && 'end' in value ? [value as Range] : [];
  return [...own, ...Object.values(value).flatMap(rangesIn)];
}

describe('the server, asked anything of any document', () => {
  it('answers, with ranges that lie in the document', async () => {
    const editor = new Editor({ files: { 'refs.bib': '' } });
    editor.settings = { enable: 'on' };
    await editor.start();
    let count = 0;
    try {
      await fc.assert(
        fc.asyncProperty(document, bibtexFile, position, async ([languageId, text], bib, at) => {
          editor.files.files.set(`${ROOT}/refs.bib`, bib);
          await editor.notify('workspace/didChangeWatchedFiles', {
            changes: [{ uri: `${ROOT}/refs.bib`, type: 2 }],
          });
          const uri = await editor.open(text, `any-${count++}`, languageId);
          const textDocument = { uri };
          const asked = [
            editor.request('textDocument/hover', { textDocument, position: at }),
            editor.request('textDocument/definition', { textDocument, position: at }),
            editor.request('textDocument/documentLink', { textDocument }),
            editor.request('textDocument/diagnostic', { textDocument }),
            editor.request('textDocument/codeAction', {
              textDocument,
              range: { start: at, end: at },
              context: { diagnostics: [] },
            }),
          ];
          const elsewhere = [
            editor.request('textDocument/completion', { textDocument, position: at }),
            editor.request('textDocument/references', {
              textDocument,
              position: at,
              context: { includeDeclaration: true },
            }),
            editor.request('workspace/symbol', { query: text.slice(0, 20) }),
            editor.request(METHODS.report, { uri, format: 'html', date: '2026-01-01' }),
            editor.request(METHODS.search, { query: text.slice(0, 200), uri, position: at }),
          ];
          const shown = TextDocument.create(uri, languageId, 1, text);
          const [answers] = await Promise.all([Promise.all(asked), Promise.all(elsewhere)]);
          for (const range of rangesIn(answers.filter((_, i) => i !== 1 && i !== 4)))
            assertInside(range, shown);
          for (const { edit } of (answers[4] ?? []) as CodeAction[])
            for (const range of rangesIn(edit?.changes?.[uri])) assertInside(range, shown);
          await editor.notify('textDocument/didClose', { textDocument });
        }),
        { numRuns: 250 },
      );
    } finally {
      editor.stop();
    }
  }).timeout(60_000);
});

function assertInside({ start, end }: Range, text: TextDocument): void {
  const lines = text.getText().split(/\r\n|\r|\n/);
  for (const { line, character } of [start, end]) {
    assert.ok(line < lines.length, `line ${line} of ${lines.length}`);
    assert.ok(character <= (lines[line]?.length ?? 0), `character ${character} of line ${line}`);
  }
  assert.ok(start.line < end.line || (start.line === end.line && start.character <= end.character));
}
