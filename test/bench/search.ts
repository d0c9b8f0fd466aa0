import MiniSearch from 'minisearch';
import { compilePack, createEvidence } from '../../src/checks/evidence';
import { readPack } from '../../src/cli/packs';
import { citeSentence } from '../../src/search/cite';
import type { EvidenceIndex } from '../../src/search/index';
import { buildIndex } from '../../src/search/index';
import { searchEvidence } from '../../src/search/search';
import { trainedWording } from '../support/shipped';
import { count } from './growth';
import { withClaims, withReferences } from './large-pack';
import { milliseconds, percentile } from './statistics';
import type { Bench, Growth, Suite } from './types';

const MANY = 100_000;
const SIZES = [1_000, 10_000, MANY];
const QUERIES = [
  'immune rejection of allogeneic cells',
  'osteoarthritis bone marow',
  'huang 2010',
  'umbilical cord diabetes',
  'older donors proliferate',
  'cardiomyopathy trial',
  'hypoxia',
  'graft versus host disease steroid refractory',
];
const SENTENCES = [
  'MSCs are not immune-privileged, since donor cells can be rejected after repeated dosing',
  'In infarcted rats the implanted donor cells lost their benefit within six months',
  'In refractory lupus, cord-derived cells improved renal function in most patients',
  'Repeated injection into the joints of horses raised antibodies against the donor',
];
const TYPED = ['', 'h', 'hu', 'hua', 'huan', 'huang', 'imm', 'immuno', '2018', 'donor'];
const ROUNDS = 4;

/** Searching and citing in collections of up to 100,000 claims and references, and MiniSearch alone on the same. */
export const search: Suite = {
  name: 'search',
  run() {
    const { pack } = readPack('data/packs/msc-allogeneic-autologous');
    if (!pack) throw new Error('The shipped pack cannot be read; run `caveat pack check`.');
    const { vocabulary } = createEvidence([compilePack(pack)], trainedWording());
    const benches: Bench[] = [];
    const searched: { size: number; ms: number }[] = [];
    const cited: { size: number; ms: number }[] = [];
    for (const size of SIZES) {
      const large = withClaims(withReferences(pack, size / 2), size / 2);
      const index = buildIndex([large], vocabulary);
      const search = repeat(QUERIES, (query) => void searchEvidence(index, query, { limit: 20 }));
      const cite = repeat(SENTENCES, (sentence) => completions(index, sentence));
      searched.push({ size, ms: percentile(search, 0.5) });
      cited.push({ size, ms: percentile(cite, 0.5) });
      if (size < MANY) continue;
      const name = `${count(size)} claims and references`;
      benches.push(
        ...rows(`search, ${name}`, search, 20),
        ...rows(`completion, ${name}`, cite, 60),
        ...rows(`MiniSearch alone, ${name}`, repeat(QUERIES, miniSearch(index))),
      );
    }
    // A term stands in so many documents out of a hundred, and each of them is scored.
    const growth: Growth[] = [
      { name: 'search', kind: 'linear', steps: searched },
      { name: 'completion', kind: 'linear', steps: cited },
    ];
    return { benches, growth };
  },
};

/** Milliseconds of each call of all rounds but the first, which warms up. */
function repeat(inputs: readonly string[], run: (input: string) => void): number[] {
  const each: number[] = [];
  for (let round = 0; round <= ROUNDS; round++)
    for (const input of inputs) {
      const took = milliseconds(() => run(input));
      if (round > 0) each.push(took);
    }
  return each;
}

/** What the completion asks for while a key is typed, once for each letter; the sentence is worked out anew. */
function completions(index: EvidenceIndex, sentence: string): void {
  index.recent.clear();
  const typed = TYPED[sentence.length % TYPED.length] ?? '';
  citeSentence(index, sentence, { typed, limit: 50 });
}

/** The library with its own defaults, over titles and what claims say. */
function miniSearch(index: EvidenceIndex): (query: string) => void {
  const mini = new MiniSearch<{ id: string; title: string }>({ fields: ['title'] });
  mini.addAll([...index.documents.values()].map(({ id, title }) => ({ id, title })));
  return (query) => void mini.search(query).slice(0, 20);
}

function rows(name: string, each: readonly number[], limit?: number): Bench[] {
  return [
    { name: `${name}, median`, value: percentile(each, 0.5), unit: 'ms' },
    {
      name: `${name}, 95th percentile`,
      value: percentile(each, 0.95),
      unit: 'ms',
      ...(limit !== undefined && { limit }),
    },
  ];
}
