import { relationRule } from '../relation-rule';

export const rule = relationRule({
  id: 'contradicted-claim',
  defaultSeverity: 'error',
  summary: 'A statement says the opposite of what the evidence says.',
  relation: 'contradicts',
  lead: "Differs from the review's evidence",
});
