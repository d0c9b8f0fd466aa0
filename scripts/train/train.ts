// Trains the checker's judgement from the labelled sentences of the shipped packs: data/model/wording.json and
// data/model/checker.json. Reproducible: no sampling, no clock. Run it with `npm run train` after changing claims,
// training statements, concepts, lexicon or reader.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SIGNALS } from '../../src/checks/signals';
import { CONTRAST_BUCKETS } from '../../src/checks/contrast';
import { hashText } from '../../src/checks/hash';
import { WORDING_BUCKETS } from '../../src/checks/wording';
import type { StoredWeights } from '../../src/checks/wording-model';
import { createPredictor, type Model } from '../../src/checks/trees';
import { readPack } from '../../src/cli/packs';
import { boost } from './boost';
import { fillWording, makePairs, type TiedText, type TrainingPair } from './samples';
import { learnWording, scoreOf, type WordingWeights } from './wording';

const TREES = { trees: 150, depth: 4, rate: 0.1, minChild: 10, l2: 3 };
/** A second opinion, by deeper trees on larger groups; the two err in different places. */
const DEEP_TREES = { trees: 160, depth: 6, rate: 0.06, minChild: 25, l2: 5 };
const KIND_TREES = { trees: 40, depth: 3, rate: 0.2, minChild: 10, l2: 3 };
const KINDS = ['contradiction', 'overclaim', 'number', 'scope'] as const;
const WORDING = { epochs: 5, rate: 0.02, l2: 2e-2, minCount: 4, size: WORDING_BUCKETS };
const CONTRAST = { ...WORDING, size: CONTRAST_BUCKETS };
/** How finely weights are kept; more steps do not judge better and take more room. */
const STEPS = 31;
const FOLDS = 5;
const PACKS = 'data/packs';
/** Labelled statements; those that are held out have other names. */
const STATEMENTS = 'test/eval';
/** Sound prose that may be looked at; the rest of it measures. */
const PROSE = 'test/eval/prose-tuned';
const TREES_FILE = 'data/model/checker.json';
const WORDING_FILE = 'data/model/wording.json';

const packs = readdirSync(PACKS).map((name) => {
  const { pack } = readPack(join(PACKS, name));
  if (!pack) throw new Error(`The pack ${name} cannot be used; run caveat pack check on it.`);
  return pack;
});
const prose = readdirSync(PROSE).map((name) => readFileSync(join(PROSE, name), 'utf8'));
const tied = readdirSync(STATEMENTS)
  .filter((name) => /^tuned(-\d+)?\.jsonl$/.test(name))
  .flatMap((name) =>
    readFileSync(join(STATEMENTS, name), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as TiedText),
  );
const started = Date.now();
const say = (text: string) =>
  process.stdout.write(`${((Date.now() - started) / 1000).toFixed(0).padStart(4)} s  ${text}\n`);

let pairs = makePairs(packs, prose, tied);
say(`${pairs.length} pairs`);
// Which sentence of a text is the wrong one is not labelled: the one that the wording model suspects most.
pairs = withoutInnocent(pairs, learn(pairs).wording);
say(`${pairs.length} pairs with one wrong sentence a text`);
// The trees must see the wording as it will be of a stranger: learned without what this hand wrote on this claim.
for (let fold = 0; fold < FOLDS; fold++) {
  const weights = learn(pairs.filter((pair) => foldOf(pair) !== fold));
  for (const pair of pairs) if (foldOf(pair) === fold) fillWording(pair, weights);
}
const hands = [...new Set(pairs.map(({ hand }) => hand))];
for (const hand of hands) report(`wording, ${hand}`, hand, (pair) => pair.signals[0] ?? 0);
if (process.argv.includes('--folds')) {
  for (const hand of hands) {
    const model = boost(samplesOf(pairs.filter((pair) => pair.hand !== hand)), SIGNALS, TREES);
    const predict = createPredictor(model);
    report(`all signals, ${hand}`, hand, (pair) => predict([...pair.signals]));
  }
}
const model = blend(
  [TREES, DEEP_TREES].map((options) => boost(samplesOf(pairs), SIGNALS, options)),
);
const flagged = pairs.filter(({ label }) => label === 1);
const kinds = Object.fromEntries(
  KINDS.map((kind) => [
    kind,
    boost(
      flagged.map(({ signals, kind: own, weight }) => ({
        vector: [...signals],
        label: own === kind ? (1 as const) : (0 as const),
        weight,
      })),
      SIGNALS,
      KIND_TREES,
    ),
  ]),
);
writeFileSync(TREES_FILE, JSON.stringify({ disagrees: model, kinds }));
const { wording, contrast } = learn(pairs);
writeFileSync(WORDING_FILE, JSON.stringify({ wording: pack(wording), contrast: pack(contrast) }));
say('done');

function learn(from: readonly TrainingPair[]) {
  const as = (features: 'wording' | 'contrast') =>
    from.map((pair) => ({ features: pair[features], label: pair.label, weight: pair.weight }));
  return {
    wording: learnWording(as('wording'), WORDING),
    contrast: learnWording(as('contrast'), CONTRAST),
  };
}

/** The mean of some models' log odds, as one model. */
function blend(models: readonly Model[]): Model {
  const share = 1 / models.length;
  const round = (value: number) => Number(value.toPrecision(4));
  return {
    signals: SIGNALS,
    bias: models.reduce((sum, { bias }) => sum + bias * share, 0),
    trees: models.flatMap(({ trees }) =>
      trees.map((nodes) =>
        nodes.map((node) => (node.length === 1 ? [round((node[0] ?? 0) * share)] : node)),
      ),
    ),
  };
}

function foldOf({ group }: TrainingPair): number {
  return hashText(group) % FOLDS;
}

function samplesOf(all: readonly TrainingPair[]) {
  return all.map(({ signals, label, weight }) => ({ vector: [...signals], label, weight }));
}

function withoutInnocent(all: readonly TrainingPair[], weights: WordingWeights): TrainingPair[] {
  const worst = new Map<number, TrainingPair>();
  for (const pair of all) {
    if (pair.label === 0) continue;
    const known = worst.get(pair.text);
    if (!known || scoreOf(weights, pair.wording) > scoreOf(weights, known.wording))
      worst.set(pair.text, pair);
  }
  return all.filter((pair) => pair.label === 0 || worst.get(pair.text) === pair);
}

/** How well a score tells the wrong texts of a hand from the right ones. */
function report(title: string, hand: string, scoreIt: (pair: TrainingPair) => number): void {
  const best = new Map<number, { score: number; label: 0 | 1 }>();
  for (const pair of pairs) {
    if (pair.hand !== hand) continue;
    const score = scoreIt(pair);
    const known = best.get(pair.text);
    if (!known || score > known.score) best.set(pair.text, { score, label: pair.label });
  }
  const ranked = [...best.values()].sort((a, b) => b.score - a.score);
  const positive = ranked.filter(({ label }) => label === 1).length;
  let hits = 0;
  const recallAt = new Map<number, number>();
  ranked.forEach(({ label }, i) => {
    hits += label;
    for (const precision of [0.8, 0.9, 0.95, 0.97])
      if (hits / (i + 1) >= precision) recallAt.set(precision, hits / positive);
  });
  say(
    `${title}: ${ranked.length} texts, ${positive} wrong; recall ${[...recallAt].map(([p, r]) => `${r.toFixed(2)} at precision ${p}`).join(', ')}`,
  );
}

/** Weights as signed bytes. */
function pack({ bias, weights }: WordingWeights): StoredWeights {
  let largest = 0;
  for (const weight of weights) largest = Math.max(largest, Math.abs(weight));
  const scale = largest / STEPS;
  const bytes = Int8Array.from(weights, (weight) => Math.round(weight / scale));
  return { bias, scale, weights: Buffer.from(bytes.buffer).toString('base64') };
}
