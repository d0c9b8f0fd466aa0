import assert from 'node:assert/strict';
import { createLibrary } from '../../src/bibliography/library';
import { inspectManuscript } from '../../src/checks/inspect';
import { readerFor } from '../../src/manuscript/formats';
import { shippedEvidence } from '../support/shipped';

function inspect(text: string) {
  const evidence = shippedEvidence();
  const reader = readerFor({ languageId: 'markdown' });
  assert.ok(reader);
  return inspectManuscript(reader.read(text), evidence, {
    library: createLibrary([], evidence.packs),
  });
}

describe('inspectManuscript', () => {
  it('says how a statement was read and what became of each claim', () => {
    const text = 'The weather was fine.\n\nDonor MSCs are immune-privileged.\n';
    const [one, another] = inspect(text);
    assert.ok(one);
    assert.equal(another, undefined, 'the weather is left out');
    assert.equal(text.slice(one.span.start, one.span.end), 'Donor MSCs are immune-privileged.');
    assert.ok(one.assertions.some((line) => line.startsWith('immunogenicity: down or absent')));
    const differing = one.considered.filter(({ fate }) => fate === 'differs');
    assert.ok(differing.length > 0);
    assert.ok(differing.every(({ because }) => because.length > 10));
  });
});
