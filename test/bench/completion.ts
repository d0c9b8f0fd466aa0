import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBibtexCache } from '../../src/bibliography/bibtex';
import { readBibliography } from '../../src/bibliography/read';
import { generateBib } from '../bibliography/generate';
import { LspClient } from './lsp-client';
import { milliseconds, percentile } from './statistics';
import type { Bench, Measured as Figures, Suite } from './types';

const ENTRIES = 20_000;
/** Half a sentence and what is typed after it, letter by letter. */
const TYPED: readonly (readonly [string, string])[] = [
  ['MSCs are not immune-privileged, since donor cells can be rejected ', '[@'],
  ['MSCs are not immune-privileged, since donor cells can be rejected ', '@'],
  ['In infarcted rats the implanted donor cells lost their benefit ', '[@huang2010'],
  ['As ', '@nauta'],
  ['In refractory lupus, cord-derived cells ', '[@immunogneic'],
  ['Repeated injection into the joints of horses ', '[@joswig2017; @hu'],
  ['The weather was fine ', '[@donor-rel'],
  ['', '@'],
  ['Marrow-derived vesicles improved oxygenation in COVID-19 ', '[@müller19'],
  ['We gave cells to patients with knee osteoarthritis ', '[@2018'],
];
const ROUNDS = 5;

/** Completion as an editor gets it: over standard input and output, a change and a request for every letter. */
export const completion: Suite = { name: 'completion', run };

async function run(): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'caveat-bench-'));
  try {
    const bib = generateBib(ENTRIES);
    const steps = [200, 2_000, ENTRIES].map((size) => {
      const text = generateBib(size);
      return {
        size,
        ms: milliseconds(
          () => void readBibliography('a.bib', text, createBibtexCache()).entries.size,
        ),
      };
    });
    writeFileSync(join(folder, 'large.bib'), bib);
    const pack = await measure(folder, '');
    const large = await measure(folder, 'bibliography: large.bib\n');
    const cache = createBibtexCache();
    const load = (text: string) =>
      milliseconds(() => void readBibliography('large.bib', text, cache).entries.size);
    return {
      benches: [
        ...rows('completion, shipped pack', pack, 15),
        ...rows(`completion, ${ENTRIES} entries`, large, 60),
        { name: `reading a .bib of ${ENTRIES}`, value: load(bib), unit: 'ms', limit: 1500 },
        { name: 'reading it again, one entry changed', value: load(`${bib}@misc{x,}`), unit: 'ms' },
      ],
      growth: [{ name: 'reading a .bib', kind: 'linear', steps }],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Measured {
  readonly first: number;
  readonly each: readonly number[];
}

async function measure(folder: string, frontMatter: string): Promise<Measured> {
  const client = new LspClient(folder);
  await client.start();
  const prose = readFileSync('test/eval/prose/trial-report.md', 'utf8').replace(/^---.*?---/s, '');
  const head = `---\n${frontMatter}title: Bench\n---\n\n`;
  const uri = await client.open('draft.md', `${head}\n\n${prose}`);
  const line = head.split('\n').length - 1;
  const { took: first } = await client.typeAndComplete(uri, line, 0, '@');
  await client.replace(uri, line, 0, 1, '');
  const each: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [sentence, typed] of TYPED) {
      await client.replace(uri, line, 0, 0, sentence);
      for (let at = 0; at < typed.length; at++) {
        const { list, took } = await client.typeAndComplete(
          uri,
          line,
          sentence.length + at,
          typed.charAt(at),
        );
        const isKey = typed.slice(0, at + 1).includes('@') && !/; ?$/.test(typed.slice(0, at + 1));
        if (isKey && !list) throw new Error(`Nothing is completed after ${typed.slice(0, at + 1)}`);
        // The first round warms up: nobody writes a sentence a second after opening the file.
        if (isKey && round > 0) each.push(took);
      }
      await client.replace(uri, line, 0, sentence.length + typed.length, '');
    }
    await client.diagnostics(uri);
  }
  await client.stop();
  return { first, each };
}

function rows(name: string, { first, each }: Measured, limit: number): Bench[] {
  return [
    { name: `${name}, median`, value: percentile(each, 0.5), unit: 'ms' },
    { name: `${name}, 95th percentile`, value: percentile(each, 0.95), unit: 'ms', limit },
    { name: `${name}, the very first`, value: first, unit: 'ms' },
  ];
}
