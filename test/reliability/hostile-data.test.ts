import assert from 'node:assert/strict';
import { readBibliography } from '../../src/bibliography/read';
import { parseConfig } from '../../src/checks/config';
import { compilePack, createEvidence } from '../../src/checks/evidence';
import { NO_WORDING } from '../../src/checks/wording-model';
import { loadPack } from '../../src/evidence/load';
import { readers } from '../../src/manuscript/formats';
import { titleOf } from '../../src/report/title';
import { PACK_FILES } from '../server/pack';

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** Ten of ten of ten of…: an alias for each letter, of the one before. */
const laughs = `a: &a [x, x, x, x, x, x, x, x, x]\n${[...letters.slice(1, 12)]
  .map((letter, i) => `${letter}: &${letter} [${Array(9).fill(`*${letters[i]}`).join(', ')}]`)
  .join('\n')}\n`;
const DEEP = 100_000;

/** By name, YAML that is a trap for who reads it. */
const traps: Readonly<Record<string, string>> = {
  'a billion laughs': laughs,
  'an alias of itself': '&a [*a, *a]',
  'thousands of aliases': `a: &a [1, 2]\nb: [${Array(5000).fill('*a').join(', ')}]`,
  'brackets that are closed': '['.repeat(DEEP) + ']'.repeat(DEEP),
  'brackets that are not': '['.repeat(DEEP),
  'maps in maps': '{a: '.repeat(DEEP),
  'lists in lists': '- '.repeat(DEEP),
  'keys of keys': '? '.repeat(DEEP),
  'blocks in blocks': Array.from({ length: 2000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
  'twenty thousand keys': Array.from({ length: 20_000 }, (_, i) => `k${i}: 1`).join('\n'),
  'keys of the prototype': '__proto__: { a: 1 }\nconstructor: { prototype: { a: 1 } }\n',
  'tags of other languages': 'a: !!js/function "function(){}"\nb: !!python/object:os.system x\n',
  'a null character': 'a: \0\n',
  nothing: '',
};

/** In this time at most, on a machine that does other things as well. */
const LIMIT_MS = 8000;

function timed<T>(what: string, work: () => T): T {
  const started = performance.now();
  const result = work();
  const took = performance.now() - started;
  assert.ok(took < LIMIT_MS, `${what}: ${took.toFixed(0)} ms`);
  return result;
}

describe('traps in YAML and JSON', () => {
  afterEach(() => {
    const plain: Record<string, unknown> = {};
    assert.equal(plain['a'], undefined, 'the prototype of all objects is as it was');
  });

  for (const [name, trap] of Object.entries(traps)) {
    it(`${name}: do no harm in any file that is read`, () => {
      timed('configuration', () => parseConfig('.caveatrc.yaml', trap));
      timed('package.json', () => parseConfig('package.json', trap));
      for (const file of Object.keys(PACK_FILES)) {
        const files = new Map(Object.entries({ ...PACK_FILES, [file]: trap }));
        const { pack } = timed(file, () => loadPack('pack', files));
        if (pack) createEvidence([compilePack(pack)], NO_WORDING);
      }
      for (const path of ['a.yaml', 'a.json', 'a.bib', 'a.ris'])
        timed(path, () => readBibliography(path, trap));
      const indented = trap.replace(/^/gm, '  ');
      for (const source of [
        `---\n${trap}\n---\n\nMSCs are cells.\n`,
        `---\nbibliography:\n${indented}\n---\n\nMSCs are cells.\n`,
        `---\ntitle:\n${indented}\n---\n\nMSCs are cells.\n`,
      ]) {
        for (const reader of readers) {
          const read = timed(reader.format, () => reader.read(source));
          timed('title', () => titleOf(read));
        }
      }
    });
  }

  it('are told to the writer, with what to do', () => {
    const told = (text: string) => parseConfig('.caveatrc.yaml', text).problems[0]?.message ?? '';
    assert.match(told(laughs), /alias/);
    assert.match(told('['.repeat(DEEP)), /nested more than 100 levels/);
  });
});

describe('keys of the prototype', () => {
  const names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'];

  it('are citation keys and fields like any other', () => {
    const bib = names.map((name) => `@misc{${name}, title={T ${name}}, ${name}={x}}`).join('\n');
    const json = `[${names.map((id) => `{"id":"${id}","type":"book","title":"T ${id}","__proto__":{"a":1}}`).join()}]`;
    for (const [path, text] of [
      ['a.bib', bib],
      ['a.json', json],
    ] as const) {
      const { entries } = readBibliography(path, text);
      assert.deepEqual([...entries.keys()], names);
      for (const name of names) assert.equal(entries.get(name)?.reference.title, `T ${name}`);
    }
    assert.equal(({} as Record<string, unknown>)['a'], undefined);
  });

  it('are rules that nobody has', () => {
    const { config } = parseConfig('.caveatrc.yaml', `rules: { __proto__: off, constructor: off }`);
    assert.equal(Object.getPrototypeOf(config?.rules ?? {}), Object.prototype);
  });

  it('may be words and names of a pack', () => {
    const files = {
      ...PACK_FILES,
      'concepts.yaml': (PACK_FILES['concepts.yaml'] ?? '')
        .replaceAll('lupus', 'constructor')
        .replace('names: [benefit', 'names: [__proto__, toString, benefit'),
      'claims/immunity.yaml': (PACK_FILES['claims/immunity.yaml'] ?? '').replaceAll(
        '[lupus]',
        '[constructor]',
      ),
    };
    const { pack, problems } = loadPack('pack', new Map(Object.entries(files)));
    assert.deepEqual(problems, []);
    assert.ok(pack);
    const evidence = createEvidence([compilePack(pack)], NO_WORDING);
    assert.equal(evidence.packs[0]?.claims.length, 2);
  });
});

describe('what grows when it is read', () => {
  it('does not, in @string definitions that build on each other', () => {
    const strings = [...letters.slice(1, 16)]
      .map((name, i) => `@string{${name} = ${Array(10).fill(letters[i]).join(' # ')}}`)
      .join('\n');
    const { entries, problems } = readBibliography(
      'a.bib',
      `@string{a = "xxxxxxxxxx"}\n${strings}\n@misc{q, title = p # { and own words}}`,
    );
    assert.ok((entries.get('q')?.reference.title?.length ?? 0) < 3000);
    assert.match(problems.map(({ message }) => message).join('\n'), /longer than 1000 characters/);
  });

  it('does not, in LaTeX macros that build on each other, nor by their number', () => {
    const latex = readers.find(({ format }) => format === 'latex');
    const macros = [...letters.slice(1, 19)]
      .map((name, i) => `\\newcommand{\\${name}}{${`\\${letters[i]} `.repeat(10)}}`)
      .join('');
    const source = `\\newcommand{\\a}{x}${macros}\n\nMSCs \\s are cells \\c\\c\\c. ${'\\c '.repeat(5000)}\n`;
    const read = latex?.read(source);
    const length = (read?.blocks ?? [])
      .flatMap(({ statements }) => statements)
      .reduce((sum, { text }) => sum + text.length, 0);
    assert.ok(length < 10 * source.length, `${length} characters of ${source.length}`);
  });
});
