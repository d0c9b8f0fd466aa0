import assert from 'node:assert/strict';
import { consider } from '../../src/checks/consider';
import { featuresOf } from '../../src/checks/topic';
import { readStatement } from '../../src/language/read';
import { shippedEvidence, shippedPack } from '../support/shipped';

const evidence = shippedEvidence();
const read = (text: string) => readStatement(text, evidence.vocabulary);
const ids = (text: string, more: Partial<Parameters<typeof consider>[0]> = {}) =>
  consider({ text, reading: read(text), cited: [], ...more }, evidence).map(
    ({ profile }) => profile.claim.id,
  );

describe('consider', () => {
  it('finds the claim that a paraphrase is about', () => {
    const found = ids(
      'Marrow-derived MSCs have the greater bone-forming capacity, compared with those of fat.',
    );
    assert.ok(found.slice(0, 3).includes('bm-msc-more-osteogenic-than-at-msc'), found.join());
  });

  it('finds what a vague sentence is about through what it cites', () => {
    const reference = shippedPack().pack?.references.find((r) => r['citation-number'] === 97);
    assert.ok(reference);
    const text = 'None of the cells was found there.';
    const claims = (cited: (typeof reference)[]) =>
      consider({ text, reading: read(text), cited }, evidence).filter(({ profile }) =>
        profile.claim.references.includes(97),
      );
    assert.ok(claims([reference]).length > 0);
    assert.ok(claims([reference]).every(({ cited }) => cited));
  });

  it('takes in what the sentence before spoke of', () => {
    const before = read('Allogeneic BM-MSCs were infused before prostatectomy.');
    const found = ids('They could not be detected in the gland.', {
      contextFeatures: featuresOf(before, evidence.vocabulary),
    });
    assert.ok(found.includes('allogeneic-bm-msc-undetectable-in-prostate'), found.join());
  });

  it('finds nothing for a sentence on another subject', () => {
    assert.deepEqual(ids('The train to Basel leaves at noon.'), []);
  });
});
