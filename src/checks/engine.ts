import { NO_CONTEXT, readStatement, type Context } from '../language/read';
import type { Block, Manuscript, Statement } from '../manuscript/types';
import { createReaderOfCitations } from './cited';
import type { Evidence } from './evidence';
import { judge } from './judge';
import { CheckMemory, type StatementJudgement } from './memory';
import { featuresOf } from './profile';
import { RULES } from './rules/all.generated';
import { applySuppressions } from './suppress';
import type { CheckOptions, Finding, ReadStatement, RuleContext } from './types';

/** A cheap test of whether a text is worth checking at all. */
export function isOnSubject(text: string, evidence: Evidence): boolean {
  return evidence.isOnSubject(text);
}

export interface EngineOptions extends CheckOptions {
  /** Kept by the caller from one check of a document to the next. */
  readonly memory?: CheckMemory;
}

/**
 * Checks a manuscript against the evidence.
 * @param cite the manuscript's own syntax for a citation, from its reader
 * @returns findings in source order, suppressed ones left out
 */
export function checkManuscript(
  manuscript: Manuscript,
  evidence: Evidence,
  options: EngineOptions & { readonly cite: (keys: readonly string[]) => string },
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
  options: EngineOptions,
): ReadStatement[] {
  const citedBy = createReaderOfCitations(evidence.packs, options.library);
  const memory = options.memory ?? new CheckMemory();
  memory.begin(evidence);
  const read = manuscript.blocks.flatMap((block) => readBlock(block, evidence, memory, citedBy));
  memory.end();
  return read;
}

function readBlock(
  block: Block,
  evidence: Evidence,
  memory: CheckMemory,
  citedBy: (statement: Statement) => ReadStatement['cited'],
): ReadStatement[] {
  const cited = block.statements.map(citedBy);
  const ownMethods = isOwnMethods(block);
  const key = JSON.stringify([
    ownMethods,
    block.statements.map(({ text, quoted }, i) => [text, quoted, cited[i]?.map(({ id }) => id)]),
  ]);
  const judged = memory.recall(key, () => judgeBlock(block, evidence, cited, ownMethods));
  return block.statements.flatMap((statement, i) => {
    const judgement = judged[i];
    return judgement ? [{ statement, ...judgement }] : [];
  });
}

function judgeBlock(
  block: Block,
  evidence: Evidence,
  citedOf: readonly ReadStatement['cited'][],
  ownMethods: boolean,
): StatementJudgement[] {
  let context: Context = NO_CONTEXT;
  let contextFeatures: ReadonlySet<string> = new Set();
  return block.statements.map((statement, i) => {
    const reading = readStatement(statement.text, evidence.vocabulary, context, statement.quoted);
    const cited = citedOf[i] ?? [];
    const comparisons = ownMethods
      ? []
      : judge({ text: statement.text, reading, cited, contextFeatures }, evidence);
    contextFeatures = featuresOf(reading, evidence.vocabulary);
    context = {
      entities: new Set(
        [...reading.concepts].filter((id) => evidence.vocabulary.kind(id) !== 'outcome'),
      ),
    };
    return { reading, cited, comparisons };
  });
}

/** What stands under "Methods" tells what the writer did. */
function isOwnMethods(block: Block): boolean {
  return block.headings.some((heading) =>
    /^(\d+[.)]?\s*)*(materials?\s+and\s+)?methods?\b/i.test(heading),
  );
}
