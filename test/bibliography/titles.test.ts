import assert from 'node:assert/strict';
import { titleKey } from '../../src/bibliography/titles';

describe('titleKey', () => {
  const same: [string, string][] = [
    ['Mesenchymal Stem Cells in Tumour Oedema.', 'mesenchymal stem cells in tumor edema'],
    ['Characterisation of haematopoietic fibre', 'Characterization of hematopoietic fiber'],
    ['Labelled leucocytes: behaviour & signalling', 'Labeled leukocytes—behavior & signaling'],
    ['TNF-α release', 'TNF-alpha Release'],
    ['<i>In vitro</i> follow-up of MSC<sup>+</sup>', 'In Vitro Followup of MSC+'],
    ['Müller cells', 'Muller cells'],
    ['Cell &amp; Gene Therapy (ISCT®)', 'Cell & gene therapy (ISCT)'],
  ];
  for (const [a, b] of same) {
    it(`finds ${JSON.stringify(a)} and ${JSON.stringify(b)} the same`, () => {
      const tidy = (title: string) => titleKey(title).replace(/®/g, '');
      assert.equal(tidy(a), tidy(b));
    });
  }

  it('keeps different titles apart', () => {
    assert.notEqual(titleKey('Allogeneic MSCs in mice'), titleKey('Autologous MSCs in mice'));
    assert.notEqual(titleKey('Phase 1 trial'), titleKey('Phase 2 trial'));
    assert.notEqual(titleKey('TNF-α'), titleKey('TNF-β'));
  });
});
