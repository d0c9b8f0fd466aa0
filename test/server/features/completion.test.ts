import assert from 'node:assert/strict';
import { MarkupContent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { rankCitations } from '../../../src/server/choices';
import { citationAt } from '../../../src/server/cursor';
import { documentationOf, toItem } from '../../../src/server/features/completion';
import { Workspace } from '../workspace';

/** The keys offered at the `|`, with the items and the documentation of the first. */
async function complete(
  marked: string,
  files: Record<string, string> = {},
  languageId = 'markdown',
) {
  const text = marked.replace('|', '');
  const workspace = new Workspace({ files });
  const source = { ...workspace.document(text), languageId };
  const { reader } = await workspace.session.context(source);
  const read = await workspace.session.read(source);
  const cursor = citationAt(text, marked.indexOf('|'), reader, read);
  if (!read || !cursor) return { keys: [], items: [], first: undefined };
  const document = TextDocument.create(source.uri, languageId, 1, text);
  const choices = rankCitations(read, cursor, 20);
  const [first] = choices;
  return {
    keys: choices.map(({ key }) => key),
    items: choices.map((choice, rank) => toItem(choice, rank, document, cursor, false)),
    first: first && documentationOf(read, first.key),
  };
}

const WITH = '---\nbibliography: refs.bib\n---\n\n';
const REFS = {
  'refs.bib':
    '@article{mine, title={Differentiation of allogeneic cells}, doi={10.1161/CIRCULATIONAHA.109.898676}}\n' +
    '@article{horses1999, author={Stable, Ed}, title={Horses}, year={1999}}',
};

describe('completion', () => {
  it('ranks for the sentence', async () => {
    assert.equal(
      (await complete('Allogeneic MSCs bring benefit in lupus [@|].')).keys[0],
      'sun2010lupus',
    );
    assert.equal(
      (await complete('Differentiation makes allogeneic MSCs immunogenic [@|].')).keys[0],
      'huang2010differentiation',
    );
  });

  it('ranks by what is typed: key, author, title', async () => {
    for (const [typed, key] of [
      ['barry', 'barry2005immunogenicity'],
      ['Miyagi', 'huang2010differentiation'],
      ['lupus', 'sun2010lupus'],
    ] as const) {
      assert.equal((await complete(`MSCs are cells [@${typed}|].`)).keys[0], key, typed);
    }
  });

  it("offers the writer's own key for a paper that the evidence knows, and the bibliography's other keys", async () => {
    const { keys } = await complete(
      `${WITH}Differentiation makes allogeneic MSCs immunogenic [@|].`,
      REFS,
    );
    assert.equal(keys[0], 'mine');
    assert.ok(keys.includes('horses1999'));
    assert.ok(!keys.includes('huang2010differentiation'));
    assert.equal((await complete(`${WITH}MSCs are cells [@stab|].`, REFS)).keys[0], 'horses1999');
  });

  it('puts what is cited already first where there is no sentence', async () => {
    const { keys } = await complete('MSCs help [@sun2010lupus].\n\n[@|]');
    assert.equal(keys[0], 'sun2010lupus');
    assert.equal(keys.length, 3);
  });

  it('offers only its own bibliography in a text about something else', async () => {
    assert.deepEqual((await complete(`${WITH}Horses run [@|].`, REFS)).keys.sort(), [
      'horses1999',
      'mine',
    ]);
    assert.deepEqual((await complete('Horses run [@|].')).keys, []);
  });

  it("offers the configuration's bibliography in a format that nobody reads", async () => {
    const files = { ...REFS, '.caveatrc.yaml': 'bibliography: [refs.bib]' };
    assert.deepEqual((await complete('Horses run [@h|]', files, 'klingon')).keys, ['horses1999']);
  });

  it('inserts the key alone and survives the filter of the client', async () => {
    const { items, first } = await complete('MSCs help in lupus [@su|], always.');
    const [item] = items;
    assert.deepEqual(item?.textEdit, {
      range: { start: { line: 0, character: 21 }, end: { line: 0, character: 23 } },
      newText: 'sun2010lupus',
    });
    assert.equal(item.label, 'sun2010lupus');
    assert.equal(item.detail, 'Sun & Wang 2010');
    assert.equal(item.labelDetails?.description, '[60]');
    assert.ok(
      items.every(({ filterText }) => filterText?.startsWith('su') && filterText.length <= 128),
    );
    assert.deepEqual(
      items.map(({ sortText }) => sortText),
      items.map(({ sortText }) => sortText).sort(),
    );
    assert.ok(MarkupContent.is(first));
    assert.match(first.value, /Arthritis & Rheumatism|Arthritis \\& Rheumatism/);
    assert.match(first.value, /bring benefit in lupus/);
  });
});
