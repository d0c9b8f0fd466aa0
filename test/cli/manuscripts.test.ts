import assert from 'node:assert/strict';
import { caveat, folderWith } from './run';

const WRONG = 'MSCs are immune-privileged';
const BIBLIOGRAPHY = '@article{own2001, title={Own}, author={Own, A.}, year={2001}}\n';

interface Output {
  files: {
    path: string;
    findings: {
      ruleId: string;
      message: string;
      range: { start: { line: number; character: number }; end: unknown };
      suggestions: { edits: { newText: string }[] }[];
    }[];
  }[];
}

/** The same manuscript in each format; the third line holds the sentence, the fifth an unknown key. */
const manuscripts: Readonly<Record<string, string>> = {
  'draft.md': `---\nbibliography: refs.bib\n---\n\n${WRONG}.\n\nIt rained [@own2001; @nobody].\n`,
  'draft.qmd': `---\nbibliography: refs.bib\n---\n\n${WRONG}.\n\nIt rained [@own2001; @fig-a; @nobody].\n\n\`\`\`{r}\n# ${WRONG}.\n\`\`\`\n`,
  'draft.Rmd': `---\nbibliography: refs.bib\n---\n\n${WRONG}.\n\nIt rained in \`r 1\` [@own2001; @nobody].\n\n\`\`\`{r}\n# ${WRONG}.\n\`\`\`\n`,
  'myst.md': `---\nbibliography: refs.bib\n---\n\n${WRONG}.\n\nIt rained {cite:p}\`own2001,nobody\`.\n\n\`\`\`{code-cell}\n# ${WRONG}.\n\`\`\`\n`,
  'draft.tex': `\\documentclass{article}\n\\usepackage{natbib}\n\\begin{document}\n\n${WRONG}.\n\nIt rained~\\citep{own2001,nobody}. % ${WRONG}.\n\\begin{verbatim}\n${WRONG}.\n\\end{verbatim}\n\\bibliography{refs}\n\\end{document}\n`,
};

describe('caveat lint, on every format', () => {
  for (const [name, source] of Object.entries(manuscripts)) {
    it(`finds the same in ${name}`, async () => {
      const cwd = folderWith({ [name]: source, 'refs.bib': BIBLIOGRAPHY });
      const { code, out } = await caveat(['lint', '--format', 'json', '.'], { cwd });
      assert.equal(code, 1);
      const { files } = JSON.parse(out) as Output;
      assert.deepEqual(
        files.map(({ path }) => path),
        [name],
      );
      const findings = files[0]?.findings ?? [];
      assert.deepEqual(
        findings.map(({ ruleId, range }) => [ruleId, range.start.line]),
        [
          ['contradicted-claim', 4],
          ['unknown-citation', 6],
        ],
      );
      assert.match(findings[1]?.message ?? '', /nobody/);
    });
  }

  it('goes by the name of standard input', async () => {
    const { out } = await caveat(['lint', '--format', 'json', '--stdin-filename', 'x.tex', '-'], {
      input: `% ${WRONG}.\n${WRONG}.\n`,
    });
    const { files } = JSON.parse(out) as Output;
    assert.deepEqual(
      files[0]?.findings.map(({ range }) => range.start.line),
      [1],
    );
  });

  it('takes the bibliography of a project, a book and a root document', async () => {
    const cwd = folderWith({
      '_quarto.yml': 'bibliography: refs.bib\n',
      'refs.bib': BIBLIOGRAPHY,
      'part/one.qmd': 'It rained [@own2001; @nobody].\n',
      'tex/main.tex': '\\begin{document}\\input{one}\\end{document}\\bibliography{../refs}',
      'tex/one.tex': '% !TEX root = main.tex\nIt rained \\cite{own2001,nobody}.\n',
      'book/index.Rmd': '---\nbibliography: ../refs.bib\n---\n\nHello.\n',
      'book/one.Rmd': 'It rained [@own2001; @nobody].\n',
    });
    const { out } = await caveat(['lint', '--format', 'json', '.'], { cwd });
    const { files } = JSON.parse(out) as Output;
    const found = files.flatMap(({ path, findings }) =>
      findings.map(({ ruleId, message }) => [path, ruleId, /"(\w+)"/.exec(message)?.[1]]),
    );
    assert.deepEqual(found, [
      ['book/one.Rmd', 'unknown-citation', 'nobody'],
      ['part/one.qmd', 'unknown-citation', 'nobody'],
      ['tex/one.tex', 'unknown-citation', 'nobody'],
    ]);
  });

  it('is silenced by a comment in the format', async () => {
    const cwd = folderWith({
      'a.tex': `% caveat-disable-next-line contradicted-claim -- quoted\n${WRONG}.\n`,
      'b.md': `(a)=\n\n% caveat-disable-next-line contradicted-claim -- quoted\n${WRONG}.\n`,
    });
    const { code, out } = await caveat(['lint', '--format', 'json', '.'], { cwd });
    const { files } = JSON.parse(out) as Output;
    assert.deepEqual(
      files.flatMap(({ findings }) => findings),
      [],
    );
    assert.equal(code, 0);
  });
});
