import { createReaderOfCitations } from '../../src/checks/cited';
import { consider, type Candidate } from '../../src/checks/consider';
import { CONTRAST_BUCKETS } from '../../src/checks/contrast';
import { subjectsOf } from '../../src/checks/engine';
import { compilePack, createEvidence, type Evidence } from '../../src/checks/evidence';
import { EXAMPLE_FIELDS } from '../../src/checks/examples';
import { FeatureSet } from '../../src/checks/features';
import { figuresOfCited } from '../../src/checks/judge';
import { marksOf } from '../../src/checks/marks';
import { CURATOR } from '../../src/checks/claim-sentences';
import {
  SIGNALS,
  signalsOf,
  withRivals,
  WORDING_SIGNALS,
  wordingSignals,
} from '../../src/checks/signals';
import type { Subject } from '../../src/checks/statement';
import {
  partsOf,
  WORDING_BUCKETS,
  wordingFeatures,
  WORDING_GROUPS,
  wordingOf,
} from '../../src/checks/wording';
import { NO_WORDING } from '../../src/checks/wording-model';
import { exampleText, type Pack, type StatementLabel } from '../../src/evidence/types';
import { readerFor } from '../../src/manuscript/formats';
import { splitSentences } from '../../src/manuscript/sentences';
import { createNeighbours, setBetween, type Surroundings } from './neighbours';
import { scoreOf, type WordingWeights } from './wording';

/** One statement held against one claim. */
export interface TrainingPair {
  /** Buckets of the statement's wording features, and the group of each. */
  readonly wording: Int32Array;
  readonly groups: Uint8Array;
  /** Buckets of what sets it apart from known sentences. */
  readonly contrast: Int32Array;
  /** The signals; those of the learned weights are filled in by `fillWording`. */
  readonly signals: Float64Array;
  readonly label: 0 | 1;
  /** What kind of disagreement it is. */
  readonly kind: StatementLabel;
  readonly weight: number;
  /** Who wrote it. */
  readonly hand: string;
  /** What one hand wrote on one claim. */
  readonly group: string;
  /** The text that it belongs to. */
  readonly text: number;
}

/** A labelled statement that is tied to references instead of to a claim. */
export interface TiedText {
  readonly text: string;
  readonly label: StatementLabel;
  readonly subtype: string;
  readonly refs: readonly number[];
}

interface Text {
  readonly claim: string | undefined;
  /** Where the claim is not known: the references that bear on the text. */
  readonly refs?: readonly number[];
  readonly label: StatementLabel;
  readonly text: string;
  readonly hand: string;
  /** Cite the claim's references, whether or not the text does. */
  readonly citing: boolean;
  readonly weight: number;
  /** Sentences beside it that say nothing for or against it. */
  readonly around?: Surroundings;
}

const NO_SIGNALS = WORDING_SIGNALS.map(() => 0);
const NO_LOG_ODDS = [0, ...WORDING_GROUPS.map(() => 0)];

/** A claim's own examples are plainer than manuscripts are. */
const CURATOR_WEIGHT = 0.4;
/** So many statements of a set, one after the other, are kept together. */
const BLOCK = 12;
const PROSE = 'prose';
const TIED = 'tied';
/** They are few, and written like manuscripts. */
const TIED_WEIGHT = 1.5;

/**
 * All labelled texts of the packs, and sound prose, as pairs. What one hand wrote is judged with evidence that knows
 * nothing of that hand, as a stranger's manuscript will be.
 */
export function makePairs(
  packs: readonly Pack[],
  prose: readonly string[],
  tied: readonly TiedText[],
): TrainingPair[] {
  const texts = packs.flatMap(textsOf);
  const neighboursOf = createNeighbours(soundSentences(texts), prose);
  const amongNeighbours = (text: Text, number: number): Text => {
    const around = neighboursOf(text.text, number);
    return around ? { ...text, around } : text;
  };
  const hands = [...new Set(texts.map(({ hand }) => hand))].sort();
  const pairs: TrainingPair[] = [];
  const sets = {
    wording: new FeatureSet(WORDING_BUCKETS),
    contrast: new FeatureSet(CONTRAST_BUCKETS),
  };
  let next = 0;
  for (const hand of hands) {
    const evidence = evidenceWithout(packs, hand);
    for (const text of texts.filter((one) => one.hand === hand))
      pairs.push(...pairsOf(amongNeighbours(text, next), next++, evidence, sets));
  }
  const evidence = evidenceWithout(packs, undefined);
  for (const text of tied) {
    const one = { ...text, claim: undefined, hand: TIED, citing: false, weight: TIED_WEIGHT };
    pairs.push(...pairsOf(amongNeighbours(one, next), next++, evidence, sets));
  }
  for (const text of prose) {
    pairs.push(
      ...pairsOf(
        { claim: undefined, label: 'ok', text, hand: PROSE, citing: false, weight: 2 },
        next++,
        evidence,
        sets,
      ),
    );
  }
  return pairs;
}

/** Right statements of one sentence, each once. */
function soundSentences(texts: readonly Text[]): string[] {
  const sound = texts.filter(
    ({ label, text }) => label === 'ok' && splitSentences(text).length === 1,
  );
  return [...new Set(sound.map(({ text }) => text))];
}

/** The packs as they would be had one hand written nothing. */
function evidenceWithout(packs: readonly Pack[], hand: string | undefined): Evidence {
  return createEvidence(
    packs.map((pack) => compilePack(pack, hand)),
    NO_WORDING,
  );
}

const LABEL_OF = {
  'consistent-with': 'ok',
  'contradicted-by': 'contradiction',
  'needs-caveat': 'overclaim',
} as const;

function textsOf(pack: Pack): Text[] {
  const carried = new Map(pack.claims.map((claim) => [claim.id, claim.references.length > 0]));
  const own = pack.claims.flatMap((claim) => [
    { claim: claim.id, label: 'ok' as const, text: claim.statement, hand: CURATOR },
    ...EXAMPLE_FIELDS.flatMap((field) =>
      (claim[field] ?? []).map((example) => ({
        claim: claim.id,
        label: LABEL_OF[field],
        text: exampleText(example),
        hand: CURATOR,
      })),
    ),
  ]);
  return [...own, ...(pack.training ?? [])].flatMap((text) => {
    const weight = text.hand === CURATOR ? CURATOR_WEIGHT : 1;
    const cites = /\{\{\d+\}\}/.test(text.text);
    // A writer may cite the source or not; the model must know both.
    return cites || !carried.get(text.claim)
      ? [{ ...text, citing: false, weight }]
      : [
          { ...text, citing: false, weight: 0.7 * weight },
          { ...text, citing: true, weight: 0.3 * weight },
        ];
  });
}

/** Gathers the features of one pair after the other. */
interface Sets {
  readonly wording: FeatureSet;
  readonly contrast: FeatureSet;
}

function pairsOf(text: Text, id: number, evidence: Evidence, sets: Sets): TrainingPair[] {
  const subjects = readText(text, evidence);
  const flagged = text.label !== 'ok';
  const considered = subjects.map((subject) => consider(subject, evidence));
  const owns = considered.map((candidates) =>
    candidates.find(({ profile }) => profile.claim.id === text.claim),
  );
  const best = Math.max(...owns.map((own) => own?.similar ?? 0));
  return subjects.flatMap((subject, sentence) => {
    const candidates = considered[sentence] ?? [];
    const wording = wordingOf(subject.reading);
    const marks = marksOf(subject.reading, evidence.vocabulary);
    const alsoRight = figuresOfCited(candidates);
    const own = owns[sentence];
    // What the other claims make of a wrong sentence is not known.
    const wanted: Candidate[] = !flagged
      ? candidates.slice(0, 5)
      : text.refs
        ? candidates.filter((candidate) => bearsOn(candidate, text.refs ?? []))
        : own && own.similar >= 0.5 * best
          ? [own]
          : [];
    const signals = withRivals(
      candidates.map((candidate) => [
        candidate,
        signalsOf(
          { ...subject, marks, candidate, alsoRight, wording: NO_SIGNALS },
          evidence.vocabulary,
        ),
      ]),
    );
    const pairOf = (candidate: Candidate): TrainingPair => {
      const { profile, rank } = candidate;
      const parts = partsOf(wording, profile, evidence.partReader);
      wordingFeatures(parts, profile, rank === 0, sets.wording);
      const contrast = evidence.contrasts(parts, profile.known, sets.contrast);
      const numbers = Float64Array.from(signals[candidates.indexOf(candidate)]?.vector ?? []);
      numbers.set(wordingSignals(NO_LOG_ODDS, 0, contrast), SIGNALS.indexOf('wording'));
      const { buckets, groups } = sets.wording.all();
      return {
        wording: Int32Array.from(buckets),
        groups: Uint8Array.from(groups),
        contrast: Int32Array.from(sets.contrast.all().buckets),
        signals: numbers,
        label: flagged ? 1 : 0,
        kind: text.label,
        weight: text.weight,
        hand: text.hand,
        group: groupOf(text, id, sentence),
        text: id,
      };
    };
    return wanted.map((candidate) => pairOf(candidate));
  });
}

/** Twins, which differ in a word, must not be apart: one would teach the opposite of the other. They are neighbours. */
function groupOf({ hand, claim, refs }: Text, id: number, sentence: number): string {
  if (claim !== undefined) return `${hand} ${claim}`;
  return refs ? `${hand} ${Math.floor(id / BLOCK)}` : `${hand} ${id} ${sentence}`;
}

/** Claims of other references than those that bear on a text cannot show what is wrong with it. */
function bearsOn({ profile, rank }: Candidate, refs: readonly number[]): boolean {
  return refs.length === 0
    ? rank === 0
    : rank < 4 && profile.claim.references.some((number) => refs.includes(number));
}

/** The sentences of a text as the checker sees them; of one among neighbours, only itself. */
function readText(text: Text, evidence: Evidence): Subject[] {
  const { around } = text;
  if (!around) return readSource(text.text, text, evidence);
  const subjects = readSource(setBetween(text.text, around), text, evidence);
  return subjects.slice(around.before.length, around.before.length + 1);
}

function readSource(text: string, { claim, citing }: Text, evidence: Evidence): Subject[] {
  const reader = readerFor({ languageId: 'markdown' });
  if (!reader) throw new Error('There is no reader for Markdown.');
  const keys = new Map(
    evidence.packs.flatMap((pack) =>
      pack.references.map((r) => [r['citation-number'], r.id] as const),
    ),
  );
  const references = evidence.packs.flatMap((pack) => pack.references);
  const numbers = new Set(
    citing
      ? evidence.profiles.find((profile) => profile.claim.id === claim)?.claim.references
      : undefined,
  );
  const cited = references.filter((r) => numbers.has(r['citation-number'] ?? -1));
  const source = text.replace(
    /\{\{(\d+)\}\}/g,
    (_, n: string) => `[@${keys.get(Number(n)) ?? 'unknown'}]`,
  );
  const citedBy = createReaderOfCitations(evidence.citable, undefined);
  return reader.read(source).blocks.flatMap(({ statements }) =>
    subjectsOf(
      statements,
      evidence,
      statements.map((statement) => [...new Set([...citedBy(statement), ...cited])]),
    ),
  );
}

/** Fills in what weights say of a pair that they were not learned from. */
export function fillWording(
  { wording, groups, contrast, signals }: TrainingPair,
  weights: { readonly wording: WordingWeights; readonly contrast: WordingWeights },
): void {
  const sums = new Float64Array(WORDING_GROUPS.length + 1);
  sums[0] = weights.wording.bias;
  wording.forEach((bucket, i) => {
    const weight = weights.wording.weights[bucket] as number;
    sums[0] = (sums[0] as number) + weight;
    const group = (groups[i] as number) + 1;
    sums[group] = (sums[group] as number) + weight;
  });
  signals.set(sums, SIGNALS.indexOf('wording'));
  signals[SIGNALS.indexOf('contrast')] = scoreOf(weights.contrast, contrast);
}
