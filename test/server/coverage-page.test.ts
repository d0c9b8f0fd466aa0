import assert from 'node:assert/strict';
import { coveragePage } from '../../src/server/coverage-page';
import { Workspace } from './workspace';

async function page(text: string, files: Record<string, string> = {}): Promise<string> {
  const workspace = new Workspace({ files });
  const document = workspace.document(text, 'my (draft).md');
  const checked = await workspace.session.check(document);
  assert.ok(checked);
  return coveragePage(checked, document.uri);
}

describe('the coverage of a manuscript', () => {
  it('counts what is cited of each section', async () => {
    const text = await page(
      'Allogeneic MSCs bring benefit in lupus [@sun2010lupus].\n\nAs @sun2010lupus says.',
    );
    assert.match(text, /^# Citation coverage of my \(draft\)\.md\n/);
    assert.match(text, /1 of 3 references and 1 of 2 claims are cited, in 1 of 1 sections/);
    assert.match(text, /\| Immunity \| 1 \| 2 \|/);
    assert.match(
      text,
      /- Sun \\& Wang 2010 \\\[60\\\] · Umbilical .* · \[line 1\]\(.*#L1\), \[line 3\]\(.*#L3\)/,
    );
    assert.match(
      text,
      /### Claims that are cited\n\n\*\*Immunity\*\*\n\n- Allogeneic MSCs bring benefit/,
    );
  });

  it('takes a claim for cited only where the sentence speaks of it', async () => {
    const text = await page('Umbrellas are for MSCs in rain [@sun2010lupus].');
    assert.match(text, /1 of 3 references and 0 of 2 claims/);
    assert.match(text, /### Sections that are not cited\n\n\*\*Immunity\*\*/);
  });

  it("knows papers by the writer's own keys", async () => {
    const files = { 'refs.bib': '@misc{mine, doi={10.1161/circulationaha.109.898676}}' };
    const text = await page(
      '---\nbibliography: refs.bib\n---\n\nMSCs act here too [@mine].',
      files,
    );
    assert.match(text, /1 of 3 references/);
    assert.match(text, /10\.1161\/CIRCULATIONAHA/);
  });

  it('lists the sentences without a citation, with links to their lines', async () => {
    const text = await page(
      '# MSCs\n\nOur ward saw [many] patients.\n\nMSCs help many patients [@sun2010lupus]. Thanks.',
    );
    assert.match(text, /## Sentences without a citation\n\n1 of 2; many need none\./);
    assert.match(
      text,
      /- \[line 3\]\(file:\/\/\/work\/my%20%28draft%29\.md#L3\): Our ward saw \\\[many\\\] patients/,
    );
  });
});
