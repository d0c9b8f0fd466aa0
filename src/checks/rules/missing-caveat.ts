import { relationRule } from '../relation-rule';
import { insertCaveat } from '../fixes';

export const rule = relationRule({
  id: 'missing-caveat',
  defaultSeverity: 'warning',
  summary: 'A statement says with certainty or in general what the evidence says with a caveat.',
  relation: 'lacks-caveat',
  lead: "Says more than the review's evidence",
  suggest: insertCaveat,
});
