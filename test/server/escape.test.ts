import assert from 'node:assert/strict';
import type { Finding } from '../../src/checks/types';
import { latex } from '../../src/manuscript/latex';
import { markdown } from '../../src/manuscript/markdown';
import { escapeFixes } from '../../src/server/escape';

const finding: Finding = {
  ruleId: 'misreported-number',
  severity: 'error',
  message: 'It was 9%.',
  span: { start: 0, end: 3 },
  claims: [],
  references: [],
  suggestions: [
    { title: 'Replace 8% with 9%', edits: [{ span: { start: 0, end: 3 }, newText: '9%' }] },
  ],
};

const source = '8\\% of \\dose{} were \\emph{well}.';

const written = (findings: readonly Finding[]) => findings[0]?.suggestions[0]?.edits[0]?.newText;

describe('fixes', () => {
  it('are escaped where the format needs it, and their titles are not', () => {
    const escaped = escapeFixes([finding], latex, source);
    assert.equal(written(escaped), '9\\%');
    assert.equal(escaped[0]?.suggestions[0]?.title, 'Replace 8% with 9%');
    assert.equal(written(escapeFixes([finding], markdown, source)), '9%');
  });

  it('are left out where they would cut a command or a group in two', () => {
    const at = (start: number, end: number) =>
      escapeFixes(
        [
          {
            ...finding,
            suggestions: [{ title: 'x', edits: [{ span: { start, end }, newText: '' }] }],
          },
        ],
        latex,
        source,
      )[0]?.suggestions.length;
    const dose = source.indexOf('\\dose');
    const well = source.indexOf('\\emph');
    assert.equal(at(dose, dose + 1), 0, 'the backslash alone');
    assert.equal(at(dose + 4, dose + 5), 0, 'the last letter');
    assert.equal(at(dose, dose + '\\dose{}'.length), 1, 'all of it');
    assert.equal(at(well, well + 8), 0, 'half of the group');
    assert.equal(at(well + 6, well + 10), 1, 'what is in the group');
    assert.equal(at(0, 3), 1, 'an escaped percent sign');
  });
});
