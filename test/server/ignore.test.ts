import assert from 'node:assert/strict';
import { readerFor } from '../../src/manuscript/formats';
import { LineIndex } from '../../src/manuscript/lines';
import { ignoreHere, ignoreInFile, type Insertion } from '../../src/server/ignore';

const reader = readerFor({ languageId: 'markdown' });
const SENTENCE = 'MSCs are immune-privileged.';

function read(source: string, by = reader) {
  assert.ok(by);
  return { manuscript: by.read(source), reader: by, lines: new LineIndex(source) };
}

/** The text with the comment for the sentence put in. */
function ignored(source: string, by = reader): string {
  const start = source.indexOf(SENTENCE);
  return put(
    source,
    ignoreHere(read(source, by), 'some-rule', { start, end: start + SENTENCE.length }),
  );
}

function put(source: string, { offset, newText }: Insertion): string {
  return source.slice(0, offset) + newText + source.slice(offset);
}

describe('ignoring here', () => {
  it('puts a comment above a paragraph', () => {
    assert.equal(
      ignored(`# Draft\n\n${SENTENCE} More.\n`),
      `# Draft\n\n<!-- caveat-disable-next-line some-rule -->\n${SENTENCE} More.\n`,
    );
  });

  it('keeps the line breaks of the file', () => {
    assert.equal(
      ignored(`One.\r\n\r\n${SENTENCE}\r\n`),
      `One.\r\n\r\n<!-- caveat-disable-next-line some-rule -->\r\n${SENTENCE}\r\n`,
    );
  });

  it('does not cut a paragraph or a list in two', () => {
    assert.equal(
      ignored(`Something comes first.\n${SENTENCE}\nMore.\n`),
      `Something comes first.\n${SENTENCE} <!-- caveat-disable-line some-rule -->\nMore.\n`,
    );
    assert.equal(
      ignored(`- One\n- ${SENTENCE} More.\n`),
      `- One\n- ${SENTENCE} <!-- caveat-disable-line some-rule --> More.\n`,
    );
  });

  it('does not part a sentence from the citation behind it', () => {
    assert.equal(
      ignored(`- ${SENTENCE} [@a]\n`),
      `- ${SENTENCE} [@a] <!-- caveat-disable-line some-rule -->\n`,
    );
  });

  it('puts a LaTeX comment above the line, wherever the sentence stands in it', () => {
    const latex = readerFor({ languageId: 'latex' });
    const source = `\\begin{itemize}\n  \\item One. ${SENTENCE} More.\n\\end{itemize}\n`;
    const after = ignored(source, latex);
    assert.equal(
      after,
      `\\begin{itemize}\n  % caveat-disable-next-line some-rule\n  \\item One. ${SENTENCE} More.\n\\end{itemize}\n`,
    );
    assert.deepEqual(read(after, latex).manuscript.suppressions[0]?.rules, ['some-rule']);
  });

  it('puts a MyST comment above a paragraph, and one of HTML in the middle of it', () => {
    const myst = readerFor({ languageId: 'myst' });
    assert.equal(
      ignored(`${SENTENCE}\n`, myst),
      `% caveat-disable-next-line some-rule\n${SENTENCE}\n`,
    );
    assert.equal(
      ignored(`First.\n${SENTENCE}\n`, myst),
      `First.\n${SENTENCE} <!-- caveat-disable-line some-rule -->\n`,
    );
  });

  it('is understood by the reader of the format', () => {
    for (const source of [`${SENTENCE}\n`, `- ${SENTENCE}\n`, `First.\n${SENTENCE}\n`]) {
      const { manuscript } = read(ignored(source));
      assert.deepEqual(
        manuscript.suppressions.map(({ rules }) => rules),
        [['some-rule']],
      );
    }
  });
});

describe('ignoring in the file', () => {
  const inFile = (source: string) => {
    const { manuscript, reader } = read(source);
    return put(source, ignoreInFile(manuscript, reader, 'some-rule'));
  };

  it('puts a comment at the top', () => {
    assert.equal(
      inFile(`${SENTENCE}\n`),
      `<!-- caveat-disable-file some-rule -->\n\n${SENTENCE}\n`,
    );
  });

  it('stays below the front matter', () => {
    assert.equal(
      inFile(`---\ntitle: x\n---\n\n${SENTENCE}\n`),
      `---\ntitle: x\n---\n\n<!-- caveat-disable-file some-rule -->\n\n${SENTENCE}\n`,
    );
  });
});
