import assert from 'node:assert/strict';
import { markdown, readMarkdown } from '../../src/manuscript/markdown';
import type { BlockKind, Statement } from '../../src/manuscript/types';

function statements(source: string): Statement[] {
  return readMarkdown(source).blocks.flatMap((block) => block.statements);
}

const texts = (source: string): string[] => statements(source).map((statement) => statement.text);

const sources = (source: string): string[] =>
  statements(source).map(({ span }) => source.slice(span.start, span.end));

describe('Markdown: statements', () => {
  const readable: readonly (readonly [string, string])[] = [
    ['*Cells* **died** ~~fast~~.', 'Cells died fast.'],
    ['See [the review](http://x.org/a_b) and <http://x.org>.', 'See the review and http://x.org.'],
    ['One\nline  \nafter\\\nanother.', 'One line after another.'],
    ['One\r\nline.', 'One line.'],
    ['5\\* &amp; &lt;6&nbsp;mg &#181;g &hellip;', '5* & <6 mg µg …'],
    ['A B  C.', 'A B C.'],
    ['Run `x = 1` now.', 'Run ⟦code⟧ now.'],
    ['Where $x_1$ and $$y$$ hold.', 'Where ⟦math⟧ and ⟦math⟧ hold.'],
    ['Between $5 and $10 a dose.', 'Between $5 and $10 a dose.'],
    ['PaO~2~ and H<sub>2</sub>O.', 'PaO2 and H2O.'],
    ['10^7^ or 10<sup>-7</sup> cells.', '10^7 or 10^-7 cells.'],
    ['CD4^+^ cells, the n^th^ time.', 'CD4+ cells, the nth time.'],
    ['Ranged from ~5 to ~6 and x^2 to y^3.', 'Ranged from ~5 to ~6 and x^2 to y^3.'],
    ['Cells^1,2^ died in the joint^12^.', 'Cells died in the joint.'],
    ['A <span class="x">word</span><br>here.', 'A word here.'],
    ['A [span]{.smallcaps} and `code`{.r}.', 'A span and ⟦code⟧.'],
    ['Text <!-- a note --> here <!-- more -->.', 'Text here.'],
    ['A note^[With *text*.] here.', 'A note here.'],
    ['A ![picture](x.png) here.', 'A here.'],
    ['meso&shy;derm', 'mesoderm'],
    ['[text][a], [a] and [sic].\n\n[a]: http://x.org', 'text, a and [sic].'],
    ['A foo_bar_baz name.', 'A foo_bar_baz name.'],
  ];
  for (const [source, text] of readable) {
    it(`reads ${JSON.stringify(source)}`, () => assert.deepEqual(texts(source), [text]));
  }

  it('keeps the place of every character', () => {
    const source = '> no\n\nThe *cells* \\[died\\] &amp; left\n  again.';
    const [statement] = statements(source);
    assert.equal(statement?.text, 'The cells [died] & left again.');
    const back = statement.offsets.map((offset) => source[offset]).join('');
    assert.equal(back, 'The cells [died] & left\nagain.');
    assert.equal(source.slice(statement.span.start, statement.span.end).startsWith('The'), true);
  });

  it('covers escapes, entities and place-holders whole', () => {
    assert.deepEqual(sources('\\*Cells &amp;'), ['\\*Cells &amp;']);
    assert.deepEqual(sources('`a` is `b`'), ['`a` is `b`']);
    assert.deepEqual(sources('**Cells** died.\n'), ['Cells** died.']);
  });

  it('says what stands in quotation marks', () => {
    const [statement] = statements('He *said* “cells died”.');
    const quoted = statement?.quoted.map(({ start, end }) => statement.text.slice(start, end));
    assert.deepEqual(quoted, ['cells died']);
  });

  it('marks each sentence of a longer quotation', () => {
    const quoted = statements('“Cells died. They were old.” So be it.').map(
      (one) => one.quoted.length,
    );
    assert.deepEqual(quoted, [1, 1, 0]);
  });

  it('reads on after a formula that shares lines with its dollars', () => {
    const formula = 'It is\n\n$$\\begin{a}\n+ x\n\\end{a}$$\n\nthe end.';
    assert.deepEqual(texts(formula), ['It is', 'the end.']);
    assert.deepEqual(texts('$$ x\n\nNot closed. It goes on.').slice(1), [
      'Not closed.',
      'It goes on.',
    ]);
    assert.deepEqual(texts('$$\na\n\nb\n$$\n\nThe end.'), ['The end.']);
  });
});

describe('Markdown: citations', () => {
  const cited: readonly (readonly [string, string, string])[] = [
    ['Cells died [@a].', 'Cells died.', 'Cells died [@a].'],
    ['Cells [@a; @b, p. 3] died.', 'Cells died.', 'Cells [@a; @b, p. 3] died.'],
    ['Cells died ([@a]).', 'Cells died.', 'Cells died ([@a]).'],
    ['Cells (as in [@a]) died.', 'Cells (as in) died.', 'Cells (as in [@a]) died.'],
    ['As @a [p. 3] found.', 'As ⟦cite⟧ found.', 'As @a [p. 3] found.'],
    ['-@a found [see *Doe* @b].', '⟦cite⟧ found.', '-@a found [see *Doe* @b].'],
    ['See @fig:one and [@tbl:x] [@a].', 'See ⟦cite⟧ and.', 'See @fig:one and [@tbl:x] [@a].'],
    ['[@a] found.', 'found.', '[@a] found.'],
    ['Cells died. [@a]', 'Cells died.', 'Cells died. [@a]'],
    ['Cells died.[^1]\n\n[^1]: *', 'Cells died.', 'Cells died.[^1]'],
    ['Cells died.[^none]', 'Cells died.', 'Cells died.[^none]'],
  ];
  for (const [source, text, slice] of cited) {
    it(`takes them out of ${JSON.stringify(source)}`, () => {
      assert.deepEqual(texts(source).slice(0, 1), [text]);
      assert.deepEqual(sources(source).slice(0, 1), [slice]);
    });
  }

  it('gives a citation after the full stop to the sentence before', () => {
    const found = statements('Cells died. [@a] Then others came.[@b] The end.');
    assert.deepEqual(
      found.map((one) => [one.text, one.citations.map((citation) => citation.key)]),
      [
        ['Cells died.', ['a']],
        ['Then others came.', ['b']],
        ['The end.', []],
      ],
    );
  });

  it('says key, cluster and mode', () => {
    const source = 'As @a [p. 3; @b] and [-@{c.}] say.';
    const found = readMarkdown(source).citations.map(({ key, span, cluster, mode }) => [
      key,
      source.slice(span.start, span.end),
      source.slice(cluster.start, cluster.end),
      mode,
    ]);
    assert.deepEqual(found, [
      ['a', 'a', '@a [p. 3; @b]', 'textual'],
      ['b', 'b', '@a [p. 3; @b]', 'parenthetical'],
      ['c.', 'c.', '[-@{c.}]', 'parenthetical'],
    ]);
  });

  it('reads keys that look like markup', () => {
    const source = 'By [@a_b_c; @_d_; @x<y; @{http://z.org/a_b_c*}] and @p*q*.';
    assert.deepEqual(
      readMarkdown(source).citations.map((citation) => citation.key),
      ['a_b_c', '_d_', 'x<y', 'http://z.org/a_b_c*', 'p'],
    );
    assert.deepEqual(texts(source), ['By and ⟦cite⟧q.']);
  });

  it('finds them in source order wherever prose stands', () => {
    const source = [
      '# Title [@h]',
      '> Quoted. [@q]',
      '| a [@t] | b |\n|---|---|\n| c [@u] | d |',
      '- item [@l]',
      'Text.[^n] ^[Inline [@i].] ![Alt [@k]](x.png)',
      '[^n]: Note [@n].',
      '# References',
      'See @r.',
    ].join('\n\n');
    const keys = readMarkdown(source).citations.map((citation) => citation.key);
    assert.deepEqual(keys, ['h', 'q', 't', 'u', 'l', 'i', 'k', 'n', 'r']);
  });

  it('finds none in code, math, addresses, comments and e-mail addresses', () => {
    const source =
      '`@a` $@b$ [x](http://y.org/@c "@d") <https://z.org/@e> <f@g.org> h@i.org \\@j <!-- @k --> https://l.org/@m\n\n' +
      '    @n\n\n```\n@o\n```\n\n$$\n@p\n$$\n\n<div title="@q">\n@r\n</div>\n\n[s]: http://t.org/@u';
    assert.deepEqual(readMarkdown(source).citations, []);
  });
});

describe('Markdown: blocks', () => {
  const silent: readonly (readonly [string, string])[] = [
    ['a code block', '```\nCells died.\n```'],
    ['a code block left open', '```\nCells died.\n\nThey did.'],
    ['indented code', '    Cells died.'],
    ['display math', '$$\nCells died.\n$$'],
    ['a heading', '# Cells died.'],
    ['an underlined heading', 'Cells died.\n==='],
    ['a quotation', '> Cells died.\n> - They did.'],
    ['HTML', '<div>\nCells died.\n</div>'],
    ['a comment', '<!-- Cells died.\n\nThey did. -->'],
    ['front matter', '---\ntitle: Cells died.\n---'],
    ['a link definition', '[Cells]: http://x.org "Cells died."'],
    ['a rule', '* * *'],
    ['a citation alone', '[@a]'],
    ['raw LaTeX', '\\begin{table}\nCells died.\n\\end{table}'],
    ['a page break', '\\newpage'],
    ["Pandoc's reference list", '::: {#refs .x}\nCells died.\n\nThey did.\n:::'],
    ['a fence of a div', '::: note'],
  ];
  for (const [name, source] of silent) {
    it(`finds no statement in ${name}`, () => assert.deepEqual(texts(source), []));
    it(`goes on after ${name}`, () => {
      if (name.endsWith('left open')) return;
      assert.deepEqual(texts(`${source}\n\nThe end.`), ['The end.']);
    });
  }

  const kinds: readonly (readonly [string, BlockKind, string[]])[] = [
    ['Cells died.', 'paragraph', ['Cells died.']],
    ['- one\n- two. More\n  - [ ] three', 'list-item', ['one', 'two.', 'More', 'three']],
    ['1. one\n\n   more\n2. two', 'list-item', ['one', 'more', 'two']],
    ['| a | b |\n|---|---|\n| c \\| d | |', 'table-cell', ['a', 'b', 'c | d']],
    ['[^1]: One. Two.\n\n    Three.', 'footnote', ['One.', 'Two.', 'Three.']],
    [': Cells died. {#tbl-x}', 'caption', [': Cells died. {#tbl-x}']],
    ['Table: Cells died.', 'caption', ['Table: Cells died.']],
    ['::: {#fig-x}\nCells died.\n:::', 'caption', ['Cells died.']],
    ['::: {.note}\nCells died.\n:::', 'paragraph', ['Cells died.']],
    ['![Cells *died* [@a]. Then.](x.png){#fig:x width=5}', 'caption', ['Cells died.', 'Then.']],
  ];
  for (const [source, kind, expected] of kinds) {
    it(`reads ${JSON.stringify(source)} as ${kind}`, () => {
      const { blocks } = readMarkdown(source);
      assert.deepEqual([...new Set(blocks.map((block) => block.kind))], [kind]);
      assert.deepEqual(texts(source), expected);
    });
  }

  it('records the headings above a block', () => {
    const source =
      'A.\n\n# One {#x .y}\n\nB.\n\n### *Two*\nC.\n\n## Three [@a]\n\nD.\n\n# Four\n\nE.';
    assert.deepEqual(
      readMarkdown(source).blocks.map((block) => block.headings),
      [[], ['One'], ['One', 'Two'], ['One', 'Three'], ['Four']],
    );
  });

  for (const title of [
    'References',
    'REFERENCES {-}',
    '7. Bibliography',
    'Literature cited',
    'Works Cited',
  ]) {
    it(`takes what stands under "${title}" for the reference list`, () => {
      const source = `## Text\n\nA.\n\n## ${title}\n\nB.\n\n### Books\n\n- C.\n\n## After\n\nD.`;
      assert.deepEqual(texts(source), ['A.', 'D.']);
    });
  }

  it('reads a heading that merely speaks of references', () => {
    assert.deepEqual(texts('# References to MSCs\n\nCells died.'), ['Cells died.']);
  });

  it('takes a div that is never closed for no reference list', () => {
    assert.deepEqual(texts('::: {#refs}\n\nCells died.'), ['Cells died.']);
  });

  it('reads inside other divs, with and without blank lines', () => {
    assert.deepEqual(texts('::: {.note}\nA.\n:::\nB.\n\n:::: x\n\nC.\n\n::::'), ['A.', 'B.', 'C.']);
  });
});

describe('Markdown: suppressions and front matter', () => {
  it('finds suppressions in blocks of HTML and in prose, not in code', () => {
    const source =
      '<!-- caveat-disable a -- b -->\n\nCells died. <!-- caveat-disable-line -->\n\n- x <!-- caveat-enable -->\n\n`<!-- caveat-disable-file -->`\n';
    const found = readMarkdown(source).suppressions;
    assert.deepEqual(
      found.map((one) => [one.kind, source.slice(one.span.start, one.span.start + 4)]),
      [
        ['disable', '<!--'],
        ['disable-line', '<!--'],
        ['enable', '<!--'],
      ],
    );
  });

  it('keeps its offsets behind a byte order mark, CRLF and front matter', () => {
    const source =
      '\uFEFF---\r\nbibliography: a.bib\r\n---\r\n\r\nCells [@a]\r\ndied.\r\n\r\nThe end.\r\n';
    const read = readMarkdown(source);
    assert.deepEqual(sources(source), ['Cells [@a]\r\ndied.', 'The end.']);
    assert.equal(read.bibliographies[0]?.path, 'a.bib');
    assert.equal(read.citations[0]?.span.start, source.indexOf('@a') + 1);
    assert.deepEqual(sources('\uFEFFCells died.'), ['Cells died.']);
  });
});

describe('Markdown: writing', () => {
  it('cites', () => assert.equal(markdown.cite(['a', 'b']), '[@a; @b]'));

  it('comments, and reads its own comment back', () => {
    const comment = markdown.comment('caveat-disable-next-line a -- b --> c');
    assert.equal(readMarkdown(`${comment}\nCells died.`).suppressions[0]?.reason, 'b -> c');
  });
});
