import assert from 'node:assert/strict';
import { readerFor } from '../../src/manuscript/formats';
import { quarto } from '../../src/manuscript/quarto';

const texts = (source: string): string[] =>
  quarto.read(source).blocks.flatMap((block) => block.statements.map(({ text }) => text));

const keys = (source: string): string[] => quarto.read(source).citations.map(({ key }) => key);

describe('Quarto', () => {
  it('reads prose, and no code cells, options or shortcodes', () => {
    const source = `---
title: x
---

{{< include _methods.qmd >}}

Cells died in \`{r} n\` of \`r m\` {{< var animals >}}.

\`\`\`{r}
#| label: fig-one
#| fig-cap: "MSCs are immune-privileged."
plot(x)
\`\`\`

::: {.callout-note title="T"}
A note on [cells]{.smallcaps}.
:::

::: {#refs}
Not this.
:::
`;
    assert.deepEqual(texts(source), ['Cells died in ⟦code⟧ of ⟦code⟧ ⟦code⟧.', 'A note on cells.']);
  });

  it('takes cross references for no citations', () => {
    const source =
      'As @fig-one, @tbl-x, @sec-a, @eq-b, @tip-c show [@a; @lst-d], cells died [@fig-two].';
    assert.deepEqual(keys(source), ['a']);
    assert.deepEqual(texts(source), [
      'As ⟦cite⟧, ⟦cite⟧, ⟦cite⟧, ⟦cite⟧, ⟦cite⟧ show, cells died.',
    ]);
    assert.deepEqual(
      readerFor({ path: 'a.md' })
        ?.read('[@tip-2010]')
        .citations.map(({ key }) => key),
      ['tip-2010'],
    );
  });

  it('knows what a project names as bibliographies, with its place', () => {
    const project = 'project:\n  type: book\nbibliography:\n  - "a.bib"\n  - lib/b.bib\n';
    const links = quarto.project?.bibliographies(project, '_quarto.yml') ?? [];
    assert.deepEqual(
      links.map(({ path, span }) => [path, project.slice(span.start, span.end)]),
      [
        ['a.bib', 'a.bib'],
        ['lib/b.bib', 'lib/b.bib'],
      ],
    );
    assert.deepEqual(quarto.project?.bibliographies('a: [\n: b', '_quarto.yml'), []);
  });

  it('keeps a shortcode that does not close', () => {
    assert.deepEqual(texts('One {{< two.\n\nThree >}} four.'), ['One {{< two.', 'Three >}} four.']);
  });

  it('is told by its file ending and its language', () => {
    assert.equal(readerFor({ path: 'a/b.qmd' }), quarto);
    assert.equal(readerFor({ languageId: 'quarto', path: 'untitled:Untitled-1' }), quarto);
    assert.equal(quarto.read('x').format, 'quarto');
  });
});
