import { createRequire } from 'node:module';
import fc from 'fast-check';
import { anyText, lineEnds, oddities } from './unicode';
import { sentence } from './prose';

interface SpecExample {
  readonly markdown: string;
  readonly section: string;
}

const { tests } = createRequire(__filename)('commonmark-spec') as {
  readonly tests: readonly SpecExample[];
};

/** The examples of the CommonMark specification; it writes a tab as an arrow. */
export const commonMarkExamples: readonly string[] = tests.map(({ markdown }) =>
  markdown.replace(/→/g, '\t'),
);

/** What GitHub's Markdown adds: tables, task lists, struck text, bare addresses, notes. In our own words. */
export const gfmExamples: readonly string[] = [
  '| cells | source |\n| :-- | --: |\n| MSCs | donor \\| own |\n| `a|b` | **c** |\n',
  '| one |\n| --- |\n| a | b | c |\n|\n> quote\n',
  'a | b\n-|-\nAllogeneic MSCs are immune-privileged. | no\n',
  '| a |\n|---|\n\n| not | a table\n',
  '- [ ] open\n- [x] done\n  1. [X] below\n',
  '~~struck~~ ~one~ ~~~not~~~ ~~over\ntwo lines~~\n',
  'www.example.org https://example.org/a_(b)?c=@d me@example.org.\n',
  'A note[^1] and one[^two words] that is not.\n\n[^1]: Its text.\n\n    More of it.\n',
  '[^1]: first\n[^1]: second\n\n[^1][^1]\n',
  '<!-- caveat-disable-next-line contradicted-claim -- ours -->\nAllogeneic MSCs are immune-privileged.\n',
  '<!-- caveat-disable-file -->\n',
  '<!-- caveat-disable -->\n\nAllogeneic MSCs are immune-privileged.\n\n<!-- caveat-enable -->\n',
  '---\nbibliography: refs.bib\ntitle: "A: b"\n---\n',
  '---\nbibliography: [\n---\n',
  '## Methods\n\nAllogeneic MSCs are immune-privileged.\n',
  '$$\nx_1\n$$\n\ninline $a < b$ and $ not\n',
  '```{r, echo=FALSE}\nx <- 1\n```\n',
  '::: {.callout-note}\nAllogeneic MSCs are immune-privileged.\n:::\n',
  '[see @huang2010differentiation, p. 3; -@barry2005immunogenicity] @{x y} @a.b.\n',
];

const pieces: readonly string[] = [
  ...[
    '- ',
    '* ',
    '1. ',
    '2) ',
    '> ',
    '# ',
    '## ',
    '    ',
    '\t',
    '---\n',
    '===\n',
    '```\n',
    '~~~\n',
  ],
  ...['*', '**', '_', '__', '`', '``', '~~', '[', ']', '](', '](u "t")', '![', '<', '>', '\\', '&'],
  ...['<b>', '</b>', '<!--', '-->', '<?', '?>', '<![CDATA[', ']]>', '<script>', '$', '$$', ':::'],
  ...[
    '[^1]',
    '[^1]: ',
    '^[',
    '[a]: /u\n',
    '| a | b |\n|---|---|\n| ',
    ' | ',
    '{#id .c k="v"}',
    '@a',
  ],
];

/** One line end in the place of all. */
const withLineEnd = (text: string, end: string) => text.replace(/\r\n?|\n/g, end);

/** A Markdown document: examples of the specifications and prose, whole and cut, glued with anything. */
export const markdownDocument: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...commonMarkExamples) },
      { weight: 3, arbitrary: fc.constantFrom(...gfmExamples) },
      { weight: 4, arbitrary: sentence },
      { weight: 3, arbitrary: fc.constantFrom(...pieces) },
      { weight: 2, arbitrary: fc.constantFrom(...lineEnds, ' ', '\n\n') },
      { weight: 1, arbitrary: fc.constantFrom(...oddities) },
      { weight: 1, arbitrary: anyText },
      {
        weight: 1,
        arbitrary: fc
          .tuple(fc.constantFrom(...commonMarkExamples, ...gfmExamples), fc.nat(40))
          .map(([text, length]) => text.slice(0, length)),
      },
    ),
    { maxLength: 12 },
  )
  .chain((parts) =>
    fc.constantFrom('', '\n', '\r\n', '\r').map((end) => {
      const text = parts.join('');
      return end === '' ? text : withLineEnd(text, end);
    }),
  );
