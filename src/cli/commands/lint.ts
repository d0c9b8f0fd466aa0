import { Command, Option } from 'commander';
import { inspectManuscript } from '../../checks/inspect';
import type { Finding } from '../../checks/types';
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
      const read = readText(path, run.maxFileSize(path));
      if ('text' in read) linted.push(lintText(run, path, read.text, options));
      else process.stderr.write(`${path}: skipped: ${read.skipped}\n`);
    }
  }
  process.stdout.write(FORMATTERS[options.format](linted));
  const findings = linted.flatMap((file) => file.findings);
  return run.failed ? EXIT.cannotRun : exitCode(findings, options);
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
