import { NO_CONTEXT, readStatement, type Context } from '../language/read';
import type { Block, Manuscript, Statement } from '../manuscript/types';
import { createReaderOfCitations } from './cited';
import type { Evidence } from './evidence';
import { judge } from './judge';
import { featuresOf } from './profile';
import { RULES } from './rules/all.generated';
import { applySuppressions } from './suppress';
import type { CheckOptions, Finding, ReadStatement, RuleContext } from './types';

/** A cheap test of whether a text is worth checking at all. */
export function isOnSubject(text: string, evidence: Evidence): boolean {
  return evidence.isOnSubject(text);
}

/**
 * Checks a manuscript against the evidence.
 * @param cite the manuscript's own syntax for a citation, from its reader
 * @returns findings in source order, suppressed ones left out
 */
export function checkManuscript(
  manuscript: Manuscript,
  evidence: Evidence,
  options: CheckOptions & { readonly cite: (keys: readonly string[]) => string },
): Finding[] {
  const context: RuleContext = {
    manuscript,
    evidence,
    library: options.library,
    statements: readManuscript(manuscript, evidence, options),
    cite: options.cite,
  };
  const findings: Finding[] = [];
  for (const rule of RULES) {
    const severity = options.rules?.[rule.id] ?? rule.defaultSeverity;
    if (severity === 'off') continue;
    for (const finding of rule.check(context)) findings.push({ ...finding, severity });
  }
  return applySuppressions(manuscript, findings, options.rules).sort(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end,
  );
}

/** Reads every statement and holds it against the evidence. */
export function readManuscript(
  manuscript: Manuscript,
  evidence: Evidence,
  options: CheckOptions,
): ReadStatement[] {
  const citedBy = createReaderOfCitations(evidence.packs, options.library);
  return manuscript.blocks.flatMap((block) => readBlock(block, evidence, citedBy));
}

function readBlock(
  block: Block,
  evidence: Evidence,
  citedBy: (statement: Statement) => ReadStatement['cited'],
): ReadStatement[] {
  let context: Context = NO_CONTEXT;
  let contextFeatures: ReadonlySet<string> = new Set();
  return block.statements.map((statement) => {
    const reading = readStatement(statement.text, evidence.vocabulary, context, statement.quoted);
    const cited = citedBy(statement);
    const comparisons = isOwnMethods(block)
      ? []
      : judge({ text: statement.text, reading, cited, contextFeatures }, evidence);
    contextFeatures = featuresOf(reading, evidence.vocabulary);
    context = {
      entities: new Set(
        [...reading.concepts].filter((id) => evidence.vocabulary.kind(id) !== 'outcome'),
      ),
    };
    return { statement, reading, cited, comparisons };
  });
}

/** What stands under "Methods" tells what the writer did. */
function isOwnMethods(block: Block): boolean {
  return block.headings.some((heading) =>
    /^(\d+[.)]?\s*)*(materials?\s+and\s+)?methods?\b/i.test(heading),
  );
}
