import assert from 'node:assert/strict';
import { readBibliography } from '../../src/bibliography/read';
import { indexOwnEntries } from '../../src/server/own-entries';

const bibliography = readBibliography(
  'refs.bib',
  `@article{smith2001, author={Smith, Ann}, title={Cartilage repair in horses}, year={2001}}
@article{zhao1999, author={Zhao, Li and Smith, Bo}, title={Immune rejection of grafts}, year={1999}}
@book{misc, title={Smithing for beginners}}`,
);
const entries = indexOwnEntries([bibliography]);

function keys(typed: string, sentence = ''): string[] {
  return entries.rank(typed, sentence, 10).map(({ key }) => key);
}

describe("the writer's own entries", () => {
  it('are found by key, author, year and title, the key first', () => {
    assert.deepEqual(keys('smith'), ['smith2001', 'misc', 'zhao1999']);
    assert.deepEqual(keys('1999'), ['zhao1999']);
    assert.deepEqual(keys('reject'), ['zhao1999']);
    assert.deepEqual(keys('nothing'), []);
  });

  it('are found by several words, all of which must fit, and with a typo', () => {
    assert.deepEqual(keys('zhao rejection'), ['zhao1999']);
    assert.deepEqual(keys('zhao horses'), []);
    assert.deepEqual(keys('cartilgae'), ['smith2001']);
    assert.deepEqual(keys('hroses 2001'), ['smith2001']);
  });

  it('come first where the title fits the sentence', () => {
    assert.deepEqual(keys('', 'Grafts are rejected by the immune system')[0], 'zhao1999');
    assert.deepEqual(keys('smith', 'Horses heal')[0], 'smith2001');
  });

  it('are listed once for each key', () => {
    assert.equal(indexOwnEntries([bibliography, bibliography]).rank('', '', 10).length, 3);
  });
});
