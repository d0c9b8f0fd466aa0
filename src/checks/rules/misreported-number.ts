import { replaceNumber } from '../fixes';
import { relationRule } from '../relation-rule';

export const rule = relationRule({
  id: 'misreported-number',
  defaultSeverity: 'error',
  summary: 'A figure differs from the one that the evidence gives for the same finding.',
  relation: 'misquotes',
  lead: "A figure differs from the review's evidence",
  suggest: replaceNumber,
});
