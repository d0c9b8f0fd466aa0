// `npm run eval`: how often the checker is right, on labelled statements and on sound prose.
// `--misses NAME` lists what was missed and wrongly flagged in one set; never use it on a held-out set while tuning.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createEvidence } from '../../src/checks/evidence';
import { compilePack } from '../../src/checks/evidence';
import { readPack } from '../../src/cli/packs';
import {
  evaluate,
  measureProse,
  paragraphsFrom,
  readStatements,
  score,
  type LabelledStatement,
  type Outcome,
} from './measure';
import { reportRetrieval } from './retrieval';
import { trainedWording } from '../support/shipped';

const here = 'test/eval';
const { pack } = readPack('data/packs/msc-allogeneic-autologous');
if (!pack) throw new Error('The shipped pack cannot be read; run `caveat pack check`.');
const evidence = createEvidence([compilePack(pack)], trainedWording());
const wanted = process.argv.indexOf('--misses');
const shown = wanted < 0 ? undefined : process.argv[wanted + 1];

const TUNED = 'looked at or trained on';
const UNSEEN = 'never looked at while tuning';
const SETS: readonly (readonly [name: string, note: string])[] = [
  ['tuned', TUNED],
  ...Array.from({ length: 17 }, (_, i) => [`tuned-${i + 2}`, TUNED] as const),
  ['heldout', UNSEEN],
  ['heldout-3', `by another hand, ${UNSEEN}`],
  ['heldout-4', `by the hand of tuned-4, ${UNSEEN}`],
  ['heldout-5', `by another hand, ${UNSEEN}`],
];
const inParagraph = paragraphsFrom(join(here, 'prose'));
const unseen: LabelledStatement[] = [];

for (const [name, note] of SETS) {
  const statements = readStatements(join(here, `${name}.jsonl`));
  if (note.endsWith(UNSEEN)) unseen.push(...statements);
  const outcomes = evaluate(statements, evidence);
  print(name, note, outcomes);
  if (shown === name) for (const outcome of outcomes) showMiss(outcome);
}
print('all held-out sets', 'together', evaluate(unseen, evidence));
print(
  'all held-out sets',
  'each statement between two sentences of unseen sound prose',
  evaluate(unseen, evidence, inParagraph),
);

function print(name: string, note: string, outcomes: readonly Outcome[]): void {
  const scores = score(outcomes);
  const round = (value: number) => value.toFixed(3);
  process.stdout.write(
    `\n${name} (${outcomes.length} statements, ${note})\n` +
      `  precision ${round(scores.precision)}  recall ${round(scores.recall)}  F1 ${round(scores.f1)}  right evidence ${round(scores.rightEvidence)}\n`,
  );
  for (const [label, { caught, of }] of Object.entries(scores.byLabel)) {
    process.stdout.write(
      `  ${label.padEnd(14)} ${caught} of ${of} (${(caught / of).toFixed(2)})\n`,
    );
  }
  process.stdout.write(`  false alarms   ${JSON.stringify(scores.falseAlarms)}\n`);
}

function showMiss({ statement, findings }: Outcome): void {
  const isSound = statement.label === 'ok';
  if (isSound !== findings.length > 0) return;
  process.stdout.write(
    `  ${isSound ? 'FALSE' : 'MISS '} ${statement.id} ${statement.subtype}: ${statement.text}\n`,
  );
  for (const finding of findings)
    process.stdout.write(`        ${finding.ruleId} ${finding.claims.join(', ')}\n`);
}

for (const [title, folders] of [
  ['sound prose that the training sees', [join(here, 'prose-tuned')]],
  ['sound prose that the training does not see', [join(here, 'prose'), 'docs/rules', 'docs']],
  ['sound prose never looked at', [join(here, 'prose-5')]],
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
