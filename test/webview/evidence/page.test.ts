import assert from 'node:assert/strict';
import { Asking } from '../../../src/webview/evidence/asking';
import { cardKey, type Pressed } from '../../../src/webview/evidence/keys';
import type { Question } from '../../../src/webview/evidence/messages';
import { FIRST_STATE, soundState } from '../../../src/webview/evidence/state';
import { fill } from '../../../src/webview/shared/texts';

const question = (query: string): Question => ({ query, chosen: {}, offset: 0, limit: 10 });
const pressed = (key: string, more: Partial<Pressed> = {}): Pressed => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
});

describe('Asking', () => {
  it('asks one question at a time, and only the last of those that came meanwhile', () => {
    const sent: string[] = [];
    const asking = new Asking((_id, { query }) => sent.push(query));
    for (const query of ['h', 'hu', 'hua']) asking.ask(question(query));
    assert.deepEqual(sent, ['h']);
    assert.equal(asking.answered(1), undefined, 'nobody wants to see the answer to "h" any more');
    assert.deepEqual(sent, ['h', 'hua']);
    assert.equal(asking.answered(2)?.query, 'hua');
    assert.equal(asking.isBusy, false);
  });

  it('does not take an answer that it did not ask for', () => {
    const asking = new Asking(() => undefined);
    asking.ask(question('a'));
    assert.equal(asking.answered(7), undefined);
    assert.equal(asking.isBusy, true);
  });
});

describe('cardKey', () => {
  it('moves, opens, inserts', () => {
    assert.deepEqual(cardKey(pressed('ArrowDown'), true), { kind: 'move', by: 1 });
    assert.deepEqual(cardKey(pressed('Enter'), true), { kind: 'act', action: 'openPage' });
    assert.deepEqual(cardKey(pressed('Enter', { ctrlKey: true }), false), {
      kind: 'act',
      action: 'insertCitation',
    });
  });

  it('leaves Enter and letters to the button that has the focus, and shortcuts to VS Code', () => {
    assert.equal(cardKey(pressed('Enter'), false), undefined);
    assert.equal(cardKey(pressed('c'), false), undefined);
    assert.equal(cardKey(pressed('c', { ctrlKey: true }), true), undefined);
  });
});

describe('soundState', () => {
  it('takes what was kept, and begins anew with what is of another shape', () => {
    const kept = { ...FIRST_STATE, query: 'lupus', pinned: 'A sentence.', top: 4 };
    assert.deepEqual(soundState(kept), kept);
    assert.deepEqual(soundState('nonsense'), FIRST_STATE);
    assert.deepEqual(soundState({ query: 5, chosen: null, openFacets: 'x', top: -1 }), FIRST_STATE);
  });
});

describe('fill', () => {
  it('puts values into a translated text', () =>
    assert.equal(fill('{0} of {1}, {2}', 3, 'ten'), '3 of ten, {2}'));
});
