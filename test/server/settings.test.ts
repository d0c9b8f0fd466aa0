import assert from 'node:assert/strict';
import { combine, DEFAULT_SETTINGS, parseSettings } from '../../src/server/settings';

describe('settings', () => {
  it('keeps what fits and leaves the rest at its default', () => {
    const settings = parseSettings({
      enable: 'always',
      rules: { 'missing-caveat': 'off', 'unknown-citation': 'loud' },
      packs: ['packs/mine', 7, ''],
      bibliography: 'refs.bib',
      maxFileSize: -1,
      hover: { enable: false, concepts: true },
      citations: { appendEntries: 'always' },
    });
    assert.deepEqual(settings, {
      ...DEFAULT_SETTINGS,
      rules: { 'missing-caveat': 'off' },
      packs: ['packs/mine'],
      hover: false,
      hoverConcepts: true,
      appendEntries: 'always',
    });
    const odd = parseSettings({
      citations: { appendEntries: 'sometimes' },
      hover: { concepts: 1 },
    });
    assert.equal(odd.appendEntries, 'ask');
    assert.equal(odd.hoverConcepts, false);
  });

  it('survives what is no settings at all', () => {
    for (const value of [null, undefined, 3, 'on', ['on']])
      assert.deepEqual(parseSettings(value), DEFAULT_SETTINGS);
  });

  it('yields to the configuration file, rule by rule', () => {
    const settings = parseSettings({
      rules: { a: 'off', b: 'hint' },
      packs: ['x'],
      maxFileSize: 10_000,
    });
    const both = combine(settings, { rules: { b: 'error' }, maxFileSize: 20_000 });
    assert.deepEqual(both.rules, { a: 'off', b: 'error' });
    assert.equal(both.maxFileSize, 20_000);
    assert.deepEqual([both.packs, both.packsFrom], [['x'], 'settings']);
  });

  it('switches off what either of the two does', () => {
    const settings = parseSettings({ disabledPacks: ['a', 7] });
    assert.deepEqual(combine(settings, { disabledPacks: ['b', 'a'] }).disabledPacks, ['a', 'b']);
    assert.deepEqual(combine(settings, undefined).disabledPacks, ['a']);
  });

  it('uses the shipped evidence where no pack is named', () => {
    assert.deepEqual(combine(DEFAULT_SETTINGS, undefined).packs, ['shipped']);
    assert.deepEqual(combine(DEFAULT_SETTINGS, { packs: [] }).packs, ['shipped']);
  });
});
