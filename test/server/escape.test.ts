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

const written = (findings: readonly Finding[]) => findings[0]?.suggestions[0]?.edits[0]?.newText;

describe('fixes', () => {
  it('are escaped where the format needs it, and their titles are not', () => {
    const escaped = escapeFixes([finding], latex);
    assert.equal(written(escaped), '9\\%');
    assert.equal(escaped[0]?.suggestions[0]?.title, 'Replace 8% with 9%');
    assert.equal(written(escapeFixes([finding], markdown)), '9%');
  });
});
