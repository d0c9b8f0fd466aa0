import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readerFor } from '../../src/manuscript/formats';
import { myst, readMyst } from '../../src/manuscript/myst';
import { assertPlaced } from './places';

const texts = (source: string): string[] =>
  readMyst(source).blocks.flatMap((block) => block.statements.map(({ text }) => text));

const keys = (source: string): string[] => readMyst(source).citations.map(({ key }) => key);

describe('MyST: roles', () => {
  const cited: readonly (readonly [string, string[], string])[] = [
    ['Cells died {cite}`a,b`.', ['a', 'b'], 'Cells died.'],
    ['Cells died. {cite:p}`a` Then.', ['a'], 'Cells died.'],
    ['{cite:t}`a` saw it.', ['a'], '⟦cite⟧ saw it.'],
    ['It {cite:ps}`a; b` {cite:alp}`{see}c{p. 3, 4}, d` is.', ['a', 'b', 'c', 'd'], 'It is.'],
    ['Also [@a] and {footcite}`b`.', ['a', 'b'], 'Also and.'],
    ['No `{cite}` and \\{cite}`x`.', [], 'No ⟦code⟧ and {cite}⟦code⟧.'],
    ['Not {cite}`a', [], 'Not {cite}`a'],
  ];
  for (const [source, expected, first] of cited) {
    it(`reads ${JSON.stringify(source)}`, () => {
      assert.deepEqual(keys(source), expected);
      assert.equal(texts(source)[0], first);
    });
  }

  it('show their text, a reference or a formula', () => {
    assert.deepEqual(
      texts(
        'See {numref}`fig-a`: {math}`x^2`, {abbr}`MSC (a cell)`, H{sub}`2`O, {kbd}`x` {py:func}`f`.',
      ),
      ['See ⟦cite⟧: ⟦math⟧, MSC, H2O, x ⟦code⟧.'],
    );
  });

  it('know their place', () => {
    const source = 'Cells died {cite:p}`a,b`.';
    const [, second] = readMyst(source).citations;
    assert.equal(source.slice(second?.span.start, second?.span.end), 'b');
    assert.equal(source.slice(second?.cluster.start, second?.cluster.end), '{cite:p}`a,b`');
  });
});

describe('MyST: blocks', () => {
  it('reads the bodies of directives that hold prose, and of no others', () => {
    const source = `(intro)=
# Intro

\`\`\`{note} A title
:class: tip
The note's prose.

And more.
\`\`\`

\`\`\`\`{admonition} T
---
a: b
---
Around.
\`\`\`{code-cell} python
Not code.
\`\`\`
Behind.
\`\`\`\`

:::{math}
Not math.
:::

:::{figure} a.png
:name: fig-a
The caption.
:::

\`\`\`python
Not code {cite}\`a\`
\`\`\`

+++
% A comment.
The end.
`;
    assert.deepEqual(texts(source), [
      "The note's prose.",
      'And more.',
      'Around.',
      'Behind.',
      'The caption.',
      'The end.',
    ]);
    assert.deepEqual(keys(source), []);
  });

  it('takes what stands in a figure for its caption', () => {
    const source = '```{figure} a.png\n:name: fig-a\nThe caption.\n```\n\nProse.\n';
    assert.deepEqual(
      readMyst(source).blocks.map(({ kind }) => kind),
      ['caption', 'paragraph'],
    );
  });

  it('lets no role reach over the fence of a directive', () => {
    const source = '{cite}`\n```{note}\n{cite}`';
    for (const { key, span } of readMyst(source).citations)
      assert.equal(source.slice(span.start, span.end), key);
  });

  it('reads on where a directive is not closed', () => {
    assert.deepEqual(texts('One.\n\n```{note}\nTwo.\n\nThree.'), ['One.', 'Two.', 'Three.']);
  });

  it('finds suppressions in both kinds of comment', () => {
    const source = '% caveat-disable-next-line a -- why\nOne. <!-- caveat-disable-line b -->\n';
    assert.deepEqual(
      readMyst(source).suppressions.map(({ kind, span }) => [
        kind,
        source.slice(span.start, span.end),
      ]),
      [
        ['disable-next-line', '% caveat-disable-next-line a -- why'],
        ['disable-line', '<!-- caveat-disable-line b -->'],
      ],
    );
  });

  it('keeps the source as it is', () => {
    const source = '(a)=\n```{note}\nOne.\n```\n';
    assert.equal(readMyst(source).source, source);
  });
});

describe('MyST: its surroundings', () => {
  it('is told from Markdown by a sign in the text or a file of the project', () => {
    const of = (source: string) => readerFor({ path: 'a.md', source })?.format;
    assert.equal(of('Cells {cite:p}`a` died.'), 'myst');
    assert.equal(of('One\n\n```{note}\nTwo.\n```'), 'myst');
    assert.equal(of('(target)=\n# One'), 'myst');
    assert.equal(of('Cells [@a] died.\n\n```{r}\nx\n```'), 'markdown');
    assert.equal(readerFor({ path: 'a.md', projectFiles: ['myst.yml'] })?.format, 'myst');
    assert.equal(readerFor({ languageId: 'markdown', source: '{cite}`a`' })?.format, 'myst');
    assert.equal(readerFor({ languageId: 'myst' })?.format, 'myst');
    assert.equal(readerFor({ path: 'a.qmd', projectFiles: ['myst.yml'] })?.format, 'quarto');
  });

  it('cites as the manuscript does', () => {
    const write = (source: string) => myst.cite(['x', 'y'], readMyst(source));
    assert.equal(write('A {cite:p}`a`.'), '{cite:p}`x,y`');
    assert.equal(write('A {cite}`a` {cite}`b` [@c].'), '{cite}`x,y`');
    assert.equal(write('A [@a].'), '[@x; @y]');
    assert.equal(write('A.'), '{cite:p}`x,y`');
    assert.equal(myst.cite(['a b'], readMyst('')), '[@{a b}]');
  });

  it("knows what mystmd's and Jupyter Book's projects name", () => {
    const named = (yaml: string) =>
      myst.project?.bibliographies(yaml, 'myst.yml').map(({ path }) => path);
    assert.deepEqual(named('version: 1\nproject:\n  bibliography:\n    - a.bib\n'), ['a.bib']);
    assert.deepEqual(named('bibtex_bibfiles: [a.bib, b.bib]\n'), ['a.bib', 'b.bib']);
    assert.deepEqual(named('title: x\n'), []);
  });
});

const fragment = fc.constantFrom(
  ...[
    'Cells died.',
    ' ',
    '\n',
    '\n\n',
    '\r\n',
    '{cite}`a,b`',
    '{cite:t}`c`',
    '{cite}`',
    '{sub}`2`',
  ],
  ...[
    '```{note}\n',
    '```{code-cell}\n',
    '```\n',
    '````{admonition} T\n',
    '````\n',
    ':::{math}\n',
    ':::\n',
  ],
  ...[
    ':name: x\n',
    '---\n',
    '% comment\n',
    '% caveat-disable-line a\n',
    '(x)=\n',
    '+++\n',
    '[@d]',
    '`',
  ],
  ...[
    '- item\n',
    '> quote\n',
    '    code\n',
    '# H\n',
    '{',
    '}',
    'é',
    '😀',
    '\uFEFF',
    '$x$',
    '{{< a >}}',
  ],
);

describe('MyST, whatever it is given', () => {
  it('places all that it reads', () => {
    const document = fc.array(fragment, { maxLength: 25 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(document, (source) => assertPlaced(readMyst(source), source)),
      { numRuns: 1000 },
    );
  });

  it('takes time in proportion to the length', () => {
    for (const part of [
      '{cite}`',
      '{cite}`a` ',
      '```{note}\n',
      ':::{math}\n',
      '% a\n',
      '{a}``',
      '{{< ',
    ]) {
      const text = Array.from(
        { length: 40_000 / part.length },
        (_, i) => part + (i % 40 ? '' : `w${i} `),
      ).join('');
      const started = performance.now();
      readMyst(text);
      assert.ok(performance.now() - started < 10_000, part);
    }
  }).timeout(60_000);
});
