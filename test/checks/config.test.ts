import assert from 'node:assert/strict';
import { parseConfig } from '../../src/checks/config';

describe('parseConfig', () => {
  it('reads a sound configuration', () => {
    const { config, problems } = parseConfig(
      '.caveatrc.yaml',
      'rules: { preferred-term: off }\nbibliography: [a.bib]\n',
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(config, { rules: { 'preferred-term': 'off' }, bibliography: ['a.bib'] });
  });

  it('leaves out a broken setting, says where it stands, and keeps the rest', () => {
    const { config, problems } = parseConfig(
      '.caveatrc.yaml',
      'bibliography: [a.bib]\nrules: { preferred-term: loud }\n',
    );
    assert.deepEqual(config, { bibliography: ['a.bib'] });
    assert.equal(problems[0]?.range?.start.line, 1);
  });

  it('reads package.json only where it speaks of Caveat', () => {
    assert.equal(parseConfig('package.json', '{"name": "x"}').config, undefined);
    assert.deepEqual(parseConfig('package.json', '{"caveat": {"maxFileSize": 2000}}').config, {
      maxFileSize: 2000,
    });
  });

  it('takes an empty file for an empty configuration', () => {
    assert.deepEqual(parseConfig('.caveatrc.yaml', '').config, {});
  });
});
