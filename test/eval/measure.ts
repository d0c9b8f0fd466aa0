import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkManuscript } from '../../src/checks/engine';
import type { Evidence } from '../../src/checks/evidence';
import type { Finding } from '../../src/checks/types';
import { createLibrary } from '../../src/bibliography/library';
import { readerFor } from '../../src/manuscript/formats';
import { plainSentences } from '../../scripts/train/neighbours';

/** A labelled statement; placeholders `{{n}}` stand for the review's reference n. */
export interface LabelledStatement {
  readonly id: string;
  readonly text: string;
  readonly label: 'contradiction' | 'overclaim' | 'number' | 'scope' | 'ok';
  readonly subtype: string;
  readonly refs: readonly number[];
}

/** The rules that say a statement differs from the evidence. */
const DISAGREEMENT = new Set([
  'contradicted-claim',
  'missing-caveat',
  'misreported-number',
  'scope-overreach',
  'unsupported-citation',
]);

export interface Outcome {
  readonly statement: LabelledStatement;
  readonly findings: readonly Finding[];
  /** A finding names a claim that one of the statement's references carries; undefined where it has none. */
  readonly rightEvidence: boolean | undefined;
}

export function readStatements(path: string): LabelledStatement[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as LabelledStatement);
}

/** Checks one Markdown text as `caveat lint` would, and keeps the disagreements. */
export function disagreements(text: string, evidence: Evidence): Finding[] {
  const reader = readerFor({ languageId: 'markdown' });
  if (!reader) throw new Error('There is no reader for Markdown.');
  const findings = checkManuscript(reader.read(text), evidence, {
    library: createLibrary([], evidence.packs),
    cite: reader.cite,
  });
  return findings.filter(({ ruleId }) => DISAGREEMENT.has(ruleId));
}

/**
 * @param setBetween makes a paragraph of a statement (with its citations as the manuscript has them); only what is
 * found in the statement counts
 */
export function evaluate(
  statements: readonly LabelledStatement[],
  evidence: Evidence,
  setBetween: (text: string, number: number) => string = (text) => text,
): Outcome[] {
  const byNumber = new Map(
    evidence.packs.flatMap((pack) =>
      pack.references.map((r) => [r['citation-number'], r.id] as const),
    ),
  );
  const claims = new Map(evidence.profiles.map(({ claim }) => [claim.id, claim]));
  return statements.map((statement, number) => {
    const text = statement.text.replace(
      /\{\{(\d+)\}\}/g,
      (_, n: string) => `[@${byNumber.get(Number(n)) ?? n}]`,
    );
    const paragraph = setBetween(text, number);
    const start = paragraph.indexOf(text);
    const findings = disagreements(paragraph, evidence).filter(
      ({ span }) => span.end > start && span.start < start + text.length,
    );
    const named = findings
      .flatMap((finding) => finding.claims)
      .flatMap((id) => claims.get(id)?.references ?? []);
    return {
      statement,
      findings,
      rightEvidence:
        findings.length === 0 || statement.refs.length === 0
          ? undefined
          : statement.refs.some((number) => named.includes(number)),
    };
  });
}

/**
 * Sets statements between two sentences of sound prose each, as they would stand in a manuscript.
 * @param folder with Markdown texts
 */
export function paragraphsFrom(folder: string): (text: string, number: number) => string {
  const sentences = markdownIn(folder).flatMap(({ text }) => plainSentences(text));
  // Steps that share no factor with the number of sentences as a rule, so that all of them are used.
  return (text, number) => {
    const at = (step: number) => sentences[(number * step) % sentences.length] ?? '';
    return `${at(37)} ${text} ${at(61)}`;
  };
}

export interface Scores {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly rightEvidence: number;
  readonly byLabel: Readonly<Record<string, { readonly caught: number; readonly of: number }>>;
  readonly falseAlarms: Readonly<Record<string, number>>;
}

export function score(outcomes: readonly Outcome[]): Scores {
  const flagged = outcomes.filter(({ findings }) => findings.length > 0);
  const caught = flagged.filter(({ statement }) => statement.label !== 'ok');
  const wanted = outcomes.filter(({ statement }) => statement.label !== 'ok');
  const precision = caught.length / Math.max(1, flagged.length);
  const recall = caught.length / Math.max(1, wanted.length);
  const byLabel: Record<string, { caught: number; of: number }> = {};
  for (const { statement, findings } of wanted) {
    const row = (byLabel[statement.label] ??= { caught: 0, of: 0 });
    row.of++;
    if (findings.length > 0) row.caught++;
  }
  const falseAlarms: Record<string, number> = {};
  for (const { statement } of flagged.filter(({ statement: s }) => s.label === 'ok')) {
    falseAlarms[statement.subtype] = (falseAlarms[statement.subtype] ?? 0) + 1;
  }
  const named = caught.filter(({ rightEvidence }) => rightEvidence !== undefined);
  return {
    precision,
    recall,
    f1: (2 * precision * recall) / Math.max(1e-9, precision + recall),
    rightEvidence:
      named.filter(({ rightEvidence }) => rightEvidence).length / Math.max(1, named.length),
    byLabel,
    falseAlarms,
  };
}

/** Words and false alarms of sound prose, a document a row. */
export function measureProse(
  folder: string,
  evidence: Evidence,
): { name: string; words: number; findings: Finding[]; text: string }[] {
  return markdownIn(folder).map(({ name, text }) => ({
    name,
    words: text.split(/\s+/).length,
    findings: disagreements(text, evidence),
    text,
  }));
}

function markdownIn(folder: string): { readonly name: string; readonly text: string }[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
}
