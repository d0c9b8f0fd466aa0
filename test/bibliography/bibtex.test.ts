import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createBibtexCache, readBibtex } from '../../src/bibliography/bibtex';
import type { Bibliography } from '../../src/bibliography/types';
import type { Reference } from '../../src/evidence/types';
import { generateBib } from './generate';

const messy = readFileSync(new URL('./fixtures/messy.bib', import.meta.url), 'utf8');

function reference(bibliography: Bibliography, key: string): Reference {
  const entry = bibliography.entries.get(key);
  assert.ok(entry, `${key} was not read`);
  return entry.reference;
}

/** `line: message` of each problem, one-based. */
function told(bibliography: Bibliography): string[] {
  return bibliography.problems.map(
    ({ range, message }) => `${(range?.start.line ?? -1) + 1}: ${message}`,
  );
}

function read(text: string): Bibliography {
  return readBibtex('test.bib', text);
}

describe('readBibtex', () => {
  describe('a messy file', () => {
    const bibliography = readBibtex('messy.bib', messy);

    it('yields every entry that is not commented out, the damaged ones too', () => {
      assert.deepEqual(
        [...bibliography.entries.keys()],
        [
          'huang2010',
          'ostergaard_2015',
          'who1999',
          'broken2012',
          'tooMany2013',
          'paren2014',
          'last2020',
        ],
      );
    });

    it('reads an entry into CSL-JSON', () => {
      assert.deepEqual(reference(bibliography, 'huang2010'), {
        id: 'huang2010',
        type: 'article-journal',
        title:
          'Differentiation of Allogeneic Mesenchymal Stem Cells Induces Immunogenicity and Limits Their Long-Term ' +
          'Benefits for Myocardial Repair',
        author: [
          { family: 'Huang', given: 'Xi-Ping' },
          { family: 'Sun', given: 'Zhuo' },
          { family: 'Miyagi', given: 'Yasuo' },
          { literal: 'others' },
        ],
        issued: { 'date-parts': [[2010, 12]] },
        'container-title': 'Circulation',
        volume: '122',
        issue: '23',
        page: '2419-2429',
        DOI: '10.1161/CIRCULATIONAHA.110.955971',
      });
    });

    it('turns accents, symbols and math into Unicode', () => {
      const { author, title } = reference(bibliography, 'ostergaard_2015');
      assert.deepEqual(
        author?.map((name) => `${name.given} ${name.family}`),
        [
          'Søren Østergaard',
          'Jörg Müller',
          'Jiří Novák',
          'Damián García-Olmo',
          'Ayşe Çelik',
          'Łukasz Ångström',
        ],
      );
      assert.equal(title, 'TNF-α and IFN-γ in “licensed” MSCs: 50% & more');
    });

    it('joins @string abbreviations', () => {
      const { 'container-title': container } = reference(bibliography, 'ostergaard_2015');
      assert.equal(container, 'Stem Cells Translational Medicine');
    });

    it('keeps organisations whole and date ranges both ends', () => {
      const who = reference(bibliography, 'who1999');
      assert.deepEqual(who.author, [
        { literal: 'World Health Organization' },
        { literal: 'Barnes and Noble, Inc.' },
      ]);
      assert.deepEqual(who.issued, {
        'date-parts': [
          [1999, 5, 2],
          [1999, 5, 4],
        ],
      });
      assert.equal(who['container-title'], 'Proc. 5th Meeting on GvHD');
    });

    it('saves what can be read of damaged entries', () => {
      const broken = reference(bibliography, 'broken2012');
      assert.equal(broken.title, 'Mesenchymal stem cells and immunomodulation');
      assert.equal(broken['container-title'], 'Cell Death Dis');
      const tooMany = reference(bibliography, 'tooMany2013');
      assert.equal(tooMany.title, 'One brace too many');
      assert.deepEqual(tooMany.issued, { 'date-parts': [[2013]] });
    });

    it('says what is wrong, where, and what to do', () => {
      const line = (needle: string, nth = 1): number => {
        let at = -1;
        for (let found = 0; found < nth; found++) at = messy.indexOf(needle, at + 1);
        return messy.slice(0, at).split('\n').length;
      };
      assert.deepEqual(told(bibliography), [
        `${line('year = {2015}')}: A comma is missing after the field "year"; add it.`,
        `${line('{immunomodulation')}: The entry "broken2012" is not closed: a brace or quote of its field "title" is missing; add it.`,
        `${line('{Lee, S.}')}: The entry "tooMany2013" has a "}" too many; remove it.`,
        `${line('@article{huang2010', 2)}: The key "huang2010" is used twice, on lines ${line('@article{huang2010')} and ` +
          `${line('@article{huang2010', 2)}; the first counts. Rename or remove one of the two.`,
      ]);
    });

    it('gives each entry its place', () => {
      const entry = bibliography.entries.get('paren2014');
      assert.ok(entry);
      const text = messy.slice(entry.start, entry.end);
      assert.ok(text.startsWith('@book(paren2014,') && text.endsWith('year = 2014\n)'), text);
    });

    it('reads the same from a file with CRLF and a byte order mark', () => {
      const windows = readBibtex('messy.bib', `\uFEFF${messy.replace(/\n/g, '\r\n')}`);
      const references = (from: Bibliography) =>
        [...from.entries.values()].map((entry) => entry.reference);
      assert.deepEqual(references(windows), references(bibliography));
      assert.deepEqual(told(windows), told(bibliography));
    });
  });

  describe('damage', () => {
    it('costs an entry without a key, not the next one', () => {
      const bibliography = read('@article{title = {No key}}\n@article{b, title = {B}}');
      assert.deepEqual([...bibliography.entries.keys()], ['b']);
      assert.deepEqual(told(bibliography), [
        '1: This entry has no key; write one after the opening brace.',
      ]);
    });

    it('is told at the last entry too', () => {
      const bibliography = read('@article{a, title = {A}, year = 2010');
      assert.equal(reference(bibliography, 'a').title, 'A');
      assert.deepEqual(told(bibliography), [
        '1: The entry "a" is not closed; add a "}" at its end.',
      ]);
    });

    it('of a quote ends with the line before the next field', () => {
      const bibliography = read(
        '@article{a,\n  title = "No end,\n  year = 2010\n}\n@misc{b, title = {B}}',
      );
      assert.equal(reference(bibliography, 'a').title, 'No end');
      assert.deepEqual(reference(bibliography, 'a').issued, { 'date-parts': [[2010]] });
      assert.equal(bibliography.problems[0]?.range?.start.line, 1);
      assert.equal(reference(bibliography, 'b').title, 'B');
    });

    it('of a missing comma after the key, of a missing equals sign or value is told', () => {
      const bibliography = read('@article{a\n title {A},\n year,\n volume = {3}}');
      assert.equal(reference(bibliography, 'a').title, 'A');
      assert.equal(reference(bibliography, 'a').volume, '3');
      assert.deepEqual(told(bibliography), [
        '1: A comma is missing after the key "a"; add it.',
        '2: An equals sign is missing after "title"; add it.',
        '3: The entry "a" has "year" without a value; complete or remove it.',
      ]);
    });

    it('of an undefined abbreviation keeps the word', () => {
      const bibliography = read('@article{a, journal = natmed, month = sept, year = 2010}');
      assert.equal(reference(bibliography, 'a')['container-title'], 'natmed');
      assert.deepEqual(reference(bibliography, 'a').issued, { 'date-parts': [[2010, 9]] });
      assert.match(told(bibliography)[0] ?? '', /"natmed" is not defined with @string/);
    });

    it('of a lone escaped brace, as Zotero writes it, is none', () => {
      const text =
        '@article{a, title = {A}, file = {cultivation of \\{Withania.pdf:application/pdf}, year = {2012}}\n';
      const bibliography = read(`${text}@article{b, title = {B}}`);
      assert.deepEqual(told(bibliography), []);
      assert.deepEqual(reference(bibliography, 'a').issued, { 'date-parts': [[2012]] });
    });

    it('of the encoding is told once', () => {
      const bibliography = read(
        '@article{a, author = {M\uFFFDller, J\uFFFDrg}}\n@article{b, author = {M\u0081ller}}',
      );
      assert.equal(reference(bibliography, 'a').author?.[0]?.family, 'M\uFFFDller');
      assert.deepEqual(told(bibliography), [
        '1: Some characters were lost because the file is not in UTF-8; save it again as UTF-8.',
      ]);
    });

    it('of names without "and" is told, and nobody is made up', () => {
      const bibliography = read('@article{a, author = {Huang X, Gao Y, Li Z, Wu K}}');
      assert.deepEqual(reference(bibliography, 'a').author, [
        { literal: 'Huang X, Gao Y, Li Z, Wu K' },
      ]);
      assert.deepEqual(told(bibliography), [
        '1: The authors of "a" cannot be told apart; separate them with "and".',
      ]);
    });
  });

  it('reports nothing for an empty file or one of comments, but does for a page of HTML', () => {
    assert.deepEqual(told(read('')), []);
    assert.deepEqual(told(read('\uFEFF% my library\n')), []);
    assert.equal(read('<!DOCTYPE html>\n<p>Sign in').problems.length, 1);
  });

  it('lets a paper take year and book from the volume it cross-references', () => {
    const bibliography = read(
      '@inproceedings{paper, title = {P}, crossref = {vol}}\n@proceedings{vol, title = {Vol. 5}, year = 2003}',
    );
    const paper = reference(bibliography, 'paper');
    assert.equal(paper['container-title'], 'Vol. 5');
    assert.deepEqual(paper.issued, { 'date-parts': [[2003]] });
    assert.equal(paper.title, 'P');
  });

  it('finds an entry by its other keys, unless another entry has the key', () => {
    const bibliography = read('@article{a, title = {A}, ids = {old, b}}\n@article{b, title = {B}}');
    assert.equal(reference(bibliography, 'old').title, 'A');
    assert.equal(reference(bibliography, 'b').title, 'B');
  });

  describe('with a cache', () => {
    const before =
      '@string{j = {One}}\n@article{a, title = {A}, journal = j}\n@article{b, title = {B}}';

    it('reads only the entries that changed, in their new places', () => {
      const cache = createBibtexCache();
      const first = readBibtex('x.bib', before, cache);
      const text = before.replace('{A}', '{A longer}');
      const second = readBibtex('x.bib', text, cache);
      assert.equal(reference(second, 'a').title, 'A longer');
      assert.equal(reference(second, 'b'), reference(first, 'b'));
      assert.equal(second.entries.get('b')?.start, text.indexOf('@article{b'));
    });

    it('reads entries again when an abbreviation changed', () => {
      const cache = createBibtexCache();
      readBibtex('x.bib', before, cache);
      const second = readBibtex('x.bib', before.replace('One', 'Two'), cache);
      assert.equal(reference(second, 'a')['container-title'], 'Two');
    });

    it('tells the problems of unchanged entries again, in their new places', () => {
      const cache = createBibtexCache();
      const text = '@article{a, year = {2010} volume = 3}';
      readBibtex('x.bib', text, cache);
      const second = readBibtex('x.bib', `\n\n${text}`, cache);
      assert.equal(second.problems[0]?.range?.start.line, 2);
    });
  });

  describe('a large file', () => {
    it('of 20,000 entries is read whole', () => {
      const bibliography = read(generateBib(20_000));
      assert.equal(bibliography.entries.size, 20_000);
      assert.deepEqual(bibliography.problems, []);
      assert.deepEqual(reference(bibliography, 'author19998_1996').author?.[0], {
        family: 'Müller19998',
        given: 'Jörg',
      });
    });

    for (const damage of [
      '@article{',
      '@article{a,\n title = {x\n',
      '@comment{ ',
      'x@comment{\n',
      '@a{b,c={',
      '@ ',
      '@a{b}',
    ]) {
      it(`of nothing but ${JSON.stringify(damage)} takes no more than a moment`, () => {
        const start = performance.now();
        read(damage.repeat(300_000 / damage.length));
        assert.ok(
          performance.now() - start < 5_000,
          'the time must grow with the length, not with its square',
        );
      });
    }

    it('of white space in awkward places takes no more than a moment', () => {
      const start = performance.now();
      const space = ' '.repeat(100_000);
      read(
        `@article{a, author = {A${space}B}, title = {x${space}y}}${space}@b{c}${'\n'.repeat(100_000)}x`,
      );
      assert.ok(performance.now() - start < 5_000);
    });
  });
});
