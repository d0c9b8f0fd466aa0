// `npm run eval`: how often the checker is right, on labelled statements and on sound prose.
// `--misses NAME` lists what was missed and wrongly flagged in one set; never use it on a held-out set while tuning.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createEvidence } from '../../src/checks/evidence';
import { compilePack } from '../../src/checks/evidence';
import { readPack } from '../../src/cli/packs';
import { evaluate, measureProse, readStatements, score } from './measure';
import { reportRetrieval } from './retrieval';
import { trainedWording } from '../support/shipped';

const here = 'test/eval';
const { pack } = readPack('data/packs/msc-allogeneic-autologous');
if (!pack) throw new Error('The shipped pack cannot be read; run `caveat pack check`.');
const evidence = createEvidence([compilePack(pack)], trainedWording());
const wanted = process.argv.indexOf('--misses');
const shown = wanted < 0 ? undefined : process.argv[wanted + 1];

for (const [name, note] of [
  ['tuned', 'looked at and trained on'],
  ['tuned-2', 'written by somebody else, looked at and trained on'],
  ['tuned-3', 'written by somebody else, trained on'],
  ['tuned-4', 'written by a fourth hand, trained on'],
  ['tuned-5', 'written by a fifth hand, trained on'],
  ['tuned-6', 'written by a sixth hand, trained on'],
  ['tuned-7', 'written by a seventh hand, trained on'],
  ['heldout', 'never looked at while tuning'],
  ['heldout-3', 'written by somebody else, never looked at while tuning'],
  ['heldout-4', 'by the hand of tuned-4, never looked at while tuning'],
] as const) {
  const path = join(here, `${name}.jsonl`);
  if (!existsSync(path)) continue;
  const outcomes = evaluate(readStatements(path), evidence);
  const scores = score(outcomes);
  process.stdout.write(`\n${name} (${outcomes.length} statements, ${note})\n`);
  process.stdout.write(
    `  precision ${scores.precision.toFixed(3)}  recall ${scores.recall.toFixed(3)}  F1 ${scores.f1.toFixed(3)}  right evidence ${scores.rightEvidence.toFixed(3)}\n`,
  );
  for (const [label, { caught, of }] of Object.entries(scores.byLabel)) {
    process.stdout.write(
      `  ${label.padEnd(14)} ${caught} of ${of} (${(caught / of).toFixed(2)})\n`,
    );
  }
  process.stdout.write(`  false alarms   ${JSON.stringify(scores.falseAlarms)}\n`);
  if (shown !== name) continue;
  for (const { statement, findings } of outcomes) {
    const isWrong = (statement.label === 'ok') === findings.length > 0;
    if (!isWrong) continue;
    process.stdout.write(
      `  ${statement.label === 'ok' ? 'FALSE' : 'MISS '} ${statement.id} ${statement.subtype}: ${statement.text}\n`,
    );
    for (const finding of findings)
      process.stdout.write(`        ${finding.ruleId} ${finding.claims.join(', ')}\n`);
  }
}

for (const [title, folders] of [
  ['sound prose that the training sees', [join(here, 'prose-tuned')]],
  ['sound prose that the training does not see', [join(here, 'prose'), 'docs/rules', 'docs']],
] as const) {
  measure(title, folders);
}

function measure(title: string, folders: readonly string[]): void {
  let words = 0;
  let alarms = 0;
  process.stdout.write(`\n${title}\n`);
  for (const folder of folders) {
    if (!existsSync(folder)) continue;
    for (const document of measureProse(folder, evidence)) {
      // The rules' pages hold bad examples on purpose, in code blocks; nothing else in them may be flagged.
      words += document.words;
      alarms += document.findings.length;
      process.stdout.write(
        `  ${document.name.padEnd(28)} ${String(document.words).padStart(6)} words, ${document.findings.length} false alarms\n`,
      );
      if (shown !== 'prose') continue;
      for (const f of document.findings) {
        process.stdout.write(
          `        ${f.ruleId} ${f.claims[0] ?? ''}: ${document.text.slice(f.span.start, f.span.end)}\n`,
        );
      }
    }
  }
  process.stdout.write(`  ${((1000 * alarms) / words).toFixed(2)} false alarms per 1,000 words\n`);
}

process.stdout.write('\nreferences found\n');
reportRetrieval(here, evidence.index, pack.training ?? [], shown);
