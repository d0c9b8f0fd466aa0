import { basename } from 'node:path';
import { Command, Option } from 'commander';
import { version } from '../../../package.json';
import { LineIndex } from '../../manuscript/lines';
import { REPORT_FORMATS, type ReportFormat } from '../../report/formats';
import { createReport } from '../../report/report';
import { CheckRun } from '../check-run';
import { CannotRun, EXIT, type Report } from '../exit';
import { readStandardInput, readText } from '../files';
import { bibliographyOption, configOption, packOption, stdinFilenameOption } from '../options';
import { writeWhole } from '../write';

interface ReportOptions {
  readonly format: ReportFormat;
  readonly output?: string;
  readonly pack: readonly string[];
  readonly bibliography: readonly string[];
  readonly stdinFilename?: string;
  readonly config?: string;
}

/** `caveat report`: findings and coverage of a manuscript, for a co-author; 0 done, 2 could not run. */
export function reportCommand(report: Report): Command {
  return new Command('report')
    .description("write a report of a manuscript's findings and citations, for a co-author")
    .argument('<file>', 'the manuscript; `-` reads standard input')
    .addOption(
      new Option('--format <format>', 'output format')
        .choices(Object.keys(REPORT_FORMATS))
        .default('html'),
    )
    .addOption(new Option('--output <file>', 'write it here instead of to standard output'))
    .addOption(packOption())
    .addOption(bibliographyOption())
    .addOption(stdinFilenameOption())
    .addOption(configOption())
    .action(async (file: string, options: ReportOptions) => {
      report(await write(file, options));
    });
}

async function write(file: string, options: ReportOptions): Promise<number> {
  const run = new CheckRun(options);
  const isInput = file === '-';
  const path = isInput ? (options.stdinFilename ?? 'stdin.md') : file;
  const read = isInput
    ? { text: await readStandardInput() }
    : readText(path, run.maxFileSize(path), 'maxFileSize');
  if (!('text' in read)) throw new CannotRun(`${path} cannot be reported on: ${read.skipped}.`);
  const checked = run.check(path, read.text);
  if (!checked) throw new CannotRun(`${path} is in no format that is read; see docs/formats.md.`);
  const facts = { file: basename(path), date: today(), tool: `Caveat ${version}` };
  const lines = new LineIndex(checked.source);
  const text = REPORT_FORMATS[options.format](createReport({ ...checked, lines }, facts));
  save(text, options.output);
  return run.failed ? EXIT.cannotRun : EXIT.ok;
}

function save(text: string, output: string | undefined): void {
  if (output === undefined) {
    process.stdout.write(text);
    return;
  }
  try {
    writeWhole(output, text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CannotRun(`The report cannot be written to ${output} (${reason}).`);
  }
}

/** The day where this runs, as ISO 8601 writes it. */
function today(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
