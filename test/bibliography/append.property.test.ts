import assert from 'node:assert/strict';
import fc from 'fast-check';
import { appendReferences } from '../../src/bibliography/append';
import { createBibtexCache } from '../../src/bibliography/bibtex';
import { readBibliography } from '../../src/bibliography/read';
import { anyReference, bibtexFile } from '../support/generate/bibtex';
import { anyEdit, placeOf } from '../support/generate/edits';
import { anyText } from '../support/generate/unicode';

const references = fc.uniqueArray(anyReference, {
  minLength: 1,
  maxLength: 3,
  selector: ({ id }) => id,
});

describe('adding to a bibliography, whatever it holds', () => {
  it('changes no byte of a .bib that was there', () => {
    fc.assert(
      fc.property(bibtexFile, references, (text, added) => {
        const insertion = appendReferences('refs.bib', text, added);
        if (!insertion) return;
        const { offset, newText } = insertion;
        assert.ok(offset >= 0 && offset <= text.length);
        const after = text.slice(0, offset) + newText + text.slice(offset);
        // As bytes on disk: an insertion inside a pair of surrogates would change both halves.
        const bytes = Buffer.from(after);
        const head = Buffer.from(text.slice(0, offset));
        const tail = Buffer.from(text.slice(offset));
        assert.deepEqual(Buffer.concat([head, tail]), Buffer.from(text));
        assert.deepEqual(bytes.subarray(0, head.length), head);
        assert.deepEqual(bytes.subarray(bytes.length - tail.length), tail);
      }),
      { numRuns: 1500 },
    );
  });

  it('leaves every entry as it was, and the new ones are found', () => {
    fc.assert(
      fc.property(bibtexFile, references, (text, added) => {
        const before = readBibliography('refs.bib', text);
        const insertion = appendReferences('refs.bib', text, added);
        if (!insertion) return;
        const { offset, newText } = insertion;
        const after = readBibliography(
          'refs.bib',
          text.slice(0, offset) + newText + text.slice(offset),
        );
        // Behind an entry that is not closed, nobody can tell what is meant.
        const isSound = before.problems.every(({ severity }) => severity !== 'error');
        for (const [key, entry] of before.entries) {
          const now = after.entries.get(key);
          if (isSound) assert.deepEqual(now?.reference, entry.reference, key);
          else assert.ok(now, key);
        }
        if (isSound) for (const { id } of added) assert.ok(after.entries.has(id), id);
      }),
      { numRuns: 800 },
    );
  });

  it('changes no character of a CSL-JSON list that was there', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ id: anyText, title: anyText, note: fc.jsonValue() })),
        fc.constantFrom(undefined, 2, '\t'),
        references,
        (list, indent, added) => {
          const text = JSON.stringify(list, null, indent);
          const insertion = appendReferences('refs.json', text, added);
          assert.ok(insertion);
          const { offset, newText } = insertion;
          const after = text.slice(0, offset) + newText + text.slice(offset);
          const now = JSON.parse(after) as { id: string }[];
          assert.deepEqual(now.slice(0, list.length), JSON.parse(text));
          assert.deepEqual(
            now.slice(list.length).map(({ id }) => id),
            added.map(({ id }) => id),
          );
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe('a .bib that is edited', () => {
  it('is read as a new one is, and every entry stands where it says', () => {
    fc.assert(
      fc.property(bibtexFile, fc.array(anyEdit, { maxLength: 4 }), (source, edits) => {
        const cache = createBibtexCache();
        let text = source;
        readBibliography('refs.bib', text, cache);
        for (const edit of edits) {
          const { start, end } = placeOf(edit, text);
          text = text.slice(0, start) + edit.text + text.slice(end);
          const warm = readBibliography('refs.bib', text, cache);
          assert.deepEqual(warm, readBibliography('refs.bib', text));
          for (const { start: from, end: to } of warm.entries.values())
            assert.ok(0 <= from && from < to && to <= text.length);
        }
      }),
      { numRuns: 800 },
    );
  });
});
