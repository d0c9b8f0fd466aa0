import assert from 'node:assert/strict';
import { bibliographiesIn, findFrontMatter } from '../../src/manuscript/frontmatter';

/** Paths with the source text at their spans, which must hold them. */
function paths(source: string): string[] {
  const front = findFrontMatter(source);
  assert.ok(front, 'no front matter found');
  return bibliographiesIn(source, front.yaml).map(({ path, span }) => {
    assert.equal(source.slice(span.start, span.end), path);
    return path;
  });
}

describe('front matter', () => {
  const cases: readonly (readonly [string, string, string[]])[] = [
    ['a string', '---\nbibliography: refs.bib\n---\n', ['refs.bib']],
    ['a quoted string', '---\nbibliography: "my refs.bib"\n---\n', ['my refs.bib']],
    ['a flow list', "---\nbibliography: [a.bib, 'b.json']\n---\n", ['a.bib', 'b.json']],
    [
      'an indented list',
      '---\nbibliography:\n  - a.bib # main\n  - b.yaml\n---\n',
      ['a.bib', 'b.yaml'],
    ],
    [
      'a list without indentation',
      '---\nbibliography:\n- a.bib\n- b.bib\ntitle: x\n---\n',
      ['a.bib', 'b.bib'],
    ],
    [
      "Pandoc's named bibliographies",
      '---\nbibliography:\n  main: a.bib\n  other: [b.bib]\n---\n',
      ['a.bib', 'b.bib'],
    ],
    ['CRLF', '---\r\ntitle: x\r\nbibliography:\r\n  - a.bib\r\nx: y\r\n---\r\n', ['a.bib']],
    ['a byte order mark', '\uFEFF---\nbibliography: refs.bib\n---\n', ['refs.bib']],
    ['dots at its end', '---\nbibliography: refs.bib\n...\n', ['refs.bib']],
    ['a comment after the value', '---\nbibliography: refs.bib # ours\n---\n', ['refs.bib']],
    ['YAML broken before it', '---\ntitle: a: b: "c\nbibliography: refs.bib\n---\n', ['refs.bib']],
    ['YAML broken after it', '---\nbibliography: refs.bib\nabstract: {[\n---\n', ['refs.bib']],
    ['nothing yet', '---\nbibliography:\n---\n', []],
    ['no such entry', '---\nbibliographystyle: x\nnote: "bibliography: no"\n---\n', []],
    ['an entry of another', '---\nbook:\n  bibliography: no.bib\n---\n', []],
  ];
  for (const [name, source, expected] of cases) {
    it(`reads bibliographies from ${name}`, () => {
      assert.deepEqual(paths(source), expected);
    });
  }

  it('does not throw on a broken value', () => {
    assert.deepEqual(paths('---\nbibliography: [a.bib, "b\n---\n').slice(0, 1), ['a.bib']);
  });

  for (const source of [
    '',
    '---',
    '---\ntitle: x\n',
    'Text\n---\na: b\n---\n',
    ' ---\na: b\n---\n',
    '----\na\n----\n',
  ]) {
    it(`finds none in ${JSON.stringify(source)}`, () => {
      assert.equal(findFrontMatter(source), undefined);
    });
  }
});
