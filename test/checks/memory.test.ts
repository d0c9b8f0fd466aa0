import assert from 'node:assert/strict';
import { createLibrary } from '../../src/bibliography/library';
import { checkManuscript } from '../../src/checks/engine';
import { CheckMemory } from '../../src/checks/memory';
import { markdown } from '../../src/manuscript/markdown';
import { shippedEvidence } from '../support/shipped';

const DRAFTS = [
  'MSCs are immune-privileged.\n\nDonor cells can be rejected.\n',
  'A new first line.\n\nMSCs are immune-privileged.\n\nDonor cells can be rejected.\n',
  'A new first line.\n\nMSCs are not immune-privileged.\n\nMSCs are immune-privileged.\n',
  'MSCs are immune-privileged [@huang2010differentiation].\n',
  '# Methods\n\nMSCs are immune-privileged.\n',
  '',
];

describe('CheckMemory', () => {
  it('gives after each edit what a fresh check gives', () => {
    const evidence = shippedEvidence();
    const check = (text: string, memory?: CheckMemory) =>
      checkManuscript(markdown.read(text), evidence, {
        library: createLibrary([], evidence.packs),
        cite: markdown.cite,
        ...(memory && { memory }),
      });
    const memory = new CheckMemory();
    for (const text of [...DRAFTS, ...DRAFTS]) {
      assert.deepEqual(check(text, memory), check(text), text);
    }
  });

  it('gives the same where the reader remembers too, and blocks have moved', () => {
    const evidence = shippedEvidence();
    const library = createLibrary([], evidence.packs);
    const cite = markdown.cite;
    const cache = new Map<string, unknown>();
    const memory = new CheckMemory();
    let findings = 0;
    for (const text of [...DRAFTS, ...DRAFTS]) {
      const kept = checkManuscript(markdown.read(text, cache), evidence, { library, cite, memory });
      const fresh = checkManuscript(markdown.read(text), evidence, { library, cite });
      assert.deepEqual(kept, fresh, text);
      findings += fresh.length;
    }
    assert.ok(findings > 0);
  });

  it('judges a sentence of a paragraph again when only its neighbour has changed', () => {
    const evidence = shippedEvidence();
    const cite = markdown.cite;
    const memory = new CheckMemory();
    const cache = new Map<string, unknown>();
    const before = 'It is often said. MSCs are immune-privileged. Donor cells can be rejected.\n';
    for (const text of [before, before.replace('It is often said', 'It is a myth'), before]) {
      const kept = checkManuscript(markdown.read(text, cache), evidence, { cite, memory });
      assert.deepEqual(kept, checkManuscript(markdown.read(text), evidence, { cite }), text);
    }
  });

  it('makes nothing twice, and forgets what is gone', () => {
    const evidence = shippedEvidence();
    const memory = new CheckMemory();
    let made = 0;
    const round = (keys: readonly string[]) => {
      memory.begin({ evidence, library: undefined, citing: undefined });
      for (const key of keys) memory.recall(key, () => (made++, []));
      memory.end();
    };
    round(['a', 'b']);
    round(['b']);
    assert.equal(made, 2);
    round(['a']);
    assert.equal(made, 3);
  });
});
