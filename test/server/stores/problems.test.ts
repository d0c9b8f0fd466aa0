import assert from 'node:assert/strict';
import type { Problem } from '../../../src/evidence/problem';
import { ProblemStore } from '../../../src/server/stores/problems';

function problem(path: string, message: string): Problem {
  return { severity: 'error', path, message };
}

describe('problems of files', () => {
  let shown: Map<string, string[]>;
  let store: ProblemStore;
  beforeEach(() => {
    shown = new Map();
    store = new ProblemStore((uri, problems) =>
      shown.set(
        uri,
        problems.map(({ message }) => message),
      ),
    );
  });

  it('of several owners stand side by side, and each owner takes back its own', () => {
    store.set('a', [problem('x', 'one')]);
    store.set('b', [problem('x', 'two'), problem('y', 'three')]);
    assert.deepEqual(Object.fromEntries(shown), { x: ['one', 'two'], y: ['three'] });
    store.set('b', []);
    assert.deepEqual(Object.fromEntries(shown), { x: ['one'], y: [] });
  });

  it('are not shown again where nothing has changed', () => {
    store.set('a', [problem('x', 'one')]);
    shown.clear();
    store.set('a', [problem('x', 'one')]);
    assert.equal(shown.size, 0);
  });

  it('are cut where there are too many', () => {
    store.set(
      'a',
      Array.from({ length: 250 }, (_, i) => problem('x', String(i))),
    );
    assert.equal(shown.get('x')?.length, 101);
    assert.match(shown.get('x')?.at(-1) ?? '', /150 more/);
  });

  it('all go at once', () => {
    store.set('a', [problem('x', 'one'), problem('y', 'two')]);
    store.clear();
    assert.deepEqual(Object.fromEntries(shown), { x: [], y: [] });
  });
});
