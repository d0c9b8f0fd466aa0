import assert from 'node:assert/strict';
import { parsePage, referencePageUri } from '../../src/server/pages';

describe('the address of a page', () => {
  it('says what it is about', () => {
    const manuscript = 'file:///work/my%20draft.md?x#y';
    assert.deepEqual(parsePage(referencePageUri(manuscript, 'a/b:c')), {
      kind: 'reference',
      key: 'a/b:c',
      manuscript,
    });
    assert.deepEqual(
      parsePage('caveat:/coverage/Coverage%20of%20draft.md?file%3A%2F%2F%2Fwork%2Fa.md'),
      {
        kind: 'coverage',
        manuscript: 'file:///work/a.md',
      },
    );
  });

  it('is none of other schemes and shapes', () => {
    for (const uri of [
      'file:///a.md?x',
      'caveat:/other/a.md?x',
      'caveat:/coverage/a.md',
      'caveat:/reference/%.md?%',
    ])
      assert.equal(parsePage(uri), undefined, uri);
  });
});
