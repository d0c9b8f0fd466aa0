import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Command, Option } from 'commander';
import { DEFAULT_MAX_FILE_SIZE, SHIPPED_PACK } from '../../checks/config';
import { checkManuscript } from '../../checks/engine';
import type { Evidence } from '../../checks/evidence';
import { inspectManuscript } from '../../checks/inspect';
import type { Finding } from '../../checks/types';
import { createLibrary } from '../../bibliography/library';
import { readerFor, telltaleFiles } from '../../manuscript/formats';
import { loadBibliographies } from '../bibliographies';
import { escapeFixes } from '../../server/escape';
import { CannotRun, EXIT, type Report } from '../exit';
import { expandPaths, findConfig, readConfig, readText, type FoundConfig } from '../files';
import { FORMATTERS, type FormatName } from '../formats/index';
import type { LintedFile } from '../formats/types';
import { collect, packOption, wholeNumber } from '../options';
import { loadEvidence, printProblems } from '../packs';
import { filesAbove } from '../project';

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
    .addOption(
      new Option(
        '--bibliography <file>',
        'a bibliography beside those that the manuscript names (repeatable)',
      )
        .argParser(collect)
        .default([] as readonly string[], 'none'),
    )
    .addOption(
      new Option('--max-warnings <n>', 'more warnings than this end with 1').argParser(
        wholeNumber(0),
      ),
    )
    .option('--stdin-filename <name>', 'the name, and so the format and folder, of standard input')
    .option('--config <file>', 'use this configuration instead of the nearest .caveatrc.yaml')
    .option(
      '--explain',
      'also print how each statement was read, and the claims that it was held against (stylish and json)',
    )
    .action(async (files: string[], options: LintOptions) => {
      report(await lint(files, options));
    });
}

async function lint(patterns: readonly string[], options: LintOptions): Promise<number> {
  const run = new LintRun(options);
  const linted: LintedFile[] = [];
  for (const pattern of patterns) {
    if (pattern === '-') {
      linted.push(run.check(options.stdinFilename ?? 'stdin.md', await readStandardInput()));
      continue;
    }
    for (const path of await expandPaths([pattern], run.missing)) {
      const read = readText(path, run.maxFileSize(path));
      if ('text' in read) linted.push(run.check(path, read.text));
      else run.skip(path, read.skipped);
    }
  }
  process.stdout.write(FORMATTERS[options.format](linted));
  return run.exitCode(linted.flatMap(({ findings }) => findings));
}

/** What a run keeps between manuscripts: configurations and the evidence loaded for them. */
class LintRun {
  private readonly configs = new Map<string, FoundConfig | undefined>();
  private readonly evidence = new Map<string, Evidence>();
  private failed = false;

  constructor(private readonly options: LintOptions) {
    if (options.config !== undefined && !existsSync(options.config)) {
      throw new CannotRun(
        `There is no configuration ${options.config}; mend the path after --config.`,
      );
    }
  }

  readonly missing = (pattern: string): void => {
    this.fail(`Nothing matches ${pattern}; name a manuscript, a folder or a glob.`);
  };

  skip(path: string, reason: string): void {
    process.stderr.write(`${path}: skipped: ${reason}\n`);
  }

  maxFileSize(path: string): number {
    return this.configOf(path)?.config.maxFileSize ?? DEFAULT_MAX_FILE_SIZE;
  }

  check(path: string, source: string): LintedFile {
    const found = this.configOf(path);
    const evidence = this.evidenceFor(found);
    const projectFiles = filesAbove(path, telltaleFiles({ path }));
    const reader =
      readerFor({ path, source, projectFiles }) ?? readerFor({ languageId: 'markdown', source });
    if (!reader) return { path, source, findings: [] };
    const manuscript = reader.read(source);
    const extra = [
      ...this.options.bibliography.map((file) => ({ path: file, base: process.cwd() })),
      ...(found?.config.bibliography ?? []).map((file) => ({
        path: file,
        base: found?.folder ?? '.',
      })),
    ];
    const { bibliographies, problems } = loadBibliographies(path, reader, manuscript, extra);
    printProblems(problems);
    if (problems.some(({ severity }) => severity === 'error')) this.failed = true;
    // Of a chapter nobody knows then which keys exist.
    const isUnknown = manuscript.isPart && bibliographies.length === 0;
    const engine = {
      library: createLibrary(bibliographies, evidence.packs),
      rules: { ...found?.config.rules, ...(isUnknown && { 'unknown-citation': 'off' as const }) },
    };
    const cite = (keys: readonly string[]) => reader.cite(keys, manuscript);
    const findings = escapeFixes(
      checkManuscript(manuscript, evidence, { ...engine, cite }),
      reader,
    );
    if (!this.options.explain) return { path, source, findings };
    return {
      path,
      source,
      findings,
      inspections: inspectManuscript(manuscript, evidence, engine),
    };
  }

  exitCode(findings: readonly Finding[]): number {
    if (this.failed) return EXIT.cannotRun;
    const count = (severity: Finding['severity']) =>
      findings.filter((f) => f.severity === severity).length;
    const { maxWarnings } = this.options;
    const tooMany = maxWarnings !== undefined && count('warning') > maxWarnings;
    return count('error') > 0 || tooMany ? EXIT.findings : EXIT.ok;
  }

  private fail(message: string): void {
    process.stderr.write(`caveat: ${message}\n`);
    this.failed = true;
  }

  private configOf(path: string): FoundConfig | undefined {
    const key = this.options.config ?? dirname(resolve(path));
    if (!this.configs.has(key)) {
      const found = this.options.config === undefined ? findConfig(key) : readConfig(key);
      printProblems(found?.problems ?? []);
      if (found?.problems.length) this.failed = true;
      this.configs.set(key, found);
    }
    return this.configs.get(key);
  }

  private evidenceFor(found: FoundConfig | undefined): Evidence {
    const configured = (found?.config.packs ?? [])
      .filter((folder) => folder !== SHIPPED_PACK)
      .map((folder) => resolve(found?.folder ?? '.', folder));
    const folders = this.options.pack.length > 0 ? this.options.pack : configured;
    const key = folders.join('\n');
    const known = this.evidence.get(key);
    if (known) return known;
    const evidence = loadEvidence(folders, found?.config.packs?.includes(SHIPPED_PACK) ?? false);
    this.evidence.set(key, evidence);
    return evidence;
  }
}

async function readStandardInput(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
