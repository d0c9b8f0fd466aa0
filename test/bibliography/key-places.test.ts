import assert from 'node:assert/strict';
import { keyMentions, keyPlace } from '../../src/bibliography/key-places';
import { readBibliography } from '../../src/bibliography/read';

/** What stands before the key of an entry, on its line. */
function before(path: string, text: string, key: string): string | undefined {
  const entry = readBibliography(path, text).entries.get(key);
  const place = entry && keyPlace(text, entry, key);
  if (!place) return undefined;
  assert.equal(text.slice(place.start, place.end), key);
  return text.slice(text.lastIndexOf('\n', place.start) + 1, place.start);
}

describe('the place of a key', () => {
  it('is found in every format', () => {
    assert.equal(
      before('a.bib', '@book{x1, title={x1}}\n@Article( y.2+z , title={Y})', 'y.2+z'),
      '@Article( ',
    );
    assert.equal(
      before('a.json', '[{"type": "book", "id": "x1", "title": "x1"}]', 'x1'),
      '[{"type": "book", "id": "',
    );
    assert.equal(before('a.json', '[{"id": 12, "type": "book"}]', '12'), '[{"id": ');
    assert.equal(before('a.yaml', 'references:\n- id: x1\n  type: book\n', 'x1'), '- id: ');
    assert.equal(before('a.yaml', "references:\n- type: book\n  id: 'x1'\n", 'x1'), "  id: '");
    assert.equal(before('a.ris', 'TY  - BOOK\nID  - x1\nER  - \n', 'x1'), 'ID  - ');
  });

  it('of an alias is in `ids`', () => {
    assert.equal(
      before('a.bib', '@book{x1,\n  ids = {old, older},\n  title={X}}', 'older'),
      '  ids = {old, ',
    );
  });

  it('is also where other entries refer to it', () => {
    const text =
      '@book{x1, title={X}}\n@inbook{y, crossref = {x1}, title={x1}}\n@set{z, entryset={y,x1}}\n@book{x12, crossref={x12}}';
    const starts = keyMentions(text, 'x1').map(({ start, end }) => [start, text.slice(start, end)]);
    assert.deepEqual(starts, [
      [text.indexOf('{x1}') + 1, 'x1'],
      [text.indexOf(',x1}') + 1, 'x1'],
    ]);
  });
});
