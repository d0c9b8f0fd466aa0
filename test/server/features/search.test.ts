import assert from 'node:assert/strict';
import { readerFor } from '../../../src/manuscript/formats';
import { findHits } from '../../../src/server/features/search';
import { Workspace } from '../workspace';

async function search(
  query: string,
  text = 'MSCs help in lupus.',
  files: Record<string, string> = {},
  character = 3,
) {
  assert.ok(readerFor({ languageId: 'markdown' }));
  const workspace = new Workspace({ files });
  const document = workspace.document(text);
  const read = await workspace.session.read(document);
  const evidence = await workspace.session.evidence(document);
  return findHits(
    evidence,
    { query, position: { line: text.split('\n').length - 1, character } },
    read,
  );
}

describe('search', () => {
  it('finds references with all that can be done with them', async () => {
    const [hit] = (await search('miyagi 2010')).filter(({ kind }) => kind === 'reference');
    assert.deepEqual(hit, {
      kind: 'reference',
      id: 'huang2010differentiation',
      title: 'Differentiation of allogeneic mesenchymal stem cells induces immunogenicity',
      detail: 'Huang et al. 2010 [25], Circulation',
      statement:
        'Huang, Sun, Miyagi (2010). Differentiation of allogeneic mesenchymal stem cells induces immunogenicity. Circulation. doi:10.1161/CIRCULATIONAHA.109.898676',
      citation: '[@huang2010differentiation]',
      keys: ['huang2010differentiation'],
      url: 'https://doi.org/10.1161/CIRCULATIONAHA.109.898676',
    });
  });

  it('finds claims with their certainty and all their references', async () => {
    const [hit] = (await search('provoke immune response')).filter(({ kind }) => kind === 'claim');
    assert.equal(hit?.id, 'msc-provoke-immunity');
    assert.match(hit.detail, /^supported; Immunity; /);
    assert.match(hit.statement, /against the donor\. It depends on dose history\./);
    assert.equal(hit.citation, '[@huang2010differentiation; @barry2005immunogenicity]');
  });

  it("cites with the writer's own keys", async () => {
    const files = {
      'refs.bib': '@article{mine, title={x}, doi={10.1161/CIRCULATIONAHA.109.898676}}',
    };
    const hits = await search('miyagi', '---\nbibliography: refs.bib\n---\n\nMSCs help.', files);
    assert.equal(hits[0]?.citation, '[@mine]');
  });

  it('finds references for the sentence at the cursor where nothing is typed', async () => {
    assert.equal((await search(' '))[0]?.id, 'sun2010lupus');
    assert.deepEqual(await search('', 'MSCs help in lupus.\n\n', {}, 0), []);
  });
});
