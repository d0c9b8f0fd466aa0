import type { Container } from '../reading';

/** What an environment is to the one who looks for prose; names without their star. */
export type EnvironmentKind =
  'math' | 'table' | 'float' | 'list' | 'quote' | 'abstract' | 'hidden' | 'other';

const names = (list: string): readonly string[] => list.split(/\s+/);

const kinds: ReadonlyMap<string, EnvironmentKind> = new Map([
  ...entries(
    'math',
    `equation align alignat gather multline flalign eqnarray displaymath math subequations dmath dgroup
    IEEEeqnarray array matrix pmatrix bmatrix cases split aligned`,
  ),
  ...entries(
    'table',
    `tabular tabularx tabulary tabu longtable longtabu supertabular xtabular tblr longtblr NiceTabular
    NiceTabularX xltabular`,
  ),
  ...entries(
    'float',
    `figure table wrapfigure wraptable SCfigure SCtable sidewaysfigure sidewaystable subfigure subtable
    marginfigure margintable floatingfigure`,
  ),
  ...entries(
    'list',
    `itemize enumerate description compactitem compactenum compactdesc inparaenum inparaitem
    asparaenum asparaitem tablenotes enumerate* itemize* easylist`,
  ),
  ...entries('quote', 'quote quotation displayquote displaycquote foreigndisplayquote verse'),
  ...entries('abstract', 'abstract onecolabstract summary'),
  ...entries('hidden', 'keyword keywords IEEEkeywords frontmatter titlepage nomenclature'),
]);

function entries(kind: EnvironmentKind, list: string): [string, EnvironmentKind][] {
  return names(list).map((name) => [name, kind]);
}

export function environmentKind(name: string): EnvironmentKind {
  return kinds.get(name.replace(/\*$/, '')) ?? 'other';
}

/** Where the prose of an environment stands; undefined where it says nothing about that. */
export function containerOf(kind: EnvironmentKind): Container | undefined {
  switch (kind) {
    case 'table':
      return 'table-cell';
    case 'float':
      return 'caption';
    case 'list':
      return 'list-item';
    case 'quote':
      return 'quote';
    case 'abstract':
      return 'paragraph';
    case 'math':
    case 'hidden':
    case 'other':
      return undefined;
  }
}

/** How deep a heading is. */
export const headingDepths: ReadonlyMap<string, number> = new Map([
  ['part', 1],
  ['chapter', 2],
  ['addchap', 2],
  ['section', 3],
  ['addsec', 3],
  ['subsection', 4],
  ['subsubsection', 5],
  ['paragraph', 6],
  ['subparagraph', 7],
  ['frametitle', 6],
]);
/** Above all of them: what a document has beside its sections. */
export const abstractDepth = 0;
