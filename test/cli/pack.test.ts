import assert from 'node:assert/strict';
import { caveat, folderWith } from './run';

const FILES = {
  'pack.yaml': `id: coffee
version: 1.0.0
title: Coffee and sleep
licence: CC BY 4.0
review: { id: doe2020, type: article-journal, title: Coffee and sleep }
sections: [{ id: sleep, title: Sleep }]
subject: [coffee]
`,
  'references.json':
    '[{"id": "roe2019", "type": "article-journal", "citation-number": 1, "title": "Coffee shortens sleep"}]',
  'concepts.yaml': `- { id: coffee, kind: intervention, names: [coffee, espresso] }
- { id: sleep, kind: outcome, names: [sleep, sleep duration], desirable: up }
`,
  'claims/sleep.yaml': `- id: coffee-shortens-sleep
  statement: Coffee reduces sleep.
  references: [1]
  section: sleep
  intervention: coffee
  outcome: sleep
  direction: decrease
  certainty: established
  contradicted-by: [Coffee increases sleep.]
  consistent-with: [Espresso reduces sleep.]
`,
};

describe('caveat pack', () => {
  it('checks a pack that somebody else wrote, and its examples', async () => {
    const { code, out, err } = await caveat(['pack', 'check', folderWith(FILES)]);
    assert.match(out, /1 claims, 2 example sentences/);
    assert.equal(code, 0, out + err);
  });

  it('lints with such a pack', async () => {
    const dir = folderWith(FILES);
    const { code, out } = await caveat(['lint', '--pack', dir, '--format', 'json', '-'], {
      input: 'Coffee raises sleep duration.\n',
    });
    assert.equal(code, 1, out);
    assert.match(out, /coffee-shortens-sleep/);
  });

  it('names file, line and field of a problem and ends with 1', async () => {
    const dir = folderWith({
      ...FILES,
      'claims/sleep.yaml': FILES['claims/sleep.yaml'].replace(
        'intervention: coffee',
        'intervention: tea',
      ),
    });
    const { code, err } = await caveat(['pack', 'check', dir]);
    assert.equal(code, 1);
    assert.match(err, /claims\/sleep\.yaml:5:\d+: error: intervention: No concept "tea"/);
  });

  it('reports an example that is neither caught nor spared at its line, unless it is a known gap', async () => {
    const claims = FILES['claims/sleep.yaml'].replace(
      '[Coffee increases sleep.]',
      '["Coffee is a drink."]',
    );
    const { code, err } = await caveat([
      'pack',
      'check',
      folderWith({ ...FILES, 'claims/sleep.yaml': claims }),
    ]);
    assert.equal(code, 1);
    assert.match(err, /sleep\.yaml:9:\d+: error: contradicted-by: "Coffee is a drink\."/);
    const marked = claims.replace(
      '"Coffee is a drink."',
      '{ text: "Coffee is a drink.", known-gap: true }',
    );
    const gap = await caveat([
      'pack',
      'check',
      folderWith({ ...FILES, 'claims/sleep.yaml': marked }),
    ]);
    assert.equal(gap.code, 0);
    assert.match(gap.out, /1 known gaps/);
  });

  it('ends with 2 where there is no pack', async () => {
    const { code, err } = await caveat(['pack', 'check', 'no/such/folder']);
    assert.equal(code, 2);
    assert.match(err, /no\/such\/folder/);
  });

  it('prints counts and coverage', async () => {
    const { code, out } = await caveat(['pack', 'stats', folderWith(FILES)]);
    assert.equal(code, 0);
    assert.match(out, /1 claims, 1 references, 2 concepts/);
    assert.match(out, /2 sentences a claim \(median\), 2 at the fewest/);
    assert.match(out, /Every reference carries a claim/);
  });
});
