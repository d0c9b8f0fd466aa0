import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES, MANUSCRIPT_FILES } from '../../src/extension/selector';
import { manuscriptEndings, readers } from '../../src/manuscript/formats';

const manifest = JSON.parse(readFileSync(join(__dirname, '..', '..', 'package.json'), 'utf8')) as {
  activationEvents: string[];
};

describe('the languages of the extension', () => {
  it('are those that the server reads, and wake it up', () => {
    const read = readers.flatMap(({ languageIds }) => languageIds).sort();
    assert.deepEqual([...LANGUAGES].sort(), read);
    const waking = manifest.activationEvents.map((event) => event.replace('onLanguage:', ''));
    for (const language of read) assert.ok(waking.includes(language), language);
  });

  it('include every ending in the check of the workspace', () => {
    const endings = /\{(.*)\}/.exec(MANUSCRIPT_FILES)?.[1]?.split(',') ?? [];
    const lower = new Set(endings.map((ending) => ending.toLowerCase()));
    assert.deepEqual([...lower].sort(), [...manuscriptEndings].sort());
  });
});
