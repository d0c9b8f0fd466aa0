import { readAbbreviations } from '../language/abbreviations';
import { isFragment } from '../language/fragment';
import { lastPair } from '../language/pair';
import { NO_CONTEXT, readStatement } from '../language/read';
import { isRebuttal } from '../language/rebuttal';
import type { Context } from '../language/types';
import type { Block, Manuscript, Statement } from '../manuscript/types';
import { createReaderOfCitations } from './cited';
import type { Evidence } from './evidence';
import { judge } from './judge';
import { moveFindings } from './findings';
import { CheckMemory, type Abbreviations, type JudgedBlock } from './memory';
import { featuresOf } from './topic';
import type { RecentStatements } from './recent';
import type { Subject } from './statement';
import { RULES } from './rules/all.generated';
import { sectionOf, type Section } from './section';
import { applySuppressions } from './suppress';
import type { CheckOptions, Finding, ReadStatement, RuleContext } from './types';

/** So many sentences in a paragraph are running prose. */
const PROSE_FROM = 4;

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
  const blocks = judgeBlocks(manuscript, evidence, options);
  const context = (chosen: readonly PlacedBlock[]): RuleContext => {
    let statements: readonly ReadStatement[] | undefined;
    return {
      manuscript,
      evidence,
      library: options.library,
      get statements() {
        return (statements ??= chosen.flatMap(readStatementsOf));
      },
      cite: options.cite,
    };
  };
  const settings = RULES.map((rule) => options.rules?.[rule.id] ?? rule.defaultSeverity);
  const find = (perStatement: boolean, chosen: readonly PlacedBlock[]): Finding[] => {
    const shown = context(chosen);
    return RULES.flatMap((rule, i): Finding[] => {
      const severity = settings[i] ?? 'off';
      if (severity === 'off' || (rule.perStatement ?? false) !== perStatement) return [];
      return [...rule.check(shown)].map((finding) => ({ ...finding, severity }));
    });
  };
  const key = settings.join(' ');
  const findings = blocks.flatMap((placed) => findingsOf(placed, key, () => find(true, [placed])));
  findings.push(...find(false, blocks));
  return applySuppressions(manuscript, findings, options.rules).sort(
    (a, b) =>
      a.span.start - b.span.start ||
      a.span.end - b.span.end ||
      orderOf(a.ruleId) - orderOf(b.ruleId),
  );
}

/** At one place findings stand in the order of their rules; what is no rule of the list comes last. */
function orderOf(ruleId: string): number {
  const at = RULES.findIndex((rule) => rule.id === ruleId);
  return at < 0 ? RULES.length : at;
}

/** A block as it stands in the manuscript, and what was made of it. */
interface PlacedBlock {
  readonly block: Block;
  readonly known: JudgedBlock;
}

function readStatementsOf({ block, known }: PlacedBlock): ReadStatement[] {
  return block.statements.flatMap((statement, i) => {
    const judgement = known.judged[i];
    return judgement ? [{ statement, ...judgement }] : [];
  });
}

/**
 * What the rules that look at single statements find in a block; found once, and moved with the block.
 * @param settings all rules' settings
 */
function findingsOf(
  { block, known }: PlacedBlock,
  settings: string,
  find: () => readonly Finding[],
): readonly Finding[] {
  const { start } = block.span;
  const before = known.found?.settings === settings ? known.found : undefined;
  if (before?.start === start) return before.findings;
  const findings = before ? moveFindings(before.findings, start - before.start) : find();
  known.found = { settings, start, findings };
  return findings;
}

/** Reads every statement and holds it against the evidence. */
function judgeBlocks(
  manuscript: Manuscript,
  evidence: Evidence,
  options: EngineOptions,
): PlacedBlock[] {
  const { library, memory = new CheckMemory() } = options;
  const citedBy = createReaderOfCitations(evidence.citable, library);
  memory.begin({ evidence, library, citing: manuscript.citing });
  const abbreviations = abbreviationsOf(manuscript, evidence, memory);
  const blocks = manuscript.blocks.map((block): PlacedBlock => {
    const { kind } = block;
    const section = sectionOf(block);
    const known = memory.recallBlock(
      block,
      (other) =>
        other.kind === kind && other.section === section && other.abbreviations === abbreviations,
      () => ({
        kind,
        section,
        abbreviations,
        ...judgeBlock(block, section, evidence, memory, citedBy, abbreviations),
      }),
    );
    return { block, known };
  });
  memory.end();
  return blocks;
}

/** Every statement that is judged, with what the checker knows of it, in source order; nothing is judged yet. */
export function blockSubjects(
  manuscript: Manuscript,
  evidence: Evidence,
  options: EngineOptions,
): { readonly statement: Statement; readonly subject: Subject }[] {
  const citedBy = createReaderOfCitations(evidence.citable, options.library);
  const abbreviations = abbreviationsOf(manuscript, evidence, new CheckMemory());
  return manuscript.blocks.flatMap((block) => {
    const { statements } = block;
    const subjects = subjectsOf(statements, evidence, statements.map(citedBy), abbreviations);
    const assertsNothing = ruleOfSilence(block, sectionOf(block));
    return subjects.flatMap((subject, i) => {
      const statement = statements[i];
      return statement && !assertsNothing(subject) ? [{ statement, subject }] : [];
    });
  });
}

/** What the manuscript itself says its abbreviations mean. Only sentences with capitals in brackets are looked at. */
function abbreviationsOf(
  { blocks }: Manuscript,
  evidence: Evidence,
  memory: CheckMemory,
): Abbreviations {
  const texts = blocks.flatMap((block) => memory.recallDefining(block, () => definingTexts(block)));
  return memory.recallAbbreviations(JSON.stringify(texts), () =>
    readAbbreviations(texts.map((text) => readStatement(text, evidence.vocabulary))),
  );
}

function definingTexts({ statements }: Block): string[] {
  return statements.flatMap(({ text }) => (/\([\p{Lu}\p{N}]{2,11}s?\)/u.test(text) ? [text] : []));
}

function judgeBlock(
  block: Block,
  section: Section,
  evidence: Evidence,
  memory: CheckMemory,
  citedBy: (statement: Statement) => ReadStatement['cited'],
  abbreviations: Abbreviations,
): Pick<JudgedBlock, 'key' | 'judged'> {
  const cited = block.statements.map(citedBy);
  const assertsNothing = ruleOfSilence(block, section);
  const recent = memory.recentWith(abbreviations);
  const key = JSON.stringify([
    section,
    block.kind,
    [...abbreviations],
    block.statements.map(({ text, quoted }, i) => [text, quoted, cited[i]?.map(({ id }) => id)]),
  ]);
  const judged = memory.recall(key, () =>
    subjectsOf(block.statements, evidence, cited, abbreviations, recent).map((subject) => ({
      reading: subject.reading,
      subject,
      section,
      cited: subject.cited,
      comparisons: assertsNothing(subject)
        ? []
        : recent.judge(subject, () => judge(subject, evidence)),
    })),
  );
  return { key, judged };
}

/** The statements of a block as the checker sees them, each with what its neighbours leave to it. */
export function subjectsOf(
  statements: readonly Statement[],
  evidence: Evidence,
  citedOf: readonly ReadStatement['cited'][],
  abbreviations?: Abbreviations,
  recent?: RecentStatements,
): Subject[] {
  let context: Context = { ...NO_CONTEXT, ...(abbreviations && { abbreviations }) };
  const readings = statements.map(({ text, quoted }) => {
    const read = () => readStatement(text, evidence.vocabulary, context, quoted);
    const reading = recent ? recent.read(text, context, quoted, read) : read();
    const pair = lastPair(reading.mentions, evidence.vocabulary) ?? context.pair;
    context = {
      ...context,
      entities: new Set(
        [...reading.concepts].filter((id) => evidence.vocabulary.kind(id) !== 'outcome'),
      ),
      ...(pair && { pair }),
    };
    return reading;
  });
  return statements.flatMap((statement, i): Subject[] => {
    const reading = readings[i];
    const before = readings[i - 1];
    const after = readings[i + 1];
    if (!reading) return [];
    return [
      {
        text: statement.text,
        reading,
        cited: citedOf[i] ?? [],
        isInProse: statements.length >= PROSE_FROM,
        isRebutted: after !== undefined && isRebuttal(after),
        ...(before && { contextFeatures: featuresOf(before, evidence.vocabulary) }),
      },
    ];
  });
}

/** Which statements of a block assert nothing that could be held against the evidence. */
function ruleOfSilence({ kind }: Block, section: Section): (subject: Subject) => boolean {
  if (section === 'methods') return () => true;
  const inTable = kind === 'table-cell';
  return ({ reading }) => isFragment(reading, inTable);
}
