import { writeFileSync } from 'node:fs';
import type { Finding } from '../checks/types';
import { CannotRun } from './exit';
import { readText } from './files';
import type { LintedFile } from './formats/types';

/**
 * Findings that are put up with: an old manuscript can adopt Caveat, and only what is new is reported. A finding is
 * known by its rule, its text and its first claim; so it may move within the manuscript or into another one.
 */
interface Entry {
  readonly ruleId: string;
  /** The text that is reported, each run of white space as one space. */
  readonly text: string;
  /** The telling claim; absent where the rule is about none. */
  readonly claim?: string;
  /** How often; absent for once. */
  readonly count?: number;
}

interface BaselineFile {
  readonly version: 1;
  readonly findings: readonly Entry[];
}

const MAX_SIZE = 50_000_000;

/** What a baseline did to a run. */
export interface Baselined {
  readonly files: readonly LintedFile[];
  /** Findings left out, since the baseline has them. */
  readonly known: number;
  /** Entries that no finding answers to any more. */
  readonly gone: number;
}

/** Writes all findings of a run, sorted, so that a later one differs in few lines. @throws CannotRun */
export function writeBaseline(path: string, files: readonly LintedFile[]): number {
  const counts = new Map<string, number>();
  for (const file of files)
    for (const finding of file.findings) {
      const key = keyOf(entryOf(file, finding));
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  const findings = [...counts.keys()].sort().map((key): Entry => {
    const [ruleId = '', text = '', claim] = JSON.parse(key) as string[];
    const count = counts.get(key) ?? 1;
    return { ruleId, text, ...(claim && { claim }), ...(count > 1 && { count }) };
  });
  const content: BaselineFile = { version: 1, findings };
  try {
    writeFileSync(path, `${JSON.stringify(content, null, 2)}\n`);
  } catch (error) {
    throw new CannotRun(`The baseline cannot be written to ${path} (${reason(error)}).`);
  }
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

/**
 * Takes the findings that a baseline has out of a run, each as often as it stands there.
 * @throws CannotRun where the file cannot be read or is no baseline
 */
export function applyBaseline(path: string, files: readonly LintedFile[]): Baselined {
  const left = new Map<string, number>();
  for (const entry of readBaseline(path)) {
    const key = keyOf(entry);
    left.set(key, (left.get(key) ?? 0) + (entry.count ?? 1));
  }
  let known = 0;
  const isNew = (file: LintedFile, finding: Finding) => {
    const key = keyOf(entryOf(file, finding));
    const count = left.get(key) ?? 0;
    if (count === 0) return true;
    left.set(key, count - 1);
    known++;
    return false;
  };
  const kept = files.map((file) => ({
    ...file,
    findings: file.findings.filter((finding) => isNew(file, finding)),
  }));
  const gone = [...left.values()].reduce((sum, count) => sum + count, 0);
  return { files: kept, known, gone };
}

function readBaseline(path: string): readonly Entry[] {
  const read = readText(path, MAX_SIZE);
  if ('skipped' in read)
    throw new CannotRun(
      `The baseline ${path} cannot be read (${read.skipped}); make it with --write-baseline.`,
    );
  let content: Partial<BaselineFile> | null;
  try {
    content = JSON.parse(read.text) as Partial<BaselineFile> | null;
  } catch (error) {
    throw new CannotRun(`${path} is no JSON (${reason(error)}); make it with --write-baseline.`);
  }
  const findings = content?.findings;
  if (content?.version !== 1 || !Array.isArray(findings) || !findings.every(isEntry))
    throw new CannotRun(`${path} is no baseline of version 1; make it with --write-baseline.`);
  return findings;
}

function isEntry(value: unknown): value is Entry {
  const entry = value as Partial<Record<keyof Entry, unknown>> | null;
  const { ruleId, text, claim, count } = entry ?? {};
  return (
    typeof ruleId === 'string' &&
    typeof text === 'string' &&
    (claim === undefined || typeof claim === 'string') &&
    (count === undefined || (Number.isInteger(count) && (count as number) > 0))
  );
}

function entryOf({ source }: LintedFile, { ruleId, span, claims }: Finding): Entry {
  const text = source.slice(span.start, span.end).replace(/\s+/g, ' ').trim();
  return { ruleId, text, ...(claims[0] !== undefined && { claim: claims[0] }) };
}

function keyOf({ ruleId, text, claim }: Entry): string {
  return JSON.stringify([ruleId, text, claim ?? '']);
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
