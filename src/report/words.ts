import type { Severity } from '../checks/types';

/** How a report names severities. */
export const SEVERITY_NAMES: Readonly<Record<Severity, string>> = {
  error: 'Error',
  warning: 'Warning',
  information: 'Information',
  hint: 'Hint',
};

/** "Contradicted claim", of the rule's id. */
export function ruleName(ruleId: string): string {
  const words = ruleId.replace(/-/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** "1 finding", "3 findings". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** What a report says of itself, so that nobody takes a finding for a verdict. */
export const DISCLAIMER =
  'A finding says that a statement differs from the review’s evidence, not that it is false. Certainty is what the review itself words.';

/** What the counts of cited claims mean. */
export const COVERAGE_NOTE =
  'A claim counts as cited where a sentence cites a reference that carries it and speaks of the same thing.';
