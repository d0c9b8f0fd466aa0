import { Command, Option } from 'commander';
import { inspectManuscript } from '../../checks/inspect';
import type { Finding } from '../../checks/types';
import { applyBaseline, writeBaseline } from '../baseline';
import { CheckRun } from '../check-run';
import { EXIT, type Report } from '../exit';
import { expandPaths, readStandardInput, readText } from '../files';
import { FORMATTERS, type FormatName } from '../formats/index';
import type { LintedFile } from '../formats/types';
import {
  bibliographyOption,
  configOption,
  packOption,
  stdinFilenameOption,
  wholeNumber,
} from '../options';

interface LintOptions {
  readonly format: FormatName;
  readonly pack: readonly string[];
  readonly bibliography: readonly string[];
  readonly maxWarnings?: number;
  readonly stdinFilename?: string;
  readonly config?: string;
  readonly explain?: boolean;
  readonly baseline?: string;
  readonly writeBaseline?: string;
}

/** `caveat lint`: findings of manuscripts; 0 without errors, 1 with, 2 where something could not be read. */
export function lintCommand(report: Report): Command {
  return new Command('lint')
    .description('hold manuscripts against the evidence')
    .argument('[files...]', 'files, folders or globs; `-` reads standard input', ['.'])
    .addOption(
      new Option('--format <format>', 'output format')
        .choices(Object.keys(FORMATTERS))
        .default('stylish'),
    )
    .addOption(packOption())
    .addOption(bibliographyOption())
    .addOption(
      new Option('--max-warnings <n>', 'more warnings than this end with 1').argParser(
        wholeNumber(0),
      ),
    )
    .addOption(
      new Option(
        '--baseline <file>',
        'report only what is not in this baseline, which --write-baseline made',
      ),
    )
    .addOption(
      new Option(
        '--write-baseline <file>',
        'write all findings into this file, print none and end with 0',
      ).conflicts('baseline'),
    )
    .addOption(stdinFilenameOption())
    .addOption(configOption())
    .option(
      '--explain',
      'also print how each statement was read, and the claims that it was held against (stylish and json)',
    )
    .action(async (files: string[], options: LintOptions) => {
      report(await lint(files, options));
    });
}

async function lint(patterns: readonly string[], options: LintOptions): Promise<number> {
  const run = new CheckRun(options);
  const linted: LintedFile[] = [];
  const missing = (pattern: string) => {
    process.stderr.write(
      `caveat: Nothing matches ${pattern}; name a manuscript, a folder or a glob.\n`,
    );
    run.failed = true;
  };
  for (const pattern of patterns) {
    if (pattern === '-') {
      const name = options.stdinFilename ?? 'stdin.md';
      linted.push(lintText(run, name, await readStandardInput(), options));
      continue;
    }
    for (const path of await expandPaths([pattern], missing)) {
      const read = readText(path, run.maxFileSize(path), 'maxFileSize');
      if ('text' in read) linted.push(lintText(run, path, read.text, options));
      else process.stderr.write(`${path}: skipped: ${read.skipped}\n`);
    }
  }
  if (options.writeBaseline !== undefined) {
    const count = writeBaseline(options.writeBaseline, linted);
    tell(`${counted(count)} written to ${options.writeBaseline}`);
    return run.failed ? EXIT.cannotRun : EXIT.ok;
  }
  const shown = options.baseline === undefined ? linted : leaveOut(options.baseline, linted);
  process.stdout.write(FORMATTERS[options.format](shown));
  const findings = shown.flatMap((file) => file.findings);
  return run.failed ? EXIT.cannotRun : exitCode(findings, options);
}

/** Without what the baseline has; how much that is, is told beside the output, which may be read by a program. */
function leaveOut(baseline: string, linted: readonly LintedFile[]): readonly LintedFile[] {
  const { files, known, gone } = applyBaseline(baseline, linted);
  const outdated = gone > 0 ? `; ${counted(gone)} of it not met any more` : '';
  tell(`${counted(known)} left out by the baseline ${baseline}${outdated}`);
  return files;
}

function counted(count: number): string {
  return `${count} ${count === 1 ? 'finding' : 'findings'}`;
}

function tell(message: string): void {
  process.stderr.write(`caveat: ${message}.\n`);
}

function lintText(
  run: CheckRun,
  path: string,
  source: string,
  { explain }: LintOptions,
): LintedFile {
  const checked = run.check(path, source);
  if (!checked) return { path, source, findings: [] };
  const { manuscript, evidence, findings, engine } = checked;
  if (!explain) return { path, source, findings };
  return { path, source, findings, inspections: inspectManuscript(manuscript, evidence, engine) };
}

function exitCode(findings: readonly Finding[], { maxWarnings }: LintOptions): number {
  const count = (severity: Finding['severity']) =>
    findings.filter((finding) => finding.severity === severity).length;
  const tooMany = maxWarnings !== undefined && count('warning') > maxWarnings;
  return count('error') > 0 || tooMany ? EXIT.findings : EXIT.ok;
}
