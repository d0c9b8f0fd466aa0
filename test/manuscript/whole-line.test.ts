import assert from 'node:assert/strict';
import { tracesOf } from '../../src/manuscript/whole-line';

/** What is left of a text when the comment in it is taken away. */
function without(text: string, comment: string): string {
  const start = text.indexOf(comment);
  const span = tracesOf(text, { start, end: start + comment.length });
  return text.slice(0, span.start) + text.slice(span.end);
}

describe('a comment that is taken away', () => {
  it('takes its line along, and one of the blank lines around it', () => {
    assert.equal(without('a\n\n<!-- c -->\n\nb\n', '<!-- c -->'), 'a\n\nb\n');
    assert.equal(without('a\r\n\r\n<!-- c -->\r\nb', '<!-- c -->'), 'a\r\n\r\nb');
    assert.equal(without('<!-- c -->\n\nb', '<!-- c -->'), 'b');
    assert.equal(without('a\n  % c\nb', '% c'), 'a\nb');
    assert.equal(without('a\n\n% c', '% c'), 'a\n\n');
  });

  it('leaves what stands on its line', () => {
    assert.equal(without('a <!-- c -->\nb', '<!-- c -->'), 'a\nb');
    assert.equal(without('a <!-- c --> b', '<!-- c -->'), 'a  b');
    assert.equal(without('<!-- c --> b', '<!-- c -->'), ' b');
  });
});
