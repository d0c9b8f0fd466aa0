import assert from 'node:assert/strict';
import { loadPack } from '../../src/evidence/load';
import { formatProblem } from '../../src/evidence/problem';
import { shippedPack } from '../support/shipped';

const MANIFEST = `id: coffee
version: 1.0.0
title: Coffee
licence: CC BY 4.0
review: { id: doe2020, type: article-journal, title: Coffee and sleep }
sections: [{ id: sleep, title: Sleep }]
subject: [coffee]
`;
const REFERENCES =
  '[{"id": "roe2019", "type": "article-journal", "citation-number": 1, "title": "Coffee"}]';
const CONCEPTS = `- { id: coffee, kind: intervention, names: [coffee] }
- { id: sleep, kind: outcome, names: [sleep], desirable: up }
`;
const CLAIM = `- id: coffee-shortens-sleep
  statement: Coffee shortens sleep.
  references: [1]
  section: sleep
  intervention: coffee
  outcome: sleep
  direction: decrease
  certainty: supported
`;

function files(changes: Record<string, string> = {}): Map<string, string> {
  return new Map(
    Object.entries({
      'pack.yaml': MANIFEST,
      'references.json': REFERENCES,
      'concepts.yaml': CONCEPTS,
      'claims/sleep.yaml': CLAIM,
      ...changes,
    }),
  );
}

describe('loadPack', () => {
  it('reads a sound pack without a problem', () => {
    const { pack, problems } = loadPack('coffee', files());
    assert.deepEqual(problems, []);
    assert.equal(pack?.claims[0]?.id, 'coffee-shortens-sleep');
    assert.equal(pack?.references.length, 1);
  });

  it('names file, line and remedy of a missing field, and keeps the other claims', () => {
    const second = CLAIM.replace('coffee-shortens-sleep', 'second').replace(
      'Coffee shortens sleep.',
      'Coffee cuts sleep.',
    );
    const broken = CLAIM.replace('  certainty: supported\n', '');
    const { pack, problems } = loadPack('coffee', files({ 'claims/sleep.yaml': broken + second }));
    assert.deepEqual(
      pack?.claims.map(({ id }) => id),
      ['second'],
    );
    const [problem] = problems;
    assert.ok(problem);
    assert.equal(problem.path, 'coffee/claims/sleep.yaml');
    assert.equal(problem.range?.start.line, 0);
    assert.match(problem.message, /certainty/);
    assert.match(formatProblem(problem), /^coffee\/claims\/sleep\.yaml:1:\d+: error: /);
  });

  for (const [what, change, field] of [
    [
      'an unknown concept',
      CLAIM.replace('intervention: coffee', 'intervention: tea'),
      'No concept "tea"',
    ],
    ['an unknown reference', CLAIM.replace('[1]', '[7]'), 'No reference 7'],
    [
      'an unknown section',
      CLAIM.replace('section: sleep', 'section: dreams'),
      'No section "dreams"',
    ],
    [
      'an outcome that is none',
      CLAIM.replace('outcome: sleep', 'outcome: coffee'),
      'not an outcome',
    ],
    ['a figure without a unit', `${CLAIM}  quantities: [{ value: 3, of: hours }]\n`, 'unit'],
    [
      'a duplicate id',
      CLAIM + CLAIM.replace('Coffee shortens', 'Too much coffee shortens'),
      'used twice',
    ],
  ] as const) {
    it(`reports ${what} at its place`, () => {
      const { problems } = loadPack('coffee', files({ 'claims/sleep.yaml': change }));
      const problem = problems.find(({ message }) => message.includes(field));
      assert.ok(problem, `${field} in ${JSON.stringify(problems)}`);
      assert.ok(problem.range, 'the problem has a place');
    });
  }

  it('reports more than 25 words copied from another claim', () => {
    const long = Array.from({ length: 30 }, (_, i) => `word${i}`).join(' ');
    const one = CLAIM.replace('Coffee shortens sleep.', `${long} one.`);
    const two = one.replace('coffee-shortens-sleep', 'copy').replace('one.', 'two.');
    const { problems } = loadPack('coffee', files({ 'claims/sleep.yaml': one + two }));
    assert.match(problems.map(({ message }) => message).join(), /25 words/);
  });

  it('reports broken YAML with its line and does not throw', () => {
    const { pack, problems } = loadPack(
      'coffee',
      files({ 'claims/sleep.yaml': '- id: [unclosed\n  statement: x' }),
    );
    assert.equal(pack?.claims.length, 0);
    assert.ok(problems[0]?.range);
  });

  it('refuses a YAML file that blows up through aliases', () => {
    const bomb = `a: &a [x, x, x, x, x, x, x, x, x, x]\n${'bcdefgh'
      .split('')
      .map((name, i) => `${name}: &${name} [${Array(10).fill(`*${'abcdefg'[i]}`).join(', ')}]`)
      .join('\n')}\n`;
    const { problems } = loadPack('coffee', files({ 'concepts.yaml': bomb }));
    assert.match(problems.map(({ message }) => message).join(), /alias/i);
  });

  it('says which file a pack lacks', () => {
    const { pack, problems } = loadPack('coffee', new Map([['pack.yaml', MANIFEST]]));
    assert.equal(pack, undefined);
    assert.match(problems.map(({ message }) => message).join(), /references\.json/);
  });

  it('leaves the prototype alone whatever keys a file has', () => {
    loadPack(
      'coffee',
      files({
        'claims/sleep.yaml':
          '- __proto__: { polluted: true }\n  constructor: { prototype: { polluted: true } }\n',
      }),
    );
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
  });
});

describe('the shipped pack', () => {
  it('is sound, has all 159 references, and carries each of them', () => {
    const { pack, problems } = shippedPack();
    assert.deepEqual(problems.map(formatProblem), []);
    assert.equal(pack?.references.length, 159);
    const carried = new Set(pack?.claims.flatMap(({ references }) => references));
    assert.equal(carried.size, 159);
  });

  it('gives every claim at least six contradicting and four consistent sentences', () => {
    const poor = shippedPack().pack?.claims.filter(
      (claim) =>
        (claim['contradicted-by']?.length ?? 0) < 6 || (claim['consistent-with']?.length ?? 0) < 4,
    );
    assert.deepEqual(
      poor?.map(({ id }) => id),
      [],
    );
  });
});
