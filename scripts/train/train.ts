// Trains the checker's judgement from the example sentences of the shipped packs and writes data/model/checker.json.
// Reproducible: no sampling, no clock. Run it with `npm run train` after changing claims, concepts, lexicon or reader.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compilePack, createEvidence } from '../../src/checks/evidence';
import { SIGNALS } from '../../src/checks/signals';
import { predict } from '../../src/checks/trees';
import { readPack } from '../../src/cli/packs';
import { boost, type Sample } from './boost';
import { makeProseSamples, makeSamples, type LabelledSample } from './samples';

const OPTIONS = { trees: 120, depth: 4, rate: 0.1, minChild: 6, l2: 3 };
const FOLDS = 4;
const PACKS = 'data/packs';
/** Sound prose that may be looked at; the rest of it measures. */
const PROSE = 'test/eval/prose-tuned';
const TARGET = 'data/model/checker.json';

const packs = readdirSync(PACKS).map((name) => {
  const { pack } = readPack(join(PACKS, name));
  if (!pack) throw new Error(`The pack ${name} cannot be used; run caveat pack check on it.`);
  return pack;
});
const evidence = createEvidence(packs.map(compilePack));
const prose = readdirSync(PROSE).map((name) => readFileSync(join(PROSE, name), 'utf8'));
const samples = [...makeSamples(evidence), ...makeProseSamples(evidence, prose)];
if (process.argv.includes('--folds')) report(crossValidate(samples));
writeFileSync(
  TARGET,
  JSON.stringify(boost([...samples, ...samples.map(asStranger)], SIGNALS, OPTIONS)),
);
process.stdout.write(`${TARGET}: ${samples.length} pairs\n`);

/**
 * A stranger's sentence shares fewer words with the claim than its curator's do. Each pair is seen a second time with
 * less likeness and fainter marks, so that the model leans on what the sentence says.
 */
function asStranger(sample: Sample, index: number): Sample {
  const isFaint = index % 2 === 0;
  const vector = sample.vector.map((value, i) => {
    const name = SIGNALS[i] ?? '';
    if (name === 'similarity') return value * (isFaint ? 0.85 : 0.7);
    if (!name.startsWith('marks')) return value;
    const share = index % 3 === 0 ? 0 : 0.4;
    return isFaint || name === 'marks-f'
      ? name === 'marks-f' || !isFaint
        ? value * share
        : 0
      : value * share;
  });
  return { ...sample, vector };
}

/** Claims, not sentences, are held out: the folds never share a claim. */
function crossValidate(
  all: readonly LabelledSample[],
): { probability: number; sample: LabelledSample }[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const train = all.filter(({ group }) => foldOf(group) !== fold);
    const model = boost([...train, ...train.map(asStranger)], SIGNALS, OPTIONS);
    return all
      .filter(({ group }) => foldOf(group) === fold)
      .map((sample) => ({ probability: predict(model, sample.vector), sample }));
  }).flat();
}

function foldOf(group: string): number {
  let hash = 0;
  for (const char of group) hash = (hash * 31 + char.charCodeAt(0)) >>> 0;
  return hash % FOLDS;
}

function report(predictions: readonly { probability: number; sample: LabelledSample }[]): void {
  const own = predictions.filter(({ sample }) => sample.own);
  for (const threshold of [0.5, 0.6, 0.7, 0.8, 0.9]) {
    const caught = own.filter(
      ({ sample, probability }) => sample.label === 1 && probability >= threshold,
    ).length;
    const alarms = own.filter(
      ({ sample, probability }) => sample.label === 0 && probability >= threshold,
    ).length;
    const positive = own.filter(({ sample }) => sample.label === 1).length;
    process.stdout.write(
      `from ${threshold}: recall ${(caught / positive).toFixed(3)}, false alarms ${(alarms / (own.length - positive)).toFixed(3)} of spared sentences\n`,
    );
  }
}
