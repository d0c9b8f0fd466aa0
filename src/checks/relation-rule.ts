import { evidenceSays, referencesOf } from './describe';
import type { Evidence } from './evidence';
import { sourceSpan } from './place';
import type {
  Comparison,
  Finding,
  ReadStatement,
  Relation,
  Rule,
  Severity,
  Suggestion,
} from './types';

/** What the rules that report one kind of disagreement have in common. */
export interface RelationRule {
  readonly id: string;
  readonly defaultSeverity: Severity;
  readonly summary: string;
  readonly relation: Relation;
  /** Begins the message: "Differs from the review's evidence". */
  readonly lead: string;
  readonly suggest?: (
    read: ReadStatement,
    comparison: Comparison,
    evidence: Evidence,
  ) => readonly Suggestion[];
}

/** A rule that reports statements whose telling comparison has a given relation; one finding a statement. */
export function relationRule(spec: RelationRule): Rule {
  return {
    id: spec.id,
    defaultSeverity: spec.defaultSeverity,
    summary: spec.summary,
    perStatement: true,
    *check({ statements, evidence }) {
      for (const read of statements) {
        const [telling] = read.comparisons;
        if (telling?.relation === spec.relation) yield toFinding(spec, read, telling, evidence);
      }
    },
  };
}

function toFinding(
  spec: RelationRule,
  read: ReadStatement,
  telling: Comparison,
  evidence: Evidence,
): Omit<Finding, 'severity'> {
  const { pack, claim } = telling.profile;
  const related = read.comparisons.filter(
    (other) => other !== telling && other.relation === telling.relation,
  );
  return {
    ruleId: spec.id,
    message: `${spec.lead}: ${telling.reason}. ${evidenceSays(telling.profile)}`,
    span: sourceSpan(read.statement),
    claims: [claim.id, ...related.map((other) => other.profile.claim.id)],
    references: referencesOf(pack, claim).map((reference) => reference.id),
    suggestions: spec.suggest?.(read, telling, evidence) ?? [],
  };
}
