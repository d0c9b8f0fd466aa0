import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Claim, Pack } from '../../src/evidence/types';
import { renderEvidence } from '../../scripts/evidence-page';

const claim: Claim = {
  id: 'donor-dna-falls',
  statement: 'Donor DNA <b>falls</b> with time.',
  references: [33, 21],
  section: 'delivery',
  intervention: ['allogeneic-msc'],
  comparator: 'placebo',
  outcome: 'engraftment',
  direction: 'decrease',
  certainty: 'limited',
  caveat: 'One study.',
  population: { species: ['human'] },
  'sample-size': 18,
  quantities: [
    { value: 9, unit: 'infusions', of: 'with donor DNA', numerator: 9, denominator: 13 },
    { value: [4, 6], unit: 'days', of: 'wait', time: 'before surgery' },
    { value: 50_000_000, unit: 'cells', of: 'dose', approximation: 'about' },
    { value: 54.5, unit: '%', of: 'improved', numerator: 6, denominator: 11 },
  ],
};

const pack: Pack = {
  manifest: {
    id: 'small',
    version: '1.0.0',
    title: 'Small',
    licence: 'CC BY 4.0',
    review: { id: 'r', type: 'article-journal', title: 'A review' },
    sections: [
      { id: 'delivery', title: 'Delivery' },
      { id: 'empty', title: 'Nothing here' },
    ],
    subject: ['MSC'],
  },
  references: [
    {
      id: 'bahr',
      type: 'article-journal',
      title: 'Tissues',
      author: [{ family: 'von Bahr', given: 'L' }],
      issued: { 'date-parts': [[2012]] },
      DOI: '10.1002/(stem)1118',
      'citation-number': 33,
    },
    { id: 'z', type: 'article-journal', title: 'Imaging', 'citation-number': 21 },
  ],
  concepts: [
    { id: 'allogeneic', kind: 'donor', names: ['allogeneic'] },
    { id: 'msc', kind: 'cell', names: ['MSC'] },
    { id: 'allogeneic-msc', kind: 'cell', names: [], parts: ['allogeneic', 'msc'] },
    { id: 'placebo', kind: 'intervention', names: ['sham|placebo', 'placebo'] },
    { id: 'engraftment', kind: 'outcome', names: ['engraftment'] },
    { id: 'human', kind: 'species', names: ['human'] },
  ],
  claims: [claim],
};

describe('the readable form of a pack', () => {
  const page = renderEvidence(pack);

  it('has an anchor a claim, under its section', () => {
    assert.match(page, /## Delivery\n\n<a id="donor-dna-falls"><\/a>/);
    assert.doesNotMatch(page, /Nothing here/);
  });

  it('says what is claimed of what, in names a person reads', () => {
    assert.match(page, /^- Intervention: allogeneic MSC, against placebo$/m);
    assert.match(page, /^- Outcome: engraftment: decreased$/m);
    assert.match(page, /^- Design: sample size 18$/m);
    assert.match(page, /^- Certainty: limited: /m);
    assert.match(page, /^- Caveat: One study\.$/m);
  });

  it('gives every figure with its unit', () => {
    const figures =
      '9 of 13 infusions (with donor DNA); 4 to 6 days (wait, before surgery); ' +
      'about 50,000,000 cells (dose); 54.5% = 6 of 11 (improved)';
    assert.ok(page.includes(`- Figures: ${figures}\n`), page);
  });

  it('links a reference to its DOI, and shows one without a link as text', () => {
    assert.ok(page.includes('[von Bahr 2012](https://doi.org/10.1002/%28stem%291118)'), page);
    assert.match(
      page,
      /^- References: \[33\]\(#reference-33\) .*; \[21\]\(#reference-21\) Imaging$/m,
    );
    assert.match(page, /<a id="reference-21"><\/a>/);
  });

  it('shows markup of a pack as text', () => {
    assert.ok(page.includes('**Donor DNA \\<b\\>falls\\</b\\> with time.**'), page);
  });

  it('is current for the packs that ship', function () {
    this.timeout(60_000);
    const args = ['--import', 'tsx', 'scripts/evidence-docs.ts', '--check'];
    execFileSync(process.execPath, args, { stdio: 'pipe' });
    assert.match(
      readFileSync('docs/evidence/msc-allogeneic-autologous.md', 'utf8'),
      /<a id="joswig-second-allogeneic-injection-joint-response"><\/a>/,
    );
  });
});
