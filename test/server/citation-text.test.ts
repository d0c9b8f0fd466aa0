import assert from 'node:assert/strict';
import { citationEdit, type CitationParts } from '../../src/server/citation-text';
import { Workspace } from './workspace';

/** The text after keys were cited at the `|`. */
async function cite(
  marked: string,
  parts: Partial<CitationParts> = {},
  languageId = 'markdown',
): Promise<string | undefined> {
  const text = marked.replace('|', '');
  const workspace = new Workspace({ settings: { enable: 'on' } });
  const path = languageId === 'latex' ? 'draft.tex' : 'draft.md';
  const read = await workspace.session.read({ ...workspace.document(text, path), languageId });
  assert.ok(read);
  const edit = citationEdit(read, marked.indexOf('|'), { keys: ['new'], ...parts });
  return edit && text.slice(0, edit.span.start) + edit.newText + text.slice(edit.span.end);
}

describe('writing a citation', () => {
  it('puts a new one at the cursor, with a space where one is due', async () => {
    assert.equal(await cite('MSCs help|.'), 'MSCs help [@new].');
    assert.equal(await cite('MSCs help |.'), 'MSCs help [@new].');
    assert.equal(await cite('|'), '[@new]');
    assert.equal(await cite('MSCs (|)'), 'MSCs ([@new])');
    assert.equal(await cite('MSCs|', { keys: ['a', 'b'] }), 'MSCs [@a; @b]');
  });

  it('puts words before and a page behind', async () => {
    const parts = { prefix: 'see', locator: 'p. 3' };
    assert.equal(await cite('MSCs|', parts), 'MSCs [see @new, p. 3]');
    assert.equal(await cite('MSCs|', { locator: 'p. 3' }), 'MSCs [@new, p. 3]');
    assert.equal(await cite('MSCs [@old|].', parts), 'MSCs [@old; see @new, p. 3].');
  });

  it('goes into the citation that the cursor stands in', async () => {
    assert.equal(await cite('MSCs [see @o|ld, p. 1].'), 'MSCs [see @old, p. 1; @new].');
    assert.equal(await cite('MSCs [@old]|.'), 'MSCs [@old; @new].');
    assert.equal(await cite('As @o|ld says.'), 'As @old [@new] says.');
    assert.equal(await cite('MSCs [@a; @b|].', { keys: ['b', 'c'] }), 'MSCs [@a; @b; @c].');
  });

  it('cites nothing twice there', async () => {
    assert.equal(await cite('MSCs [@new|].'), undefined);
  });

  it('takes the place of a key that is only begun', async () => {
    assert.equal(await cite('MSCs [@|].', { keys: ['a', 'b'] }), 'MSCs [@a; @b].');
  });

  it('is written as LaTeX does', async () => {
    const parts = { prefix: 'see', locator: 'p. 3' };
    const tex = (body: string, more: Partial<CitationParts> = {}) =>
      cite(`\\begin{document}\n${body}\n\\end{document}\n`, more, 'latex').then(
        (text) => text?.split('\n')[1],
      );
    assert.equal(await tex('MSCs|.', { keys: ['a', 'b'] }), 'MSCs \\cite{a,b}.');
    assert.equal(await tex('MSCs~|.'), 'MSCs~\\cite{new}.');
    assert.equal(await tex('MSCs|.', parts), 'MSCs \\cite[see][p. 3]{new}.');
    assert.equal(await tex('MSCs|.', { locator: 'p. 3' }), 'MSCs \\cite[p. 3]{new}.');
    assert.equal(await tex('MSCs \\citep[p. 1]{o|ld}.'), 'MSCs \\citep[p. 1]{old,new}.');
    assert.match(
      (await tex('MSCs \\citep{o|ld}.', parts)) ?? '',
      /^MSCs \\citep\{old\} \\cite\w*\[see\]\[p\. 3\]\{new\}\.$/,
    );
    assert.equal(await tex('MSCs \\cite{|}.', { keys: ['a', 'b'] }), 'MSCs \\cite{a,b}.');
  });

  it('is written as MyST does', async () => {
    const parts = { prefix: 'see', locator: 'p. 3' };
    assert.equal(await cite('MSCs {cite:p}`o|ld`.', {}, 'myst'), 'MSCs {cite:p}`old,new`.');
    assert.equal(
      await cite('MSCs {cite:p}`o|ld`.', parts, 'myst'),
      'MSCs {cite:p}`old,{see}new{p. 3}`.',
    );
    assert.equal(
      await cite('MSCs|. More {cite:p}`old`.', {}, 'myst'),
      'MSCs {cite:p}`new`. More {cite:p}`old`.',
    );
  });

  it('puts an odd key in braces', async () => {
    assert.equal(await cite('MSCs [@old|].', { keys: ['a b'] }), 'MSCs [@old; @{a b}].');
  });
});
