import assert from 'node:assert/strict';
import { childrenOf, packContext, switched } from '../../../src/extension/views/packs-model';
import type { PackInfo } from '../../../src/server/protocol';

const PACK: PackInfo = {
  id: 'mine',
  title: 'Mine',
  version: '1.0.0',
  claims: 2,
  references: 3,
  concepts: 4,
  from: 'file',
  folder: 'file:///work/packs/mine',
  problems: [],
};

describe('the packs in the view', () => {
  it('show version, counts, origin and each problem below them', () => {
    const problem = { uri: 'file:///work/x', severity: 'error', message: 'Mend it.' } as const;
    const children = childrenOf({ kind: 'pack', pack: { ...PACK, problems: [problem] } });
    assert.deepEqual(
      children.map(({ kind }) => kind),
      ['version', 'counts', 'origin', 'problem'],
    );
  });

  it('show no counts of a folder that holds no pack', () => {
    const broken = { ...PACK };
    delete (broken as { id?: string }).id;
    delete (broken as { version?: string }).version;
    const kinds = childrenOf({ kind: 'pack', pack: broken }).map(({ kind }) => kind);
    assert.deepEqual(kinds, ['origin']);
    // Nor can it be switched.
    assert.equal(packContext(broken), 'pack folder');
  });

  it('offer the other state in their menu', () => {
    assert.match(packContext(PACK), /^pack on\b/);
    assert.match(packContext({ ...PACK, disabledBy: 'settings' }), /^pack off\b/);
  });

  it('are switched without touching other packs', () => {
    assert.deepEqual(switched(['a'], 'mine', false), ['a', 'mine']);
    assert.deepEqual(switched(['a', 'mine'], 'mine', false), ['a', 'mine']);
    assert.deepEqual(switched(['a', 'mine'], 'mine', true), ['a']);
  });
});
