import fc from 'fast-check';
import type { Reference } from '../../../src/evidence/types';
import { anyText, lineEnds, oddities } from './unicode';

/** Pieces of BibTeX: whole entries, entries that are open or crossed, comments and strings. */
export const bibtexFragments: readonly string[] = [
  '@article{own2001,\n  title = {{Own} work},\n  year = 2001,\n}\n',
  '@ARTICLE(round, title = "In {"}quotes{"}", year = "2002")\n',
  '@string{sc = "Stem " # "Cells"}\n',
  '@misc{m, journal = sc # { and} # sc, title = sc}\n',
  '@string{a = b}@string{b = a}@misc{loop, title = a # b}\n',
  '@comment{ignored @misc{inside, title={x}} }\n',
  '@preamble{"\\newcommand{\\x}{y}"}\n',
  '% a line of words with @ and { in it\n',
  '@book{two, title={A}, title={B}}\n@book{two, title={C}}\n',
  '@inbook{child, crossref={two}}\n',
  '@misc{self, crossref={self}}\n',
  '@misc{__proto__, title={P}}\n@misc{constructor, __proto__ = {x}, constructor = {y}}\n',
  '@article{u, author = {M{\\"u}ller, J{\\"o}rg and {The Group} and others}, title = {na\\"{\\i}ve {\\\'e}}}\n',
  '@article{d, doi = {https://doi.org/10.1161/CIRCULATIONAHA.109.898676}, date = {2010-03/..}}\n',
  ...['@', '@misc', '@misc{', '@misc{k', '@misc{k,', '@misc{k, title = ', '@misc{k, title = {open'],
  ...['{', '}', '"', '#', ',', '=', '(', ')', '\\', '%', '@comment', '@string{', '\t', ' '],
];

/** A `.bib` file as people and tools leave it behind. */
export const bibtexFile: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('', '\uFEFF'),
    fc.array(
      fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom(...bibtexFragments) },
        { weight: 2, arbitrary: fc.constantFrom(...lineEnds) },
        { weight: 1, arbitrary: fc.constantFrom(...oddities) },
        { weight: 1, arbitrary: anyText },
      ),
      { maxLength: 8 },
    ),
  )
  .map(([start, parts]) => start + parts.join(''));

const words = fc.oneof(fc.string({ minLength: 1, maxLength: 12 }), anyText);

/** A reference whose fields hold anything at all. */
export const anyReference: fc.Arbitrary<Reference> = fc.record(
  {
    id: fc.stringMatching(/^[a-z][a-z0-9]{0,9}$/).map((id) => `zz${id}`),
    type: fc.constantFrom('article-journal', 'book', 'thesis', 'webpage'),
    title: words,
    author: fc.array(fc.record({ family: words, given: words }), { maxLength: 3 }),
    issued: fc.integer({ min: 1800, max: 2030 }).map((year) => ({ 'date-parts': [[year]] })),
    'container-title': words,
    DOI: words,
  },
  { requiredKeys: ['id', 'type', 'title'] },
);
