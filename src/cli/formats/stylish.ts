import { styleText } from 'node:util';
import type { ConsideredClaim, Inspection } from '../../checks/inspect';
import type { Finding, Severity } from '../../checks/types';
import { LineIndex } from '../../manuscript/lines';
import { plainText } from '../../report/plain';
import type { Formatter, LintedFile } from './types';

const COLOUR = { error: 'red', warning: 'yellow', information: 'blue', hint: 'gray' } as const;
const WIDTH = 100;

/** For people: a block a file, a paragraph a finding, a closing count. */
export const stylish: Formatter = (files) => {
  const shown = files
    .filter(({ findings, inspections }) => findings.length > 0 || inspections?.length)
    .flatMap((file) => [
      ...(file.findings.length > 0 ? [formatFile(file)] : []),
      ...(file.inspections?.length ? [formatInspections(file, file.inspections)] : []),
    ]);
  return `${[...shown, summary(files)].join('\n\n')}\n`;
};

function formatInspections(
  { path, source }: LintedFile,
  inspections: readonly Inspection[],
): string {
  const lines = new LineIndex(source);
  return [
    colour('underline', `${path}, statement by statement`),
    ...inspections.map(({ span, text, assertions, manner, considered }) => {
      const { line, character } = lines.positionAt(span.start);
      return [
        `  ${`${line + 1}:${character + 1}`.padEnd(8)} "${clip(plainText(text))}"`,
        ...assertions.map((assertion) => indent(`says ${assertion}`)),
        ...(manner.length > 0 ? [indent(`manner ${manner.join(', ')}`)] : []),
        ...considered.map((claim) => indent(formatConsidered(claim))),
      ].join('\n');
    }),
  ].join('\n');
}

function formatConsidered({
  claim,
  similarity,
  cited,
  probability,
  because,
}: ConsideredClaim): string {
  return `against ${claim}${cited ? ' (cited)' : ''}: fits ${similarity.toFixed(2)}, differs ${probability.toFixed(2)}; ${because}`;
}

function formatFile({ path, source, findings }: LintedFile): string {
  const lines = new LineIndex(source);
  return [
    colour('underline', plainText(path)),
    ...findings.map((finding) => {
      const { line, character } = lines.positionAt(finding.span.start);
      const place = `${line + 1}:${character + 1}`;
      const quoted = plainText(source.slice(finding.span.start, finding.span.end));
      const head = `  ${place.padEnd(8)} ${colour(COLOUR[finding.severity], finding.severity.padEnd(11))} ${colour('bold', finding.ruleId)}`;
      return [head, indent(`"${clip(quoted)}"`), indent(plainText(finding.message, Infinity))].join(
        '\n',
      );
    }),
  ].join('\n');
}

function clip(text: string): string {
  return text.length > 240 ? `${text.slice(0, 239)}…` : text;
}

function indent(text: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line.length + word.length + 1 > WIDTH && line !== '') {
      lines.push(line);
      line = '';
    }
    line += line === '' ? word : ` ${word}`;
  }
  lines.push(line);
  return lines.map((each) => `           ${each}`).join('\n');
}

function summary(files: readonly LintedFile[]): string {
  const all = files.flatMap(({ findings }) => findings);
  const count = (severity: Severity) =>
    all.filter((finding: Finding) => finding.severity === severity).length;
  const checked = `${files.length} ${files.length === 1 ? 'manuscript' : 'manuscripts'} checked`;
  if (all.length === 0) return `${checked}, no findings`;
  const parts = (['error', 'warning', 'information', 'hint'] as const)
    .map((severity) => [severity, count(severity)] as const)
    .filter(([, n]) => n > 0)
    .map(([severity, n]) => `${n} ${severity}${n > 1 && severity !== 'information' ? 's' : ''}`);
  return `${checked}: ${parts.join(', ')}`;
}

function colour(style: Parameters<typeof styleText>[0], text: string): string {
  const wanted = process.stdout.isTTY && process.env['NO_COLOR'] === undefined;
  return wanted ? styleText(style, text) : text;
}
