import assert from 'node:assert/strict';
import {
  countGrave,
  filterFindings,
  groupFindings,
  type Finding,
} from '../../../src/extension/views/findings-model';

function finding(changes: Partial<Finding> & { readonly line?: number } = {}): Finding {
  const { line = 0, ...rest } = changes;
  return {
    uri: 'file:///work/a.md',
    file: 'a.md',
    range: { start: { line, character: 0 }, end: { line, character: 5 } },
    severity: 0,
    ruleId: 'contradicted-claim',
    message: 'Differs.',
    text: 'MSCs are x.',
    claim: 'claim-x',
    statement: 'MSCs are y.',
    fixes: 0,
    ...rest,
  };
}

const MIXED: readonly Finding[] = [
  finding({ uri: 'file:///work/b.md', file: 'b.md', severity: 3, ruleId: 'preferred-term' }),
  finding({ line: 9 }),
  finding({ line: 2, text: 'MSCs are z.' }),
  finding({ severity: 1, ruleId: 'missing-caveat', claim: 'claim-w', line: 1 }),
];

describe('findings in groups', () => {
  it('stand under their rule, the gravest rule first and each in the order of the text', () => {
    const groups = groupFindings(MIXED, 'rule');
    assert.deepEqual(
      groups.map(({ key, findings }) => [key, findings.map((one) => one.finding.range.start.line)]),
      [
        ['contradicted-claim', [2, 9]],
        ['missing-caveat', [1]],
        ['preferred-term', [0]],
      ],
    );
  });

  it('stand under the claim that they are held against', () => {
    const groups = groupFindings(MIXED, 'claim');
    assert.deepEqual(
      groups.map(({ key, findings }) => [key, findings.length]),
      [
        ['claim-x', 3],
        ['claim-w', 1],
      ],
    );
    assert.equal(groups[0]?.severity, 0);
  });

  it('stand under their manuscript', () => {
    assert.deepEqual(
      groupFindings(MIXED, 'file').map(({ key, severity }) => [key, severity]),
      [
        ['file:///work/a.md', 0],
        ['file:///work/b.md', 3],
      ],
    );
  });

  it('have a group of their own where they have no rule or claim', () => {
    const unreadable = { ...finding() };
    delete (unreadable as { ruleId?: string }).ruleId;
    delete (unreadable as { claim?: string }).claim;
    for (const by of ['rule', 'claim'] as const) {
      const [group] = groupFindings([unreadable], by);
      assert.equal(group?.key, undefined);
      assert.equal(group?.findings.length, 1);
    }
  });

  it('keep their ids when text above them moves them, and twins have two', () => {
    const ids = (line: number) =>
      groupFindings([finding({ line }), finding({ line: line + 1 })], 'rule').flatMap((group) =>
        group.findings.map(({ id }) => id),
      );
    assert.deepEqual(ids(3), ids(40));
    assert.equal(new Set(ids(3)).size, 2);
  });
});

describe('the filter and the badge', () => {
  it('leave out what is not chosen', () => {
    assert.deepEqual(
      filterFindings(MIXED, [1, 3]).map(({ severity }) => severity),
      [3, 1],
    );
  });

  it('count errors and warnings alone', () => {
    assert.equal(countGrave(MIXED), 3);
  });
});
