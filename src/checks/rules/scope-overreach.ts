import { relationRule } from '../relation-rule';

export const rule = relationRule({
  id: 'scope-overreach',
  defaultSeverity: 'warning',
  summary:
    'A statement moves a finding to subjects, cells or a study design in which it was not shown.',
  relation: 'out-of-scope',
  lead: "Goes beyond the review's evidence",
});
